#include "connect/history.hpp"

#include <algorithm>
#include <utility>

#include "connect/text.hpp"

namespace connect {
void LatestDays::add(Day day) {
  if (!last || *last < day) {
    before = std::exchange(last, day);
  } else if (day < *last && (!before || *before < day)) {
    before = day;
  }
}

const ShownPrompt* prompt_for(const History& history, Day day) {
  for (auto it = history.prompts.rbegin(); it != history.prompts.rend() && it->day >= day; ++it)
    if (it->day == day && !it->declined) return &*it;
  return nullptr;
}

const DayActs* acts_on(const History& history, Day day) {
  const auto found = std::ranges::lower_bound(history.days, day, {}, &DayActs::day);
  return found != history.days.end() && found->day == day ? &*found : nullptr;
}

std::vector<const PersonHistory*> overdue_people(const History& history, Day today) {
  std::vector<const PersonHistory*> due;
  for (const PersonHistory& person : history.people) {
    const auto day = due_day(person, today);
    if (day && *day <= today && !person.facts.resting) due.push_back(&person);
  }
  const auto lateness = [&](const PersonHistory* person) {
    const auto last = person->met.until(today);
    const std::int64_t days = last ? today - *last : INT16_MAX;
    return days * 1000 / person->facts.every_days;
  };
  std::ranges::stable_sort(due, std::greater(), lateness);
  return due;
}

std::optional<Day> due_day(const PersonHistory& person, Day day) {
  if (person.facts.every_days <= 0) return std::nullopt;
  const auto last = person.met.until(day);
  return last ? *last + person.facts.every_days : day;
}

const PersonHistory* find_person(const History& history, std::string_view spelling) {
  const std::string key = fold_key(spelling);
  const auto found = std::ranges::find_if(history.people, [&](const auto& person) {
    return std::ranges::find(person.keys, key) != person.keys.end();
  });
  return found == history.people.end() ? nullptr : &*found;
}

}  // namespace connect
