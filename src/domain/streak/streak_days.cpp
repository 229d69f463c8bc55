#include "domain/streak/streak_days.hpp"

namespace connect {
namespace {

/// The streak of one act, or of all, after the days that the summary does not list.
StreakFold streak_before(const Summary& summary, std::optional<Act> act, Rhythm rhythm) {
  if (!summary.before) return StreakFold(rhythm);
  const StreakCheckpoint& earlier = summary.before->streaks;
  return act ? earlier.acts[index(*act)] : earlier.all;
}

/// Classifies a day without an act. `streak`: all days before it were added.
StreakDay day_without_act(const StreakFold& streak, Day day, const RestCalendar& rests, Day today,
                          Rhythm rhythm) {
  if (!streak.first()) return {day, DayKind::before};
  if (rests.contains(day)) return {day, DayKind::resting};
  if (day == today) return {day, DayKind::open};
  const StreakLengths before = streak.on(day, rests);
  const int used = rhythm.rests() - before.rests_left + 1;
  if (before.current == 0) return {day, DayKind::quiet, used};
  if (used <= rhythm.rests()) return {day, DayKind::rest, used};
  const bool is_over = streak.on(day + 1, rests).current == 0;
  return {day, is_over ? DayKind::ended : DayKind::shortened, used};
}

}  // namespace

std::vector<StreakDay> streak_days(const Summary& summary, std::optional<Act> act,
                                   const RestCalendar& rests, Day today, Rhythm rhythm, int count) {
  StreakFold streak = streak_before(summary, act, rhythm);
  const auto acted = acted_days(summary, today, act);
  const Day first = today - (count - 1);
  auto next = acted.begin();
  for (; next != acted.end() && *next < first; ++next) streak.act(*next, rests);
  std::vector<StreakDay> days;
  for (Day day = first; day <= today; ++day.number) {
    if (next != acted.end() && *next == day) {
      streak.act(*next++, rests);
      days.push_back({day, DayKind::acted});
    } else {
      days.push_back(day_without_act(streak, day, rests, today, rhythm));
    }
  }
  return days;
}

std::vector<double> weekly_strength(const Summary& summary, const RestCalendar& rests, Day today,
                                    int weeks) {
  std::vector<double> out;
  StrengthFold strength = summary.before ? summary.before->streaks.strength : StrengthFold();
  auto acts = summary.days.begin();
  for (Day end = today - (weeks - 1) * 7; end <= today; end = end + 7) {
    for (; acts != summary.days.end() && acts->day <= end; ++acts) strength.act(acts->day, rests);
    strength.pass(end, rests);  // the last day of a week is not a miss yet
    out.push_back(strength.value());
  }
  return out;
}

}  // namespace connect
