// A thread of acted days that a few free rests a week keep alive, and how steady the days are, each
// as a fold over the days: what all days so far came to is a small value, from which the count goes
// on. It can be put aside, so that counting costs the same at any age of a ledger.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "domain/suggest/act.hpp"
#include "domain/time/day_set.hpp"

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
  bool operator==(const Rhythm&) const = default;
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

/// Takes days in order and keeps the misses that can still end a thread.
class ThreadFold {
 public:
  explicit ThreadFold(Rhythm rhythm = {}) : rests_(static_cast<std::uint32_t>(rhythm.rests())) {}

  /// A day with an act. The days since the last one that do not rest were missed.
  void act(Day day, const RestCalendar& rests);
  /// No more acts come for the days before this one.
  void pass(Day until, const RestCalendar& rests);
  /// The thread on this day; all acts up to it, and none after it, were taken in.
  Thread on(Day today, const RestCalendar& rests) const;
  std::optional<Day> first() const { return first_; }

  struct Miss {
    int position = 0;         // in the calendar without rests
    int acted = 0;            // acted days before it
    std::optional<Day> next;  // the first acted day after it
  };

  /// Gives `take` every member of a fold, const or not, so that it can be put aside.
  template <class Fold, class Take>
  static void each_member(Fold& fold, Take take) {
    take(fold.rests_), take(fold.missed_), take(fold.misses_), take(fold.position_);
    take(fold.acted_), take(fold.begin_), take(fold.longest_), take(fold.previous_);
    take(fold.plain_), take(fold.since_), take(fold.first_), take(fold.next_);
  }
  /// Whether it can be gone on with: members from outside are limits of arrays and of sums.
  bool is_sound() const;

 private:
  void miss();
  int held() const { return acted_ - begin_; }
  int rests_left(int today) const;

  std::uint32_t rests_;
  std::uint32_t missed_ = 0;  // how many of `misses_` there are
  std::array<Miss, 8> misses_;
  int position_ = 0;
  int acted_ = 0;
  int begin_ = 0;  // acted days before the current thread
  int longest_ = 0;
  int previous_ = 0;
  int plain_ = 0;
  std::optional<Day> since_;
  std::optional<Day> first_;
  Day next_;  // the first day not taken in
};

/// `acted`: days with an act, in order, each once; those after today are passed over.
Thread thread_of(std::span<const Day> acted, const RestCalendar& rests, Day today, Rhythm rhythm);

/// Exponentially smoothed share of acted days with a half-life of 13 days, as in the habit tracker
/// Loop: S = S m + x (1 - m), m = 0.5^(1/13), from the first acted day to the last full day.
class StrengthFold {
 public:
  void act(Day day, const RestCalendar& rests);
  void pass(Day until, const RestCalendar& rests);
  double value() const { return value_; }  // 0 to 1

  /// The same as of ThreadFold.
  template <class Fold, class Take>
  static void each_member(Fold& fold, Take take) {
    take(fold.value_), take(fold.next_);
  }
  bool is_sound() const { return value_ >= 0 && value_ <= 1; }

 private:
  double value_ = 0;
  std::optional<Day> next_;  // the first day not taken in; nothing before the first act
};

/// What streaks are counted by; another rhythm asks for a count from the first day on.
struct StreakRules {
  Rhythm rhythm;
  std::uint8_t rest_weekdays = 0;
  bool operator==(const StreakRules&) const = default;
};

/// What the days before one day came to for every streak.
struct EarlierDays {
  Day until;  // the first day that is not among them
  StreakRules rules;
  ThreadFold thread;
  std::array<ThreadFold, 4> acts;  // by act
  StrengthFold strength;
};

}  // namespace connect
