#include "connect/history.hpp"

#include <algorithm>
#include <utility>

#include "connect/text.hpp"

namespace connect {
namespace {

std::vector<DayActs> days_of(const Ledger& ledger) {
  std::vector<DayActs> days;
  for (const Entry& entry : ledger.entries()) {
    if (days.empty() || days.back().day != entry.day) days.push_back({entry.day, {}});
    ++days.back().counts[index(entry.act)];
  }
  return days;
}

bool was_declined(const ShownSuggestion& shown, std::span<const ShownSuggestion> all) {
  return std::ranges::any_of(all,
                             [&](const auto& other) { return other.instead_of == shown.stamp.id; });
}

/// Of the prompts of one day (by stamp) the first that nothing replaced stands. Two machines may
/// have shown one each before they were synced; the later one then counts as never shown.
void settle_prompts(const Ledger& ledger, std::span<const ShownSuggestion> of_day,
                    std::vector<ShownPrompt>& out) {
  bool standing = false;
  for (const bool declined : {true, false})
    for (const auto& shown : of_day) {
      if (was_declined(shown, of_day) != declined || (standing && !declined)) continue;
      out.push_back({ledger.id_text(shown.stamp.id), shown.day, shown.act, shown.suggestion,
                     shown.person, declined});
      standing = standing || !declined;
    }
}

std::vector<ShownPrompt> prompts_of(const Ledger& ledger) {
  std::vector<ShownSuggestion> shown(ledger.suggestions().begin(), ledger.suggestions().end());
  std::ranges::stable_sort(shown, {}, &ShownSuggestion::day);
  std::vector<ShownPrompt> prompts;
  for (std::size_t i = 0; i < shown.size();) {
    std::size_t end = i;
    while (end < shown.size() && shown[end].day == shown[i].day) ++end;
    settle_prompts(ledger, std::span(shown).subspan(i, end - i), prompts);
    i = end;
  }
  return prompts;
}

std::vector<PersonHistory> people_of(const Ledger& ledger) {
  const Names& names = ledger.people();
  std::vector<PersonHistory> all(names.size());
  for (const Entry& entry : ledger.entries())
    for (NameIndex person : ledger.people(entry)) {
      ++all[person].count;
      all[person].met.add(entry.day);
      if (entry.act == Act::thank) all[person].thanked.add(entry.day);
    }
  std::vector<bool> noticed(names.size());
  for (const Notice& notice : ledger.notices())
    for (const auto& name : notice.with)
      if (const auto person = names.find(name)) noticed[*person] = true;
  std::vector<std::vector<std::string>> keys(names.size());
  for (NameIndex i = 0; i < names.size(); ++i)
    keys[names.root(i)].push_back(fold_key(names.spelling(i)));
  std::vector<PersonHistory> people;
  for (NameIndex i = 0; i < all.size(); ++i) {
    const PersonFacts facts = ledger.facts(i);
    const bool is_here = all[i].count > 0 || facts.every_days > 0 || facts.resting || noticed[i];
    if (names.root(i) != i || !is_here) continue;
    people.push_back(std::move(all[i]));
    people.back().name = names.display(i);
    people.back().facts = facts;
    people.back().keys = std::move(keys[i]);
  }
  std::ranges::sort(people, [](const auto& a, const auto& b) {
    return std::tie(b.met.last, a.name) < std::tie(a.met.last, b.name);
  });
  return people;
}

std::vector<NoticedKindness> notices_of(const Ledger& ledger) {
  std::vector<NoticedKindness> out;
  for (const Notice& notice : ledger.notices())
    for (const auto& name : notice.with)
      if (const auto person = ledger.people().find(name))
        out.push_back({ledger.people().display(*person), notice.day, notice.note});
  std::ranges::stable_sort(out, {}, &NoticedKindness::day);
  return out;
}

}  // namespace

History history_of(const Ledger& ledger) {
  return {days_of(ledger),   ledger.rests(),     prompts_of(ledger),
          people_of(ledger), notices_of(ledger), ledger.seed()};
}

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
