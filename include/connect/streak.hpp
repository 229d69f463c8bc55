// How steady someone has been: a thread of acted days that a few free rests a week keep alive. It
// counts what was done and never what was not.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "connect/history.hpp"

namespace connect {

/// What asks nothing: ranges of days, and weekdays that always rest.
struct RestCalendar {
  DaySet days;
  std::uint8_t weekdays = 0;  // bit 0 is Monday
  bool contains(Day day) const {
    return (weekdays != 0 && (weekdays >> weekday(day) & 1) != 0) || days.contains(day);
  }
};

/// How many days in seven someone means to act; the others are free rests.
struct Rhythm {
  int days_in_seven = 5;  // 0 to 7
  int rests() const { return 7 - days_in_seven; }
};

/// The thread at day t is the number of acted days in [s, t], where s is the earliest acted day
/// such that no seven days in a row within [s, t] hold more misses than the rhythm allows. Days
/// that rest are taken out of the calendar, and today is never a miss.
struct Thread {
  int current = 0;
  int longest = 0;
  int plain = 0;             // acted days in a row, without any rest
  int previous = 0;          // what the thread held on the last acted day
  std::optional<Day> since;  // first acted day of the current thread
  int rests_left = 0;        // misses that the seven days ending today still allow
};

/// `acted`: days with an act, in order, each once; those after today are passed over.
Thread thread_of(std::span<const Day> acted, const RestCalendar& rests, Day today, Rhythm rhythm);

enum class StreakState : std::uint8_t { fresh, done, open, last_rest, resting, rested };
/// "new", "done", "open", "last-rest", "resting" or "rested".
std::string_view slug(StreakState state);

struct Streak {
  Day today;
  Thread thread;
  StreakState state = StreakState::fresh;
  int last_7 = 0;  // acted days among the last 7, today included
  int last_28 = 0;
  int last_90 = 0;
  int of_28 = 0;               // how many of the last 28 days could have been acted on so far
  double strength = 0;         // 0 to 1, see strength_of
  std::array<Thread, 4> acts;  // by act
  std::array<int, 4> acts_last_28{};
  Rhythm rhythm;
};

Streak streak_of(const History& history, const RestCalendar& rests, Day today, Rhythm rhythm);

/// Exponentially smoothed share of acted days with a half-life of 13 days, as in the habit tracker
/// Loop: S = S m + x (1 - m), m = 0.5^(1/13), from the first acted day to the last full day.
double strength_of(std::span<const Day> acted, const RestCalendar& rests, Day today);

/// Days with an entry of this act, or of any, up to and including `today`.
std::vector<Day> acted_days(const History& history, Day today, std::optional<Act> act = {});

}  // namespace connect
