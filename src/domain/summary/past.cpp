#include "domain/summary/past.hpp"

#include <algorithm>
#include <tuple>

#include "domain/streak/streak.hpp"
#include "domain/suggest/prompt.hpp"

namespace connect {
namespace {

constexpr std::size_t prompts_kept = 200;
constexpr int past_days_needed = 90;  // streaks need these days one by one
constexpr int past_days_listed = past_days_needed + 10;
constexpr int days_open = 14;  // entries are logged late, but rarely later than this

void count_day(std::vector<DayActs>& days, const Entry& entry) {
  auto place = days.end();
  if (!days.empty() && days.back().day >= entry.day)
    place = std::ranges::lower_bound(days, entry.day, {}, &DayActs::day);
  if (place == days.end() || place->day != entry.day) place = days.insert(place, {entry.day, {}});
  ++place->counts[index(entry.act)];
}

void add_entry(Past& past, const Ledger& ledger, const Entry& entry, std::optional<Day> today) {
  count_day(past.days, entry);
  const Day since = today ? *today - days_open : Day{INT32_MIN};
  const auto people = ledger.people(entry);
  for (NameIndex person : people) {
    PersonPast& known = past.persons[person];
    ++known.count;
    known.met.add(entry.day, since);
    if (entry.act == Act::thank) known.thanked.add(entry.day, since);
  }
  for (NameIndex tag : ledger.tags(entry)) past.tagged[tag] = 1;
  if (today && entry.day >= *today && entry.day <= *today + 1)
    past.recent.push_back({stamp_of(entry), entry.day, entry.act, people});
}

void add_suggestions(Past& past, const Ledger& ledger) {
  const auto shown = ledger.suggestions();
  if (shown.empty()) return;
  for (const ShownSuggestion& each : shown)
    past.shown.push_back({each, ledger.id_text(each.stamp.id)});
  const auto stamp = [](const ShownRecord& each) { return each.said.stamp; };
  if (!std::ranges::is_sorted(past.shown, {}, stamp)) std::ranges::sort(past.shown, {}, stamp);
  for (const ShownSuggestion& each : shown) {
    const FirstShown first{each.day, each.stamp};
    past.first_shown = past.first_shown ? std::min(*past.first_shown, first) : first;
  }
}

/// Whether each person of a kindness was thanked for it by an entry before `base`. Such an entry
/// counts on the morning of every day that can still be queried.
bool is_thanked_for(const Past& past, const Notice& notice, Day base) {
  return std::ranges::all_of(notice.with, [&](const auto& name) {
    const auto thanked = past.persons[*past.people.find(name)].thanked.until(base - 1);
    return thanked && *thanked >= notice.day;
  });
}

/// Drops the oldest suggestions beyond `prompts_kept`, only whole days and none since `base`.
void cut_shown(Past& past, Day base) {
  for (ShownRecord& each : past.shown)
    if (each.said.day < base) each.id.clear();  // no new record can refer to it
  if (past.shown.size() <= prompts_kept) return;
  std::vector<Day> days;
  for (const ShownRecord& each : past.shown) days.push_back(each.said.day);
  std::ranges::sort(days);
  const Day since = std::min(base, days[days.size() - prompts_kept]);
  const auto erased =
      std::erase_if(past.shown, [&](const ShownRecord& each) { return each.said.day < since; });
  past.is_cut = past.is_cut || erased > 0;
}

}  // namespace

Fold::Fold(const Past& past, Notes notes) : notes_(notes) {
  ledger_.people_ = past.people;
  ledger_.tags_ = past.tags;
  ledger_.rests_ = past.rests;
  for (NameIndex i = 0; i < past.persons.size(); ++i)
    if (!past.persons[i].settings.empty()) ledger_.settings_[i] = past.persons[i].settings;
}

void add(Past& past, const Ledger& ledger, std::optional<Day> today) {
  past.people = ledger.people();
  past.tags = ledger.tags();
  past.rests = ledger.rests();
  past.persons.resize(past.people.size());
  past.tagged.resize(past.tags.size());
  for (NameIndex i = 0; i < past.persons.size(); ++i)
    if (past.people.root(i) == i) {
      const auto settings = ledger.settings(i);
      past.persons[i].settings.assign(settings.begin(), settings.end());
    }
  for (const Entry& entry : ledger.entries()) add_entry(past, ledger, entry, today);
  std::ranges::sort(past.recent, {},
                    [](const RecentEntry& each) { return std::tie(each.day, each.stamp); });
  add_suggestions(past, ledger);
  past.notices.insert(past.notices.end(), ledger.notices().begin(), ledger.notices().end());
  std::ranges::sort(past.notices, {}, &Notice::stamp);
}

Past abridged(const Past& past, Day today, StreakRules rules) {
  constexpr Day never_yet{INT32_MIN};
  const Day base = std::max(today - days_open, past.base_day.value_or(never_yet));
  const Day listed =
      std::max(today - past_days_listed, past.earlier ? past.earlier->until : never_yet);
  Past out = past;
  const History history = history_of(past);
  out.before = choice_state_before(history, base);
  out.base_day = base;
  out.earlier = earlier_days(history, {history.rests, rules.rest_weekdays}, listed, rules.rhythm);
  std::erase_if(out.days, [&](const DayActs& acts) { return acts.day < listed; });
  cut_shown(out, base);
  for (PersonPast& person : out.persons) {
    person.met.forget_before(base);
    person.thanked.forget_before(base);
    forget_settings_before(person.settings, base);
  }
  std::erase_if(out.notices,
                [&](const Notice& notice) { return is_thanked_for(past, notice, base); });
  for (Notice& notice : out.notices) notice.note.clear();
  std::erase_if(out.recent, [&](const RecentEntry& each) { return each.day < today; });
  return out;
}

bool lists_enough(const Past& past, Day today, StreakRules rules) {
  return past.earlier && past.earlier->until <= today - past_days_needed &&
         past.earlier->rules == rules;
}

}  // namespace connect
