#include "domain/suggest/person_choice.hpp"

#include <algorithm>
#include <string>

#include "domain/text/name_folding.hpp"

namespace connect {
namespace {

constexpr int week = 7;
constexpr int month = 30;
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
  return naming.declined ? std::clamp(every_days / 2, 2, week) : std::clamp(every_days / 4, 1, 2);
}

bool is_full_week(std::span<const Naming> namings) {
  return std::ranges::count_if(namings, [](const Naming& each) { return each.days_ago < week; }) >=
         most_in_a_week;
}

/// Whether a suggestion of this occasion named the person on one of the `days` up to `day`.
bool was_occasion(std::span<const ResolvedSuggestion> all, Occasion::Kind kind,
                  const PersonTotals& person, Day day, int days) {
  const std::string key = fold_key(person.name);
  return std::ranges::any_of(all, [&](const ResolvedSuggestion& each) {
    return each.shown != nullptr && each.day <= day && day - each.day < days &&
           occasion_from_word(each.shown->occasion) == kind && fold_key(each.shown->person) == key;
  });
}

/// The number of one of `summary.persons`.
NameIndex index_of(const Summary& summary, const PersonTotals& person) {
  return static_cast<NameIndex>(&person - summary.persons.data());
}

/// The first of the notes that is about this person and `fits`; null if there is none.
template <class Fits>
const OpenNote* first_about(std::span<const OpenNote> notes, NameIndex person, Fits fits) {
  for (const OpenNote& note : notes)
    if (fits(note) && std::ranges::find(note.with, person) != note.with.end()) return &note;
  return nullptr;
}

bool may_be_named(std::span<const ResolvedSuggestion> all, const PersonTotals& person, Day day) {
  const PersonFacts facts = person.facts_on(day);
  if (facts.resting) return false;
  const auto namings = namings_of(all, person, day);
  const auto is_pausing = [&](const Naming& each) {
    return each.days_ago <= pause_after(each, facts.every_days);
  };
  return !is_full_week(namings) && std::ranges::none_of(namings, is_pausing);
}

/// Whether a kindness of theirs may be suggested: not on a day on which they are named, not a third
/// naming within seven days, and once a week at most.
bool may_be_thanked(std::span<const ResolvedSuggestion> all, const PersonTotals& person, Day day) {
  if (person.facts_on(day).resting) return false;
  const auto namings = namings_of(all, person, day);
  const bool is_named = !namings.empty() && namings.front().days_ago == 0;
  return !is_named && !is_full_week(namings) &&
         !was_occasion(all, Occasion::Kind::kindness, person, day, week);
}

/// Whether a suggestion was made of this note before `day`, or on it.
bool was_suggested(std::span<const ResolvedSuggestion> all, const OpenNote& note, Day day) {
  return std::ranges::any_of(all, [&](const ResolvedSuggestion& each) {
    return each.shown != nullptr && each.day <= day && each.shown->ref == note.stamp.id;
  });
}

/// The latest day before `day`, or `day` itself, on which a suggestion named this person.
std::optional<Day> last_named(const Summary& summary, std::span<const ResolvedSuggestion> all,
                              const PersonTotals& person, Day day) {
  const NameIndex index = index_of(summary, person);
  for (auto each = all.rbegin(); each != all.rend(); ++each)
    if (each->day <= day && each->shown != nullptr &&
        summary.people.find(each->shown->person) == index)
      return each->day;
  return person.named;
}

/// How many times longer than the usual gap somebody has been quiet.
double quietness(const PersonTotals& person, Day day) {
  const auto gap = median_gap_days(person, day - 1);
  const auto last = person.met.until(day - 1);
  return gap && last ? (day - last->day) / std::max(*gap, 1.0) : 0;
}

const PersonTotals* quiet_person(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                 Day day) {
  const PersonTotals* found = nullptr;
  double longest = 0;
  for (const PersonTotals& person : summary.persons) {
    if (!is_quiet(person, day)) continue;
    const auto named = last_named(summary, all, person, day);
    if (named && day - *named < month) continue;
    const double quiet = quietness(person, day);
    if (found != nullptr && (quiet < longest || (quiet == longest && found->name <= person.name)))
      continue;
    found = &person;
    longest = quiet;
  }
  return found;
}

}  // namespace

