#include "domain/summary/history.hpp"

#include <algorithm>
#include <tuple>

#include "domain/text/name_folding.hpp"

namespace connect {

void LatestDays::add(Day day, Day since) {
  if (days_.empty() || days_.back() < day) {
    if (!days_.empty() && days_.back() < since && day < since) days_.pop_back();
    days_.push_back(day);
    return;
  }
  const auto place = std::ranges::lower_bound(days_, day);
  if (*place != day) days_.insert(place, day);
}

void LatestDays::forget_before(Day since) {
  const auto first = std::ranges::lower_bound(days_, since);
  if (first - days_.begin() > 1) days_.erase(days_.begin(), first - 1);
}

std::optional<Day> LatestDays::last() const {
  return days_.empty() ? std::nullopt : std::optional(days_.back());
}

std::optional<Day> LatestDays::until(Day day) const {
  const auto next = std::ranges::upper_bound(days_, day);
  return next == days_.begin() ? std::nullopt : std::optional(*(next - 1));
}

std::uint32_t count_on(const std::vector<DayActs>& days, Day day) {
  const auto found = std::ranges::lower_bound(days, day, {}, &DayActs::day);
  return found != days.end() && found->day == day ? found->total() : 0;
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

namespace {

/// The people due on `day`, with the settings that `facts_of` returns and the days on which they
/// were met up to `met_until`.
template <class FactsOf>
std::vector<const PersonHistory*> due_people(const History& history, Day day, Day met_until,
                                             FactsOf facts_of) {
  struct Due {
    std::int64_t lateness;
    std::optional<Day> last;
    const PersonHistory* person;
  };
  std::vector<Due> due;
  for (const PersonHistory& person : history.people) {
    const PersonFacts facts = facts_of(person);
    if (facts.every_days <= 0 || facts.resting) continue;
    const auto last = person.met.until(met_until);
    if (last && *last + facts.every_days > day) continue;
    // A person who was never met counts as met very long ago.
    const std::int64_t days = last ? day - *last : INT16_MAX;
    due.push_back({days * 1000 / facts.every_days, last, &person});
  }
  // Ties are broken by name, not by the order of the people, which depends on what is logged today.
  std::ranges::sort(due, [](const Due& a, const Due& b) {
    return std::tie(b.lateness, b.last, a.person->name) <
           std::tie(a.lateness, a.last, b.person->name);
  });
  std::vector<const PersonHistory*> out;
  for (const Due& each : due) out.push_back(each.person);
  return out;
}

}  // namespace

std::vector<const PersonHistory*> overdue_people(const History& history, Day today) {
  return due_people(history, today, today,
                    [](const PersonHistory& person) { return person.facts; });
}

std::vector<const PersonHistory*> due_on_morning(const History& history, Day day) {
  return due_people(history, day, day - 1,
                    [&](const PersonHistory& person) { return person.facts_on(day); });
}

std::uint64_t seed_on(const History& history, Day day) {
  if (!history.first_shown || history.first_shown->day > day) return 0;
  const Id first = history.first_shown->stamp.id;
  return mixed(first.high ^ mixed(first.low));
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
