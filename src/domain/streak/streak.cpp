#include "domain/streak/streak.hpp"

#include <algorithm>
#include <array>

namespace connect {
namespace {

/// The listed days up to and including `today`.
std::span<const DayActs> listed(const History& history, Day today) {
  const auto end = std::ranges::upper_bound(history.days, today, {}, &DayActs::day);
  return {history.days.begin(), end};
}

EarlierDays fresh(StreakRules rules) {
  EarlierDays none;
  none.rules = rules;
  none.thread = StreakFold(rules.rhythm);
  none.acts.fill(none.thread);
  return none;
}

/// The state of all streaks after the acts up to and including `last`.
EarlierDays folded(const History& history, const RestCalendar& rests, Day last, Rhythm rhythm) {
  EarlierDays days = history.earlier ? *history.earlier : fresh({rhythm, rests.weekdays});
  for (const DayActs& acts : listed(history, last)) {
    days.thread.act(acts.day, rests);
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
int askable_days(const History& history, Day first, const RestCalendar& rests, Day today) {
  int count = 0;
  for (Day day = std::max(first, today - 27); day <= today; ++day.number)
    if (acts_on(history, day) != nullptr || (day != today && !rests.contains(day))) ++count;
  return count;
}

StreakState state_of(const StreakLengths& thread, bool acted_today, bool any, bool resting) {
  if (!any) return StreakState::fresh;
  if (acted_today) return StreakState::done;
  if (resting) return StreakState::resting;
  if (thread.current == 0) return StreakState::rested;
  return thread.rests_left == 0 ? StreakState::last_rest : StreakState::open;
}

}  // namespace

std::string_view slug(StreakState state) {
  constexpr std::array<std::string_view, 6> slugs = {"new",       "done",    "open",
                                                     "last-rest", "resting", "rested"};
  return slugs[static_cast<std::size_t>(state)];
}

Streak streak_of(const History& history, const RestCalendar& rests, Day today, Rhythm rhythm) {
  const EarlierDays days = folded(history, rests, today, rhythm);
  const auto acted = listed(history, today);
  const auto first = days.thread.first();
  Streak streak;
  streak.today = today;
  streak.rhythm = rhythm;
  streak.thread = days.thread.on(today, rests);
  const bool acted_today = acts_on(history, today) != nullptr;
  streak.state = state_of(streak.thread, acted_today, first.has_value(), rests.contains(today));
  streak.last_7 = acted_within(acted, today, 7);
  streak.last_28 = acted_within(acted, today, 28);
  streak.last_90 = acted_within(acted, today, 90);
  streak.of_28 = first ? askable_days(history, *first, rests, today) : 0;
  StrengthFold strength = days.strength;
  strength.pass(today, rests);
  streak.strength = strength.value();
  for (Act act : all_acts) {
    streak.acts[index(act)] = days.acts[index(act)].on(today, rests);
    streak.acts_last_28[index(act)] = acted_within(acted, today, 28, act);
  }
  return streak;
}

Streak streak_of(const History& history, const RestCalendar& rests, Day today, Rhythm rhythm,
                 Act act) {
  const Streak all = streak_of(history, rests, today, rhythm);
  History alone;
  for (const DayActs& acts : history.days) {
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

EarlierDays earlier_days(const History& history, const RestCalendar& rests, Day until,
                         Rhythm rhythm) {
  EarlierDays days = folded(history, rests, until - 1, rhythm);
  days.until = until;
  days.thread.pass(until, rests);
  days.strength.pass(until, rests);
  for (StreakFold& act : days.acts) act.pass(until, rests);
  return days;
}

StreakLengths streak_lengths(const History& history, const RestCalendar& rests, Day today,
                             Rhythm rhythm) {
  StreakFold thread = history.earlier ? history.earlier->thread : StreakFold(rhythm);
  for (const DayActs& acts : listed(history, today)) thread.act(acts.day, rests);
  return thread.on(today, rests);
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

std::vector<Day> acted_days(const History& history, Day today, std::optional<Act> act) {
  std::vector<Day> days;
  for (const DayActs& acts : listed(history, today))
    if (!act || acts.counts[index(*act)] > 0) days.push_back(acts.day);
  return days;
}

std::optional<Day> first_acted(const History& history, Day today, std::optional<Act> act) {
  if (history.earlier) {
    const EarlierDays& earlier = *history.earlier;
    const StreakFold& thread = act ? earlier.acts[index(*act)] : earlier.thread;
    if (thread.first()) return thread.first();
  }
  const auto days = acted_days(history, today, act);
  return days.empty() ? std::nullopt : std::optional(days.front());
}

}  // namespace connect
