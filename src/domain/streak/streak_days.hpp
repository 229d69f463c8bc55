// Classifies the days of a streak one by one, and numbers the free rest days that were used.
#pragma once

#include <vector>

#include "domain/streak/streak.hpp"

namespace connect {

enum class DayKind : std::uint8_t {
  before,  // before the first act
  acted,
  rest,       // a free rest day
  shortened,  // a miss beyond the free rest days of its seven days: the streak lost its first days
  ended,      // such a miss that left nothing of the streak
  quiet,      // a miss without a streak
  resting,    // a rest day
  open,       // today, nothing logged yet
};

struct StreakDay {
  Day day;
  DayKind kind = DayKind::before;
  int used = 0;  // for a miss: its number, from 1, among those of its streak in its seven days
};

/// The `count` days that end today, oldest first, for one act or for all. `count` is at most 90,
/// because a summary from the cache lists as many days.
std::vector<StreakDay> streak_days(const Summary& summary, std::optional<Act> act,
                                   const RestCalendar& rests, Day today, Rhythm rhythm, int count);

/// The strength at the end of each of the last `weeks` weeks, oldest first, today last. `weeks` is
/// at most 12, for the same reason.
std::vector<double> weekly_strength(const Summary& summary, const RestCalendar& rests, Day today,
                                    int weeks);

}  // namespace connect
