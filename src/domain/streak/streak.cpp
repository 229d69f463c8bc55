#include "domain/streak/streak.hpp"

#include <algorithm>
#include <array>

#include "domain/summary/summary_views.hpp"

namespace connect {
namespace {

/// The listed days up to and including `today`.
std::span<const DayActs> listed(const Summary& summary, Day today) {
  const auto end = std::ranges::upper_bound(summary.days, today, {}, &DayActs::day);
  return {summary.days.begin(), end};
}

StreakCheckpoint fresh(StreakRules rules) {
  StreakCheckpoint none;
  none.rules = rules;
  none.all = StreakFold(rules.rhythm);
  none.acts.fill(none.all);
  return none;
}

/// The state of all streaks after the acts up to and including `last`.
StreakCheckpoint folded(const Summary& summary, const RestCalendar& rests, Day last,
                        Rhythm rhythm) {
  StreakCheckpoint days =
      summary.before ? summary.before->streaks : fresh({rhythm, rests.weekdays});
  for (const DayActs& acts : listed(summary, last)) {
    days.all.act(acts.day, rests);
    days.strength.act(acts.day, rests);
    for (Act act : all_acts)
      if (acts.counts[index(act)] > 0) days.acts[index(act)].act(acts.day, rests);
  }
  return days;
}

/// The days with an entry of this act, or of any, among the `length` days that end today.
int acted_within(std::span<const DayActs> days, Day today, int length,
                 std::optional<Act> act = {}) {
  int count = 0;
  for (auto it = days.rbegin(); it != days.rend() && it->day > today - length; ++it)
    count += !act || it->counts[index(*act)] > 0 ? 1 : 0;
  return count;
}

/// How many of the last 28 days, since the first act, could have been acted on: days with an act,
/// and days before today that are not rest days.
int askable_days(const Summary& summary, Day first, const RestCalendar& rests, Day today) {
  int count = 0;
  for (Day day = std::max(first, today - 27); day <= today; ++day.number)
    if (acts_on(summary, day) != nullptr || (day != today && !rests.contains(day))) ++count;
  return count;
}

StreakState state_of(const StreakLengths& lengths, bool acted_today, bool any, bool resting) {
  if (!any) return StreakState::fresh;
  if (acted_today) return StreakState::done;
  if (resting) return StreakState::resting;
  if (lengths.current == 0) return StreakState::rested;
  return lengths.rests_left == 0 ? StreakState::last_rest : StreakState::open;
}

/// Looks a year ahead at most: with rest days on every day of the week there is no last one.
std::optional<Day> last_rest_day(const RestCalendar& rests, Day today) {
  constexpr int year = 366;
  Day day = today;
  while (rests.contains(day) && day - today < year) day = day + 1;
  return day == today ? std::nullopt : std::optional(day - 1);
}

}  // namespace

std::string_view slug(StreakState state) {
  constexpr std::array<std::string_view, 6> slugs = {"new",       "done",    "open",
                                                     "last-rest", "resting", "rested"};
  return slugs[static_cast<std::size_t>(state)];
}

Streak streak_of(const Summary& summary, const RestCalendar& rests, Day today, Rhythm rhythm) {
  const StreakCheckpoint days = folded(summary, rests, today, rhythm);
  const auto acted = listed(summary, today);
  const auto first = days.all.first();
  Streak streak;
  streak.today = today;
  streak.rhythm = rhythm;
  streak.lengths = days.all.on(today, rests);
  const bool acted_today = acts_on(summary, today) != nullptr;
  streak.rest_until = last_rest_day(rests, today);
  streak.without_today = days.all.on(today + 1, rests).current;
  streak.state =
      state_of(streak.lengths, acted_today, first.has_value(), streak.rest_until.has_value());
  streak.last_7 = acted_within(acted, today, 7);
  streak.last_28 = acted_within(acted, today, 28);
  streak.last_90 = acted_within(acted, today, 90);
  streak.of_28 = first ? askable_days(summary, *first, rests, today) : 0;
  StrengthFold strength = days.strength;
  strength.pass(today, rests);
  streak.strength = strength.value();
  for (Act act : all_acts) {
    streak.acts[index(act)] = days.acts[index(act)].on(today, rests);
    streak.acts_last_28[index(act)] = acted_within(acted, today, 28, act);
  }
  return streak;
}

Streak streak_of(const Summary& summary, const RestCalendar& rests, Day today, Rhythm rhythm,
                 Act act) {
  const Streak all = streak_of(summary, rests, today, rhythm);
  Summary alone;
  for (const DayActs& acts : summary.days) {
    const std::uint32_t count = acts.counts[index(act)];
    if (count == 0) continue;
    alone.days.push_back({acts.day, {}});
    alone.days.back().counts[index(act)] = count;
  }
  Streak streak = streak_of(alone, rests, today, rhythm);
  streak.acts = all.acts;
  streak.acts_last_28 = all.acts_last_28;
  streak.of_28 = all.of_28;
  return streak;
}

StreakCheckpoint streak_checkpoint(const Summary& summary, const RestCalendar& rests, Day until,
                                   Rhythm rhythm) {
  StreakCheckpoint days = folded(summary, rests, until - 1, rhythm);
  days.until = until;
  days.all.pass(until, rests);
  days.strength.pass(until, rests);
  for (StreakFold& act : days.acts) act.pass(until, rests);
  return days;
}

StreakLengths streak_lengths(const Summary& summary, const RestCalendar& rests, Day today,
                             Rhythm rhythm) {
  StreakFold streak = summary.before ? summary.before->streaks.all : StreakFold(rhythm);
  for (const DayActs& acts : listed(summary, today)) streak.act(acts.day, rests);
  return streak.on(today, rests);
}

double strength_of(std::span<const Day> acted, const RestCalendar& rests, Day today) {
  StrengthFold strength;
  for (Day day : acted) {
    if (day > today) break;
    strength.act(day, rests);
  }
  strength.pass(today, rests);
  return strength.value();
}

std::vector<Day> acted_days(const Summary& summary, Day today, std::optional<Act> act) {
  std::vector<Day> days;
  for (const DayActs& acts : listed(summary, today))
    if (!act || acts.counts[index(*act)] > 0) days.push_back(acts.day);
  return days;
}

std::optional<Day> first_acted(const Summary& summary, Day today, std::optional<Act> act) {
  if (summary.before) {
    const StreakCheckpoint& earlier = summary.before->streaks;
    const StreakFold& streak = act ? earlier.acts[index(*act)] : earlier.all;
    if (streak.first()) return streak.first();
  }
  const auto days = acted_days(summary, today, act);
  return days.empty() ? std::nullopt : std::optional(days.front());
}

}  // namespace connect
