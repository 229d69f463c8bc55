// The experiment: on one day in three, drawn by lot, the greeting of the shells is held back.
// Whether one acts more often on days with a greeting then shows what the greeting does, since
// chance alone decides which days have one. Only days on which a shell was opened are compared.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/statistics/statistics.hpp"
#include "domain/time/day.hpp"

namespace connect {

/// The probability that the greeting of a day is held back.
inline constexpr double held_back_share = 1.0 / 3;
/// The draw of a day: the same on every machine that shares the ledger, see Ledger::seed.
bool draws_held_back(std::uint64_t seed, Day day);

/// Nothing is compared before as many days, and as many of each kind.
inline constexpr std::size_t effect_days = 90;
inline constexpr std::size_t effect_days_of_a_kind = 10;

/// A day of the experiment.
struct ComparedDay {
  std::int32_t day = 0;
  bool held = false;
  double probability = held_back_share;  // of being held back
  bool acted = false;                    // an act was logged for it
};

/// Shares of days with an act, from 0 to 1.
struct Effect {
  std::size_t days = 0;
  std::size_t held = 0;  // of them, without a greeting
  bool is_enough = false;
  // The following only if there are enough days.
  double greeted = 0;
  double held_back = 0;
  double difference = 0;  // greeted - held_back
  /// Of 90 %; nothing if every day, or none, has an act.
  std::optional<ConfidenceInterval> interval;
};

/// What `report --effect` shows.
struct EffectView {
  Effect effect;
  std::optional<DayRange> period;  // nothing: all time
  bool is_on = false;              // the experiment, by the settings
};

/// The days of the experiment in this period that are over, in their order. Of several draws for a
/// day the one with the earliest stamp counts.
std::vector<ComparedDay> compared_days(const Ledger& ledger, DayRange period, Day today);

/// Each day weighs as much as its draw was unlikely. Days in their order.
/// Source: Hájek's ratio estimator, in: Godambe & Sprott, Foundations of Statistical Inference
/// (1971).
Effect effect_of(std::span<const ComparedDay> days);

}  // namespace connect
