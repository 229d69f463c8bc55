// The streak and the strength, each as a fold over days.
//
// A streak is a run of acted days in which no seven days in a row hold more misses than the rhythm
// allows. The state after any day is small and of fixed size: it can be cached and continued, so
// the cost does not grow with the age of a ledger.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "domain/suggest/act.hpp"
#include "domain/time/day_set.hpp"

namespace connect {

/// Rest days: ranges of days, and weekdays that always rest. A rest day is never a miss.
struct RestCalendar {
  DaySet days;
  std::uint8_t weekdays = 0;  // bit 0 is Monday
  bool contains(Day day) const {
    return (weekdays != 0 && (weekdays >> weekday(day) & 1) != 0) || days.contains(day);
  }
};

/// How many days in seven someone means to act; the others are free rest days.
struct Rhythm {
  int days_in_seven = 5;  // 0 to 7
  int rests() const { return 7 - days_in_seven; }
  bool operator==(const Rhythm&) const = default;
};

/// The streak on day t: the number of acted days in [s, t], where s is the earliest acted day such
/// that no seven days in a row within [s, t] hold more misses than the rhythm allows. Rest days
/// without an act are removed from the calendar first, and today is never a miss.
struct StreakLengths {
  int current = 0;
  int longest = 0;
  int plain = 0;             // acted days since the last miss; rest days in between do not matter
  int previous = 0;          // the streak on the last acted day
  std::optional<Day> since;  // first acted day of the current streak
  int rests_left = 0;        // misses that the seven days ending today still allow
};

/// Takes days in order. Keeps the last rests_ + 1 misses, the only ones that can still end a
/// streak.
class StreakFold {
 public:
  explicit StreakFold(Rhythm rhythm = {}) : rests_(static_cast<std::uint32_t>(rhythm.rests())) {}

  /// Adds a day with an act. The days since the previous one become misses, except rest days.
  void act(Day day, const RestCalendar& rests);
  /// Completes the days before `until`: no more acts follow for them.
  void pass(Day until, const RestCalendar& rests);
  /// The streak on this day. All acts up to it, and no later ones, must have been added.
  StreakLengths on(Day today, const RestCalendar& rests) const;
  std::optional<Day> first() const { return first_; }

  struct Miss {
    int position = 0;         // number of acted and missed days so far, with it
    int acted = 0;            // acted days before it
    std::optional<Day> next;  // the first acted day after it
  };

  /// Calls `take` with every member of a fold, const or not, to serialize or restore it.
  template <class Fold, class Take>
  static void each_member(Fold& fold, Take take) {
    take(fold.rests_), take(fold.missed_), take(fold.misses_), take(fold.position_);
    take(fold.acted_), take(fold.begin_), take(fold.longest_), take(fold.previous_);
    take(fold.plain_), take(fold.since_), take(fold.first_), take(fold.next_);
  }
  /// Whether a restored fold can be continued. Members that were read from a file limit arrays and
  /// sums, so they must be in range.
  bool is_sound() const;

 private:
  void miss();
  int held() const { return acted_ - begin_; }
  int rests_left(int today) const;

  std::uint32_t rests_;
  std::uint32_t missed_ = 0;    // number of used elements of `misses_`
  std::array<Miss, 8> misses_;  // oldest first; at most 7 free rest days and one more
  int position_ = 0;
  int acted_ = 0;
  int begin_ = 0;  // acted days before the current streak
  int longest_ = 0;
  int previous_ = 0;
  int plain_ = 0;
  std::optional<Day> since_;
  std::optional<Day> first_;
  Day next_;  // the first day not added yet
};

/// `acted`: days with an act, ascending, each once. Days after `today` are ignored.
StreakLengths streak_lengths(std::span<const Day> acted, const RestCalendar& rests, Day today,
                             Rhythm rhythm);

/// Exponentially smoothed share of acted days with a half-life of 13 days, as in the habit tracker
/// Loop: S = S m + x (1 - m), x = 1 on an acted day and 0 on a miss, m = 0.5^(1/13), from the first
/// acted day to the last full day. Rest days without an act leave S unchanged.
class StrengthFold {
 public:
  void act(Day day, const RestCalendar& rests);
  void pass(Day until, const RestCalendar& rests);
  double value() const { return value_; }  // 0 to 1

  /// As StreakFold::each_member.
  template <class Fold, class Take>
  static void each_member(Fold& fold, Take take) {
    take(fold.value_), take(fold.next_);
  }
  bool is_sound() const { return value_ >= 0 && value_ <= 1; }

 private:
  double value_ = 0;
  std::optional<Day> next_;  // the first day not added yet; empty before the first act
};

/// The rules by which streaks are counted. A state with other rules cannot be continued: the count
/// starts again from the first day.
struct StreakRules {
  Rhythm rhythm;
  std::uint8_t rest_weekdays = 0;
  bool operator==(const StreakRules&) const = default;
};

/// The state of every streak after the days before `until`.
struct StreakCheckpoint {
  Day until;  // the first day not included
  StreakRules rules;
  StreakFold all;
  std::array<StreakFold, 4> acts;  // by act
  StrengthFold strength;
};

}  // namespace connect
