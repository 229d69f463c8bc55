#include "domain/summary/summary_views.hpp"

#include <algorithm>
#include <tuple>

namespace connect {
namespace {

std::optional<Day> day_met(const PersonTotals& person, Day until) {
  const auto met = person.met.until(until);
  return met ? std::optional(met->day) : std::nullopt;
}

using OfDay = std::span<const ShownSuggestion* const>;

/// Null if it was not replaced on that day.
const ShownSuggestion* replacement_of(const ShownSuggestion& shown, OfDay of_day) {
  const auto found = std::ranges::find(of_day, shown.stamp.id, &ShownSuggestion::instead_of);
  return found == of_day.end() ? nullptr : *found;
}

/// Whether it is the same suggestion, with what was asked for of it.
bool is_same(const ShownSuggestion& shown, const ShownSuggestion& other) {
  return shown.suggestion == other.suggestion && shown.person == other.person &&
         shown.ref == other.ref;
}

/// Appends the suggestions of one day, which are in the order of their stamps.
void resolve_day(OfDay of_day, std::vector<ResolvedSuggestion>& out) {
  const auto add = [&](const ShownSuggestion& said, bool declined) {
    out.push_back({said.day, said.act, declined, hash_of(said.suggestion), &said});
  };
  const ShownSuggestion* current = nullptr;
  for (const ShownSuggestion* shown : of_day) {
    if (const ShownSuggestion* next = replacement_of(*shown, of_day)) {
      if (!is_same(*shown, *next)) add(*shown, true);
    } else if (current == nullptr || !shown->instead_of.empty()) {
      current = shown;
    }
  }
  if (current != nullptr) add(*current, false);
}

/// The people due on `day`, with the settings that `facts_of` returns and the days on which they
/// were met up to `met_until`.
template <class FactsOf>
std::vector<const PersonTotals*> due_people(const Summary& summary, Day day, Day met_until,
                                            FactsOf facts_of) {
  struct Due {
    std::int64_t lateness;
    Day since;
    const PersonTotals* person;
  };
  std::vector<Due> due;
  for (const PersonTotals& person : summary.persons) {
    const PersonFacts facts = facts_of(person);
    if (facts.every_days <= 0 || facts.resting) continue;
    const Day since = day_met(person, met_until).value_or(facts.rhythm_since);
    if (since + facts.every_days > day) continue;
    due.push_back({std::int64_t{day - since} * 1000 / facts.every_days, since, &person});
  }
  // Ties are broken by name, not by the order of the people, which depends on what is logged today.
  std::ranges::sort(due, [](const Due& a, const Due& b) {
    return std::tie(b.lateness, a.since, a.person->name) <
           std::tie(a.lateness, b.since, b.person->name);
  });
  std::vector<const PersonTotals*> out;
  for (const Due& each : due) out.push_back(each.person);
  return out;
}

std::vector<std::string> displayed(const Names& names, std::span<const NameIndex> list) {
  std::vector<std::string> out;
  for (NameIndex name : list) out.push_back(names.display(name));
  return out;
}

}  // namespace

bool is_known(const Summary& summary, NameIndex person) {
  const PersonTotals& totals = summary.persons[person];
  const auto is_about = [&](const OpenNote& note) {
    return std::ranges::find(note.with, person) != note.with.end();
  };
  return totals.entries > 0 || totals.facts() != PersonFacts{} ||
         totals.details != PersonDetails{} || std::ranges::any_of(summary.kindnesses, is_about) ||
         std::ranges::any_of(summary.asks, is_about);
}

std::vector<ResolvedSuggestion> resolved_suggestions(const Summary& summary) {
  std::vector<ResolvedSuggestion> out = summary.settled;
  std::vector<const ShownSuggestion*> shown;
  for (const ShownSuggestion& each : summary.shown) shown.push_back(&each);
  const auto day_of = [](const ShownSuggestion* each) { return each->day; };
  std::ranges::stable_sort(shown, {}, day_of);
  for (auto begin = shown.begin(); begin != shown.end();) {
    const auto end = std::ranges::upper_bound(begin, shown.end(), (*begin)->day, {}, day_of);
    resolve_day({begin, end}, out);
    begin = end;
  }
  return out;
}

std::vector<std::uint64_t> unwanted_suggestions(const Summary& summary, Day day) {
  std::vector<std::uint64_t> out = summary.unwanted;
  for (const ShownSuggestion& each : summary.shown) {
    if (!each.never || each.day >= day) continue;
    const auto replaced = std::ranges::find(summary.shown, each.instead_of,
                                            [](const auto& other) { return other.stamp.id; });
    if (replaced != summary.shown.end() && replaced->day == each.day)
      out.push_back(hash_of(replaced->suggestion));
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

const ResolvedSuggestion* suggestion_for(std::span<const ResolvedSuggestion> suggestions, Day day) {
  for (auto it = suggestions.rbegin(); it != suggestions.rend() && it->day >= day; ++it)
    if (it->day == day && !it->declined && it->shown != nullptr) return &*it;
  return nullptr;
}

const DayActs* acts_on(const Summary& summary, Day day) { return acts_on(summary.days, day); }

std::vector<const PersonTotals*> known_people(const Summary& summary) {
  std::vector<const PersonTotals*> people;
  for (NameIndex i = 0; i < summary.persons.size(); ++i)
    if (summary.people.root(i) == i && is_known(summary, i)) people.push_back(&summary.persons[i]);
  const auto last = [](const PersonTotals* person) { return day_met(*person, {INT32_MAX}); };
  std::ranges::sort(people, [&](const PersonTotals* a, const PersonTotals* b) {
    return std::tuple(last(b), std::string_view(a->name)) <
           std::tuple(last(a), std::string_view(b->name));
  });
  return people;
}

std::vector<std::string> known_tags(const Summary& summary) {
  std::vector<std::string> out;
  for (NameIndex i = 0; i < summary.tagged.size(); ++i)
    if (summary.tagged[i] != 0) out.push_back(summary.tags.display(i));
  std::ranges::sort(out);
  return out;
}

std::vector<const PersonTotals*> overdue_people(const Summary& summary, Day today) {
  return due_people(summary, today, today,
                    [](const PersonTotals& person) { return person.facts(); });
}

std::vector<std::string> names_of(std::span<const PersonTotals* const> people) {
  std::vector<std::string> names;
  for (const PersonTotals* person : people) names.push_back(person->name);
  return names;
}

std::vector<const PersonTotals*> due_on_morning(const Summary& summary, Day day) {
  return due_people(summary, day, day - 1,
                    [&](const PersonTotals& person) { return person.facts_on(day); });
}

std::vector<DateOfPerson> dates_on(const Summary& summary, Day day) {
  std::vector<DateOfPerson> out;
  for (const PersonTotals& person : summary.persons)
    for (const auto& [date, since] : person.details.dates) {
      const bool is_known = since < day || since > day + 1;
      if (is_known && falls_on(date.on, day) && !person.facts_on(day).resting)
        out.push_back({&person, &date});
    }
  std::ranges::stable_sort(
      out, {}, [](const DateOfPerson& each) { return std::string_view(each.person->name); });
  return out;
}

std::optional<Day> due_day(const PersonTotals& person, Day day) {
  const PersonFacts facts = person.facts();
  if (facts.every_days <= 0) return std::nullopt;
  return day_met(person, day).value_or(facts.rhythm_since) + facts.every_days;
}

std::optional<double> median_gap_days(const PersonTotals& person, Day day) {
  constexpr std::size_t enough_gaps = 3, most_gaps = 8;
  std::vector<int> gaps(person.gaps.begin(), person.gaps.end());
  const auto& met = person.met.items();
  for (std::size_t i = 1; i < met.size() && met[i].day <= day; ++i)
    gaps.push_back(met[i].day - met[i - 1].day);
  if (gaps.size() < enough_gaps) return std::nullopt;
  if (gaps.size() > most_gaps) gaps.erase(gaps.begin(), gaps.end() - most_gaps);
  std::ranges::sort(gaps);
  const std::size_t middle = gaps.size() / 2;
  if (gaps.size() % 2 == 1) return gaps[middle];
  return (gaps[middle - 1] + gaps[middle]) / 2.0;
}

bool is_quiet(const PersonTotals& person, Day day) {
  constexpr int shortest_silence = 21;
  const PersonFacts facts = person.facts_on(day);
  const auto last = day_met(person, day - 1);
  if (!last || facts.resting || facts.every_days > 0 || day - *last <= shortest_silence)
    return false;
  const auto gap = median_gap_days(person, day - 1);
  return gap && day - *last > 3 * *gap;
}

const PersonTotals* find_person(const Summary& summary, std::string_view spelling) {
  const auto person = summary.people.find(spelling);
  return person && is_known(summary, *person) ? &summary.persons[*person] : nullptr;
}

bool was_thanked(const PersonTotals& person, const DatedStamp& noticed, Day until) {
  const auto thanked = person.thanked.until(until);
  return thanked && *thanked > noticed;
}

bool was_met(const PersonTotals& person, const DatedStamp& asked, Day until) {
  const auto met = person.met.until(until);
  return met && *met > asked;
}

std::uint64_t seed_on(const Summary& summary, Day day) {
  if (!summary.first_shown || summary.first_shown->day > day) return 0;
  const Id first = summary.first_shown->stamp.id;
  return mixed(first.high ^ mixed(first.low));
}

EntryText latest_entry(const Summary& summary, std::size_t row) {
  const DailyDetails& details = *summary.details;
  const auto& latest = details.latest_on(row);
  EntryText text{
      summary.id_text(latest.stamp.id), {latest.stamp.seconds, latest.offset_minutes}, {}};
  text.said.day = details.rows[row].acts.day;
  text.said.act = latest.act;
  text.said.with = displayed(summary.people, details.lists[latest.with]);
  text.said.tags = displayed(summary.tags, details.lists[latest.tags]);
  text.said.before = latest.before;
  text.said.felt = latest.felt;
  if (!latest.prompt.empty()) text.said.prompt = summary.id_text(latest.prompt);
  return text;
}

}  // namespace connect
