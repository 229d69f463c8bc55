#include "domain/streak/streak_days.hpp"

#include <algorithm>

namespace connect {
namespace {

DayKind day_kind(Day day, std::span<const Day> acted, std::optional<Day> first,
                 const RestCalendar& rests, Day today) {
  if (std::ranges::binary_search(acted, day)) return DayKind::acted;
  if (!first || day < *first) return DayKind::before;
  if (rests.contains(day)) return DayKind::resting;
  return day == today ? DayKind::open : DayKind::rest;
}

/// How many free rest days the last seven days use, `days.back()` included and rest days skipped.
int rests_used(const std::vector<StreakDay>& days) {
  int used = 0;
  int counted = 0;
  for (auto it = days.rbegin(); it != days.rend() && counted < 7; ++it) {
    if (it->kind == DayKind::resting) continue;
    ++counted;
    if (it->kind == DayKind::rest || it->kind == DayKind::ended || it->kind == DayKind::quiet)
      ++used;
  }
  return used;
}

}  // namespace

std::vector<StreakDay> streak_days(const Summary& summary, std::optional<Act> act,
                                   const RestCalendar& rests, Day today, Rhythm rhythm, int count) {
  // Days classified in addition, before the first one shown: free rest days among them count in its
  // window of seven days. 60 days cover the window and a long run of rest days.
  constexpr int lead = 60;
  const auto acted = acted_days(summary, today, act);
  const auto first = first_acted(summary, today, act);
  std::vector<StreakDay> days;
  bool alive = false;
  for (Day day = today - (count + lead - 1); day <= today; ++day.number) {
    days.push_back({day, day_kind(day, acted, first, rests, today), 0});
    StreakDay& last = days.back();
    if (last.kind == DayKind::acted) alive = true;
    if (last.kind != DayKind::rest) continue;
    last.used = rests_used(days);
    if (last.used > rhythm.rests()) last.kind = alive ? DayKind::ended : DayKind::quiet;
    if (last.kind == DayKind::ended) alive = false;
  }
  days.erase(days.begin(), days.end() - count);
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
