// What a person's own notes of contentment, trust and calm can and cannot say.
// Values in, one report out: no clock, no files, no randomness but a fixed seed. Each feeling
// stands alone (there is no overall score), is compared only with the same person's ordinary days,
// and nothing here calls a difference an effect.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/statistics/statistics.hpp"

namespace connect {

struct Chronicle;

/// One `feel` note, made apart from any act. Days are counted from 1970-01-01 and may be negative.
struct CheckIn {
  std::int32_t day = 0;
  Feelings feelings;
};

/// Feelings noted with one logged act: right before it and right after it.
struct FeelingPair {
  std::int32_t day = 0;
  Feelings before, after;
};

/// All that the analysis looks at. Any order; days may repeat.
struct FeelingHistory {
  std::vector<CheckIn> check_ins;  // of the period
  std::vector<CheckIn> usual;      // of the year that ends with the period
  std::vector<FeelingPair> pairs;
  std::vector<std::int32_t> act_days;  // every day with a standing act, with or without feelings
  std::int32_t last_day = 0;           // the last finished day; a later one may still see an act
};

/// In the order of the items of Feelings.
enum class FeelingItem : std::uint8_t { contentment, trust, calm };

/// How much the before/after pairs can say: fewer than 8, 8 to 19, 20 and more.
enum class FeelingStage { none, early, steady };

inline constexpr std::size_t early_pairs = 8;
inline constexpr std::size_t steady_pairs = 20;
inline constexpr std::size_t baseline_check_ins = 30;
inline constexpr std::size_t loop_pairs = 45;
inline constexpr std::size_t loop_days_of_a_kind = 10;
inline constexpr std::size_t trend_weeks = 8;
inline constexpr double feelings_confidence = 0.90;

/// Answers are whole points, so each is off by up to a half: the variance of that, which no
/// difference is taken to be less uncertain than. Without it ten equal answers would be exact.
inline constexpr double rounding_variance = 1.0 / 12;

/// After minus before, in points: the mean change with its t interval, and the p of the t test.
struct FeelingChange {
  Estimate points;
  double p = 1;
  bool operator==(const FeelingChange&) const = default;
};

/// One direction of the loop of care, in points of the feeling, other things held: a least-squares
/// coefficient over the last 365 days at most. Two tests ask whether it is more than chance: the t
/// test, and turning the acts against the feelings as a ring, which keeps the habits of both
/// series. `p` is the larger of their two, and the interval the wider of theirs, so that it
/// excludes 0 exactly when p <= 1 - feelings_confidence.
struct LoopLink {
  Estimate points;
  double p = 1;
  std::size_t pairs = 0;  // of a day and the day after it
  bool operator==(const LoopLink&) const = default;
};

/// The least-squares line through the means of the weeks that hold a note, with a t interval.
struct FeelingTrend {
  Estimate points_a_week;
  std::size_t weeks = 0;  // with at least one note
  std::size_t span = 0;   // weeks from the first of them to the last
  bool operator==(const FeelingTrend&) const = default;
};

/// Everything said about one feeling; what cannot be said yet is empty.
struct FeelingSummary {
  FeelingItem item = FeelingItem::contentment;
  std::size_t answers = 0;    // of any kind
  std::size_t pairs = 0;      // with both a before and an after
  std::size_t check_ins = 0;  // apart from acts
  std::size_t usual = 0;      // check-ins of the year that ends with the period
  FeelingStage stage = FeelingStage::none;
  std::optional<FeelingChange> change;
  /// The change that goes with starting from an ordinary moment: the intercept of
  /// (after - m) on (before - m), m the mean of the year's check-ins. Only with 30 of them or more.
  std::optional<Estimate> corrected;
  /// There is a change to show and no correction of it: low moments tend to lift by themselves.
  bool low_moments_lift = false;
  std::optional<LoopLink>
      day_after_act;  // act(d) -> feeling(d+1), given feeling(d) and linear trend
  std::optional<LoopLink> day_before_act;  // feeling(d) -> act(d+1), given act(d) and linear trend
  std::optional<FeelingTrend> trend;
  bool operator==(const FeelingSummary&) const = default;
};

/// Contentment, trust, calm, in this order.
struct FeelingsReport {
  std::array<FeelingSummary, 3> items;
  bool operator==(const FeelingsReport&) const = default;
};

/// What the standing records of a ledger say of feelings within a period, and for what is usual
/// within the 365 days up to its end, or up to `today` when it ends later. `today` is not over yet.
FeelingHistory feeling_history(const Chronicle& chronicle, DayRange period, Day today);

/// Whether the prompt asks about feelings on this day: a third of the days, chosen by the ledger's
/// seed and never by what was done, so that quiet days can stand as the control.
bool asks_about_feelings(std::uint64_t seed, Day day);

/// The report of a history. Notes and acts after `last_day` count for the before/after pairs, not
/// for the loop. Answers outside 0..10 are the codec's to refuse, not looked for here.
FeelingsReport feelings_report(const FeelingHistory& history);

/// Sentences for a reader, ASCII, without line breaks; empty when no feeling was ever noted.
std::vector<std::string> feeling_sentences(const FeelingsReport& report);

}  // namespace connect
