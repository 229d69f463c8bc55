// The streaks on a day: of all acts and of each act, with counts of acted days and a strength.
// streak_fold.hpp has the algorithms. The results count acted days, never missed ones.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/summary/summary.hpp"

namespace connect {

/// What today means for the streak. fresh: no act so far. done: acted today. resting: a rest day.
/// rested: no current streak. last_rest: missing today as well ends or shortens it. open: it can
/// still be missed.
enum class StreakState : std::uint8_t { fresh, done, open, last_rest, resting, rested };
/// "new", "done", "open", "last-rest", "resting" or "rested".
std::string_view slug(StreakState state);

struct Streak {
  Day today;
  StreakLengths lengths;
  StreakState state = StreakState::fresh;
  // The last of the rest days in a row from today on; empty if today is none.
  std::optional<Day> rest_until;
  int without_today = 0;  // the streak tomorrow if today is missed
  int last_7 = 0;         // acted days among the last 7, today included
  int last_28 = 0;
  int last_90 = 0;
  int of_28 = 0;                      // days among the last 28 that could have been acted on so far
  double strength = 0;                // 0 to 1, see StrengthFold
  std::array<StreakLengths, 4> acts;  // by act
  std::array<int, 4> acts_last_28{};
  Rhythm rhythm;
};

Streak streak_of(const Summary& summary, const RestCalendar& rests, Day today, Rhythm rhythm);

/// The streak of one act: everything but `acts`, `acts_last_28` and `of_28` as if no other act had
/// been logged. `summary` must list all days; one from the cache does not.
Streak streak_of(const Summary& summary, const RestCalendar& rests, Day today, Rhythm rhythm,
                 Act act);

/// The state of all streaks after the days before `until`, to be cached and continued.
StreakCheckpoint streak_checkpoint(const Summary& summary, const RestCalendar& rests, Day until,
                                   Rhythm rhythm);

/// The streak of all acts, without the other counts.
StreakLengths streak_lengths(const Summary& summary, const RestCalendar& rests, Day today,
                             Rhythm rhythm);

/// The strength on `today`; see StrengthFold. `acted` is ascending.
double strength_of(std::span<const Day> acted, const RestCalendar& rests, Day today);

/// Days with an entry of this act, or of any, up to and including `today`. Days before
/// `summary.before->streaks.until` are not listed and therefore missing.
std::vector<Day> acted_days(const Summary& summary, Day today, std::optional<Act> act = {});
/// The first day with an entry of this act, or of any, up to and including `today`. Includes the
/// days that `summary` does not list.
std::optional<Day> first_acted(const Summary& summary, Day today, std::optional<Act> act = {});

}  // namespace connect
