// How often the interval of `report --effect` leaves out 0 where the greeting does nothing, and how
// often it holds the true difference, in invented lives. The program's own code draws the days and
// compares them. Fixed seed, so a changed table means changed code.
//   effect_rates [--long]; CONNECT_LONG=1 asks for the long run, too
//
// A life has days with an act in half of all days: independent ones, ones in runs (AR(1) of 0.8
// behind a threshold), or with a weekly cycle (Mondays 20 %, weekends 80 %). A greeting adds points
// to the share of the day itself. The run fails when more than 12 % of the lives without an effect
// are told of one, or when an interval of 90 % holds the true difference in less than 85 % or more
// than 95 % of the lives.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <numbers>
#include <vector>

#include "domain/ledger/id.hpp"
#include "domain/report/effect.hpp"

namespace {

using namespace connect;

/// splitmix64: the same numbers on every compiler.
class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t out = state_;
    out = (out ^ (out >> 30)) * 0xbf58476d1ce4e5b9U;
    out = (out ^ (out >> 27)) * 0x94d049bb133111ebU;
    return out ^ (out >> 31);
  }
  /// A double in [0, 1), a multiple of 2^-53.
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  double normal() {
    const double radius = std::sqrt(-2 * std::log(1 - unit()));
    return radius * std::cos(2 * std::numbers::pi * unit());
  }

 private:
  std::uint64_t state_;
};

enum class Habit { independent, in_runs, weekly };
constexpr Habit habits[] = {Habit::independent, Habit::in_runs, Habit::weekly};
constexpr int lengths[] = {90, 180, 260, 365};

const char* name_of(Habit habit) {
  return habit == Habit::independent ? "independent days"
         : habit == Habit::in_runs   ? "days in runs"
                                     : "a weekly cycle";
}

/// The days of a life. A number below the share of the day, uniform from 0 to 1, is an act, so that
/// `points` more add exactly that to the share of a day as long as it stays below 1.
std::vector<ComparedDay> lived(Habit habit, int length, double points, SplitMix64& random) {
  constexpr double carry = 0.8;
  const std::uint64_t seed = random.next();
  double mood = random.normal();
  std::vector<ComparedDay> days;
  for (int i = 0; i < length; ++i) {
    mood = carry * mood + std::sqrt(1 - carry * carry) * random.normal();
    const Day day{20000 + i};
    const bool held = draws_held_back(seed, day);
    const double number =
        habit == Habit::in_runs ? std::erfc(mood / std::numbers::sqrt2) / 2 : random.unit();
    const int weekday = i % 7;
    const double weekly = weekday == 0 ? 0.2 : weekday >= 5 ? 0.8 : 0.45;
    const double share = (habit == Habit::weekly ? weekly : 0.5) + (held ? 0 : points);
    days.push_back({day.number, held, held_back_share, number < share});
  }
  return days;
}

struct Rates {
  int told = 0;    // an interval without 0
  int covers = 0;  // an interval with the true difference
  int of = 0;
  double percent(int count) const { return 100.0 * count / of; }
};

Rates rates_of(Habit habit, int length, double points, int lives) {
  Rates rates;
  SplitMix64 random(
      mixed(static_cast<std::uint64_t>(length) * 1000 + static_cast<std::uint64_t>(points * 100)));
  for (int i = 0; i < lives; ++i) {
    const Effect effect = effect_of(lived(habit, length, points, random));
    if (!effect.interval) continue;
    ++rates.of;
    rates.told += effect.interval->excludes_zero() ? 1 : 0;
    rates.covers += effect.interval->low <= points && points <= effect.interval->high ? 1 : 0;
  }
  return rates;
}

}  // namespace

int main(int argc, char** argv) {
  const bool is_long =
      (argc > 1 && std::strcmp(argv[1], "--long") == 0) || std::getenv("CONNECT_LONG") != nullptr;
  const int lives = is_long ? 4000 : 1000;
  bool is_kept = true;
  std::printf("%d lives each; told: intervals without 0; holds: intervals with the true value\n",
              lives);
  for (const double points : {0.0, 0.05, 0.15}) {
    std::printf("\na greeting adds %2.0f points %12s %12s %12s %12s\n", points * 100, "90 days",
                "180 days", "260 days", "365 days");
    for (const Habit habit : habits) {
      std::vector<Rates> row;
      for (const int length : lengths) row.push_back(rates_of(habit, length, points, lives));
      std::printf("  %-16s told  ", name_of(habit));
      for (const Rates& each : row) std::printf(" %10.1f %%", each.percent(each.told));
      std::printf("\n  %-16s holds ", "");
      for (const Rates& each : row) std::printf(" %10.1f %%", each.percent(each.covers));
      std::printf("\n");
      for (const Rates& each : row) {
        const double covered = each.percent(each.covers);
        is_kept = is_kept && covered >= 85 && covered <= 95;
        is_kept = is_kept && (points > 0 || each.percent(each.told) <= 12);
      }
    }
  }
  if (!is_kept) std::printf("\nout of reach, see the top of tests/sim/effect_rates.cpp\n");
  return is_kept ? 0 : 1;
}
