// The days behind a streak, one by one: what each was, and which free rest it used.
#pragma once

#include <vector>

#include "domain/streak/streak.hpp"

namespace connect {

enum class DayKind : std::uint8_t {
  before,  // before the first act
  acted,
  rest,     // a free rest of its seven days
  ended,    // one rest more than seven days hold: here a thread ended
  quiet,    // no thread to rest from
  resting,  // taken out of the calendar
  open,     // today, nothing logged yet
};

struct StreakDay {
  Day day;
  DayKind kind = DayKind::before;
  int used = 0;  // for a rest: which one it is of the seven days that end with it, from 1
};

/// The `count` days that end today, oldest first, for an act or for all; `count` up to 30.
std::vector<StreakDay> streak_days(const History& history, std::optional<Act> act,
                                   const RestCalendar& rests, Day today, Rhythm rhythm, int count);

/// The strength at the end of each of the last `weeks` weeks, oldest first, today last; up to 12.
std::vector<double> weekly_strength(const History& history, const RestCalendar& rests, Day today,
                                    int weeks);

}  // namespace connect