const OpenNote* open_kindness(const Summary& summary, const PersonTotals& person, Day day) {
  const auto is_open = [&](const OpenNote& kindness) {
    return kindness.day < day && day - kindness.day <= kindness_fades &&
           !was_thanked(person, kindness.when(), day - 1);
  };
  return first_about(summary.kindnesses, index_of(summary, person), is_open);
}

bool has_come(const OpenNote& ask, Day day) {
  return ask.day <= day && day - ask.day <= longest_pause;
}

const OpenNote* due_ask(const Summary& summary, const PersonTotals& person, Day day,
                        int day_start) {
  const auto is_due = [&](const OpenNote& ask) {
    return has_come(ask, day) && ask.made(day_start) <= day &&
           !was_met(person, ask.when(), day - 1);
  };
  return first_about(summary.asks, index_of(summary, person), is_due);
}

std::vector<const PersonTotals*> due_asks(const Summary& summary, Day today) {
  std::vector<const PersonTotals*> out;
  for (const OpenNote& ask : summary.asks)
    for (NameIndex name : ask.with)
      if (has_come(ask, today) && !was_met(summary.persons[name], ask.when(), today) &&
          !summary.persons[name].facts().resting)
        out.push_back(&summary.persons[name]);
  return out;
}

Occasion ask_to_suggest(const Summary& summary, std::span<const ResolvedSuggestion> all, Day day,
                        Day closed_until, int day_start) {
  Occasion again;
  for (const OpenNote& ask : summary.asks)
    for (NameIndex name : ask.with) {
      const PersonTotals& person = summary.persons[name];
      if (!has_come(ask, day) || due_ask(summary, person, day, day_start) != &ask ||
          person.facts_on(day).resting || was_met(person, ask.when(), closed_until))
        continue;
      const Occasion occasion{Occasion::Kind::ask, &person, &ask};
      if (!was_suggested(all, ask, day)) return occasion;
      if (again.person == nullptr && may_be_named(all, person, day)) again = occasion;
    }
  return again;
}

Occasion date_to_suggest(const Summary& summary, std::span<const ResolvedSuggestion> all, Day day) {
  for (const auto& [person, date] : dates_on(summary, day))
    if (!was_occasion(all, Occasion::Kind::date, *person, day, 1))
      return {Occasion::Kind::date, person, nullptr, date};
  return {};
}

Occasion kindness_to_suggest(const Summary& summary, std::span<const ResolvedSuggestion> all,
                             Day day) {
  for (const OpenNote& kindness : summary.kindnesses)
    for (NameIndex name : kindness.with) {
      const PersonTotals& person = summary.persons[name];
      if (open_kindness(summary, person, day) == &kindness && may_be_thanked(all, person, day))
        return {Occasion::Kind::kindness, &person, &kindness};
    }
  return {};
}

Occasion person_to_name(const Summary& summary, std::span<const ResolvedSuggestion> all, Day day,
                        const NamingRules& rules) {
  const auto suits = [&](const PersonTotals& person) {
    if (person.facts_on(day).setting == Setting::work && !rules.is_for_work) return false;
    if (is_out_of_touch(person, day)) return rules.may_check_in;
    return rules.act != Act::thank || open_kindness(summary, person, day) == nullptr;
  };
  for (const PersonTotals* person : due_on_morning(summary, day))
    if (may_be_named(all, *person, day) && suits(*person))
      return {Occasion::Kind::due, person, nullptr};
  const bool names_quiet = rules.may_check_in && rules.names_quiet;
  const auto* quiet = names_quiet ? quiet_person(summary, all, day) : nullptr;
  if (quiet == nullptr || !suits(*quiet)) return {};
  return {Occasion::Kind::quiet, quiet, nullptr};
}

bool is_out_of_touch(const PersonTotals& person, Day day) {
  constexpr int long_silence = 90, shortest_silence = 21;
  const auto last = person.met.until(day - 1);
  if (!last) return false;
  const int days = day - last->day;
  const int every = person.facts_on(day).every_days;
  const auto usual = every > 0 ? std::optional<double>(every) : median_gap_days(person, day - 1);
  return days > long_silence || (usual && days > shortest_silence && days > 3 * *usual);
}

}  // namespace connect
