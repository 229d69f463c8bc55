#include "connect/history.hpp"

#include <algorithm>

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
      all[person].last = std::max(all[person].last.value_or(entry.day), entry.day);
    }
  std::vector<std::vector<std::string>> keys(names.size());
  for (NameIndex i = 0; i < names.size(); ++i)
    keys[names.root(i)].push_back(fold_key(names.spelling(i)));
  std::vector<PersonHistory> people;
  for (NameIndex i = 0; i < all.size(); ++i) {
    const PersonFacts facts = ledger.facts(i);
    if (names.root(i) != i || (all[i].count == 0 && facts.every_days == 0 && !facts.resting))
      continue;
    people.push_back({names.display(i), all[i].count, all[i].last, facts, std::move(keys[i])});
  }
  std::ranges::sort(people, [](const auto& a, const auto& b) {
    return std::tie(b.last, a.name) < std::tie(a.last, b.name);
  });
  return people;
}

}  // namespace

History history_of(const Ledger& ledger) {
  return {days_of(ledger), ledger.rests(), prompts_of(ledger), people_of(ledger), ledger.seed()};
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
    const bool has_rhythm = person.facts.every_days > 0 && !person.facts.resting;
    if (has_rhythm && (!person.last || today - *person.last >= person.facts.every_days))
      due.push_back(&person);
  }
  const auto lateness = [&](const PersonHistory* person) {
    const std::int64_t days = person->last ? today - *person->last : INT16_MAX;
    return days * 1000 / person->facts.every_days;
  };
  std::ranges::stable_sort(due, std::greater(), lateness);
  return due;
}

const PersonHistory* find_person(const History& history, std::string_view spelling) {
  const std::string key = fold_key(spelling);
  const auto found = std::ranges::find_if(history.people, [&](const auto& person) {
    return std::ranges::find(person.keys, key) != person.keys.end();
  });
  return found == history.people.end() ? nullptr : &*found;
}

}  // namespace connect
