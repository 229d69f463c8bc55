#include "domain/suggest/person_choice.hpp"

#include <algorithm>
#include <string>

#include "domain/text/name_folding.hpp"

namespace connect {
namespace {

constexpr int week = 7;
constexpr int most_in_a_week = 2;
constexpr int kindness_fades = 60;  // days after which a kindness is no longer suggested

/// When a person was named in the last days, newest first. Asking for another suggestion of the
/// same act declines the text, neither the act nor the person.
struct Naming {
  int days_ago;
  bool declined;
};

std::vector<Naming> namings_of(std::span<const ResolvedSuggestion> all, const PersonTotals& person,
                               Day day) {
  std::vector<Naming> namings;
  const std::string key = fold_key(person.name);
  const ResolvedSuggestion* next = nullptr;  // of the same day, if any
  for (auto each = all.rbegin(); each != all.rend() && day - each->day <= longest_pause; ++each) {
    if (next != nullptr && next->day != each->day) next = nullptr;
    const bool is_named =
        each->shown != nullptr && each->day <= day && fold_key(each->shown->person) == key;
    const bool is_named_again = next != nullptr && fold_key(next->shown->person) == key;
    const bool keeps_act = next != nullptr && next->act == each->act;
    if (is_named && !(is_named_again && keeps_act))
      namings.push_back({day - each->day, each->declined && !keeps_act});
    next = each->shown == nullptr ? nullptr : &*each;
  }
  return namings;
}

/// For how many days after a naming the person is not named again.
int pause_after(const Naming& naming, int every_days) {
  return naming.declined ? std::clamp(every_days / 2, 2, longest_pause)
                         : std::clamp(every_days / 4, 1, 2);
}

bool may_be_named(std::span<const ResolvedSuggestion> all, const PersonTotals& person, Day day) {
  const PersonFacts facts = person.facts_on(day);
  if (facts.resting) return false;
  const auto namings = namings_of(all, person, day);
  const auto is_pausing = [&](const Naming& each) {
    return each.days_ago <= pause_after(each, facts.every_days);
  };
  const auto in_a_week =
      std::ranges::count_if(namings, [](const Naming& each) { return each.days_ago < week; });
  return in_a_week < most_in_a_week && std::ranges::none_of(namings, is_pausing);
}

bool may_be_thanked(std::span<const ResolvedSuggestion> all, const PersonTotals& person, Day day) {
  return !person.facts_on(day).resting &&
         std::ranges::none_of(namings_of(all, person, day),
                              [](const Naming& each) { return each.days_ago < week; });
}

}  // namespace

const OpenKindness* open_kindness(const Summary& summary, const PersonTotals& person, Day day) {
  const auto index = static_cast<NameIndex>(&person - summary.persons.data());
  for (const OpenKindness& kindness : summary.kindnesses)
    if (kindness.day < day && day - kindness.day <= kindness_fades &&
        !was_thanked(person, kindness.when(), day - 1) &&
        std::ranges::find(kindness.with, index) != kindness.with.end())
      return &kindness;
  return nullptr;
}

const PersonTotals* person_to_thank(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                    Day day) {
  for (const OpenKindness& kindness : summary.kindnesses)
    for (NameIndex name : kindness.with) {
      const PersonTotals& person = summary.persons[name];
      if (open_kindness(summary, person, day) == &kindness && may_be_thanked(all, person, day))
        return &person;
    }
  return nullptr;
}

const PersonTotals* person_to_name(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                   Act act, Day day) {
  if (act == Act::thank)
    if (const PersonTotals* person = person_to_thank(summary, all, day)) return person;
  for (const PersonTotals* person : due_on_morning(summary, day))
    if (may_be_named(all, *person, day)) return person;
  return nullptr;
}

}  // namespace connect
