// Analyses a person's own ratings of contentment, trust and calm: the change from before an act to
// after it, the association with acts from one day to the next, and the trend over weeks.
// A pure function: no clock, no files, and no randomness but a fixed seed. Each feeling is analysed
// on its own (there is no overall score) and compared only with the same person's ordinary days. No
// result is called an effect, because the ratings show association only.
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

struct Summary;

/// One `feel` record, made apart from any act. Days count from 1970-01-01 and may be negative.
struct CheckIn {
  std::int32_t day = 0;
  Feelings feelings;
};

/// Ratings logged with one act: right before it and right after it.
struct FeelingPair {
  std::int32_t day = 0;
  Feelings before, after;
};

/// The input of the analysis. Any order; days may repeat.
struct FeelingHistory {
  std::vector<CheckIn> check_ins;  // of the period
  std::vector<CheckIn> usual;      // of the year that ends with the period
  std::vector<FeelingPair> pairs;
  std::vector<std::int32_t> act_days;  // every day with an entry, with or without ratings
  std::int32_t last_day = 0;           // the last finished day; a later one may still see an act
};

/// The values index Feelings::items.
enum class FeelingItem : std::uint8_t { contentment, trust, calm };

/// How much the before/after pairs can show: fewer than 8 pairs, 8 to 19, 20 and more.
enum class FeelingStage { none, early, steady };

/// The least data for each result: before/after pairs for `early` and `steady`, check-ins for the
/// corrected change, day pairs and days of either kind for a loop link, weeks for a trend.
inline constexpr std::size_t early_pairs = 8;
inline constexpr std::size_t steady_pairs = 20;
inline constexpr std::size_t baseline_check_ins = 30;
inline constexpr std::size_t loop_pairs = 45;
inline constexpr std::size_t loop_days_of_a_kind = 10;
inline constexpr std::size_t trend_weeks = 8;
inline constexpr double feelings_confidence = 0.90;

/// Answers are whole points, so each is off by up to a half. This is the variance of that rounding
/// error (uniform over one point), and the lower bound of every residual variance. Without it ten
/// equal answers would have a standard error of 0.
inline constexpr double rounding_variance = 1.0 / 12;

/// After minus before, in points: the mean change with its t interval, and the p of the t test.
struct FeelingChange {
  Estimate points;
  double p = 1;
  bool operator==(const FeelingChange&) const = default;
};

/// One direction of the loop between acts and feelings: a least-squares coefficient in points of
/// the feeling, adjusted for the other variables, over at most the last 365 days. It is tested
/// twice: with the t test, and with the circular-shift test, which keeps the autocorrelation of
/// both series. `p` is the larger of the two, and the interval the wider one, so that it excludes 0
/// exactly when p <= 1 - feelings_confidence.
struct LoopLink {
  Estimate points;
  double p = 1;
  std::size_t pairs = 0;  // of a day and the next day
  bool operator==(const LoopLink&) const = default;
};

/// The least-squares line through the weekly means, of weeks with a rating, with a t interval.
struct FeelingTrend {
  Estimate points_a_week;
  std::size_t weeks = 0;  // with at least one rating
  std::size_t span = 0;   // weeks from the first of them to the last
  bool operator==(const FeelingTrend&) const = default;
};

/// All results for one feeling; a result without enough data is empty.
struct FeelingSummary {
  FeelingItem item = FeelingItem::contentment;
  std::size_t answers = 0;    // single answers of any kind
  std::size_t pairs = 0;      // with both a before and an after
  std::size_t check_ins = 0;  // apart from acts
  std::size_t usual = 0;      // check-ins in the year that ends with the period
  FeelingStage stage = FeelingStage::none;
  std::optional<FeelingChange> change;
  /// The change when starting from an ordinary moment: the intercept of the regression of (after -
  /// m) on (before - m), where m is the mean of the year's check-ins. Needs 30 of them. This
  /// corrects for regression to the mean.
  std::optional<Estimate> corrected;
  /// True when `change` is set and `corrected` is not: a sentence then adds that low moods often
  /// lift by themselves.
  bool low_moments_lift = false;
  // act(d) -> feeling(d+1), adjusted for feeling(d) and a linear trend
  std::optional<LoopLink> day_after_act;
  // feeling(d) -> act(d+1), adjusted for act(d) and a linear trend
  std::optional<LoopLink> day_before_act;
  std::optional<FeelingTrend> trend;
  bool operator==(const FeelingSummary&) const = default;
};

/// Contentment, trust, calm, in this order.
struct FeelingsReport {
  std::array<FeelingSummary, 3> items;
  bool operator==(const FeelingsReport&) const = default;
};

/// The ratings of a ledger within a period, of its last 365 days at most, and for `usual` all
/// ratings of the 365 days that end with the period, or with `today` if the period ends later.
/// `today` is not over yet, so `last_day` is yesterday at the latest.
FeelingHistory feeling_history(const Summary& summary, DayRange period, Day today);

/// Whether the prompt asks about feelings on this day: on a third of the days, chosen by the
/// ledger's seed and never by what was done, so that days without an act serve as the control.
bool asks_about_feelings(std::uint64_t seed, Day day);

/// Computes the report. Ratings and acts after `last_day` count for the before/after pairs, not for
/// the loop. Answers are assumed to be within 0 to 10; the codec rejects others.
FeelingsReport feelings_report(const FeelingHistory& history);

/// The report as sentences: ASCII, without line breaks. Empty when there is no rating at all.
std::vector<std::string> feeling_sentences(const FeelingsReport& report);

}  // namespace connect
