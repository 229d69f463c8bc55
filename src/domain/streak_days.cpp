#include "connect/streak_days.hpp"

#include <algorithm>
#include <cmath>

namespace connect {
namespace {

DayKind kind_of(Day day, std::span<const Day> acted, const RestCalendar& rests, Day today) {
  if (std::ranges::binary_search(acted, day)) return DayKind::acted;
  if (acted.empty() || day < acted.front()) return DayKind::before;
  if (rests.contains(day)) return DayKind::resting;
  return day == today ? DayKind::open : DayKind::rest;
}

/// How many free rests the last seven days that count hold, `days.back()` included.
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

std::vector<StreakDay> streak_days(std::span<const Day> acted, const RestCalendar& rests, Day today,
                                   Rhythm rhythm, int count) {
  // A week and the longest run of rests before the first day shown may matter to it.
  constexpr int lead = 60;
  std::vector<StreakDay> days;
  bool alive = false;
  for (Day day = today - (count + lead - 1); day <= today; ++day.number) {
    days.push_back({day, kind_of(day, acted, rests, today), 0});
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

std::vector<double> weekly_strength(std::span<const Day> acted, const RestCalendar& rests,
                                    Day today, int weeks) {
  std::vector<double> out;
  const double kept = std::pow(0.5, 1.0 / 13.0);
  double strength = 0;
  std::size_t next = 0;
  Day end = today - (weeks - 1) * 7;  // of the next week to tell; it is no miss for this week
  for (Day day = acted.empty() ? end : std::min(end, acted.front()); day <= today; ++day.number) {
    const bool is_acted = next < acted.size() && acted[next] == day;
    if (is_acted) strength = strength * kept + (1 - kept);
    if (is_acted) ++next;
    if (day == end) {
      out.push_back(strength);
      end = end + 7;
    }
    if (!is_acted && next > 0 && !rests.contains(day)) strength *= kept;
  }
  return out;
}

}  // namespace connect
