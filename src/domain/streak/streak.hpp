// How steady someone has been: a thread of acted days that a few free rests a week keep alive. It
// counts what was done and never what was not.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/summary/history.hpp"

namespace connect {

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
  double strength = 0;         // 0 to 1, see StrengthFold
  std::array<Thread, 4> acts;  // by act
  std::array<int, 4> acts_last_28{};
  Rhythm rhythm;
};

Streak streak_of(const History& history, const RestCalendar& rests, Day today, Rhythm rhythm);

/// The same of one act: everything but `acts` and `of_28` as if no other act had been logged.
/// `history` lists all days, as one does that was not cut short for a cache.
Streak streak_of(const History& history, const RestCalendar& rests, Day today, Rhythm rhythm,
                 Act act);

/// What the days before `until` came to, for every streak.
EarlierDays earlier_days(const History& history, const RestCalendar& rests, Day until,
                         Rhythm rhythm);

/// The thread of all acts alone.
Thread thread_of(const History& history, const RestCalendar& rests, Day today, Rhythm rhythm);

/// See StrengthFold.
double strength_of(std::span<const Day> acted, const RestCalendar& rests, Day today);

/// Days with an entry of this act, or of any, up to and including `today`, as far as `history`
/// lists them one by one.
std::vector<Day> acted_days(const History& history, Day today, std::optional<Act> act = {});
/// The first day of all with an entry of this act, or of any, up to and including `today`.
std::optional<Day> first_acted(const History& history, Day today, std::optional<Act> act = {});

}  // namespace connect
