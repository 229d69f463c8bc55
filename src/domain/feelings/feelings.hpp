// A person's own ratings of contentment, trust and calm: their weekly means, and what can be said
// about them and acts: the change from before an act to after it, the association from one day to
// the next, and the trend over weeks.
// A pure function: no clock, no files and no randomness. Each feeling is analysed on its own (there
// is no overall score) and compared only with the same person's ordinary days. No result is called
// an effect, because the ratings show association only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

/// Comparisons are called clear when Holm's correction over all of a report rejects chance at this
/// level. Twelve looks, one a month, then mislead at most one person in ten in a year, even if each
/// is at a month of its own (12 x 0.8 %).
inline constexpr double feelings_clear_level = 0.008;

/// Answers are whole points, so each is off by up to a half. This is the variance of that rounding
/// error (uniform over one point), and the lower bound of every residual variance. Without it ten
/// equal answers would have a standard error of 0.
inline constexpr double rounding_variance = 1.0 / 12;

/// The weekly means of the ratings made with `feel`. Weeks begin on Monday.
struct FeelingWeeks {
  Day since;                                                // the first day of the first week
  std::array<std::vector<std::optional<double>>, 3> means;  // by FeelingItem, equally long
  bool operator==(const FeelingWeeks&) const = default;
};

/// Means of the ratings made with `feel`.
struct FeelingLevel {
  std::optional<double> mean;   // of the period
  std::optional<double> usual;  // of the 365 days that end with the period
  bool operator==(const FeelingLevel&) const = default;
};

/// A difference in points with its interval, and the p of the same t test, so that the interval
/// excludes 0 exactly when p < 1 - feelings_confidence.
struct FeelingComparison {
  Estimate points;
  double p = 1;
  std::size_t count = 0;  // acts, days or weeks that it rests on
  bool is_clear = false;  // see feelings_clear_level
  bool operator==(const FeelingComparison&) const = default;
};

/// All results for one feeling; a result without enough data is empty.
struct FeelingSummary {
  FeelingItem item = FeelingItem::contentment;
  std::size_t answers = 0;    // single answers of any kind
  std::size_t pairs = 0;      // with both a before and an after
  std::size_t check_ins = 0;  // apart from acts
  std::size_t usual = 0;      // check-ins in the year that ends with the period
  FeelingStage stage = FeelingStage::none;
  /// After minus before. Low moods lift by themselves, so this is never called clear.
  std::optional<FeelingComparison> change;
  /// The change when starting from an ordinary moment: the intercept of the regression of (after -
  /// m) on (before - m), where m is the mean of the year's check-ins. Needs 30 of them. This
  /// corrects for regression to the mean.
  std::optional<FeelingComparison> corrected;
  /// act(d) -> feeling(d+1), adjusted for feeling(d) and a linear trend, and feeling(d) ->
  /// act(d+1), adjusted for act(d) and a linear trend, over at most the last 365 days. The standard
  /// error allows for autocorrelation by circular shifts of the acts against the feelings.
  std::optional<FeelingComparison> day_after_act;
  std::optional<FeelingComparison> day_before_act;
  /// The slope, a week, of the line through the weekly means.
  std::optional<FeelingComparison> trend;
  std::size_t trend_span = 0;  // weeks from the first to the last of the trend
  bool operator==(const FeelingSummary&) const = default;
};

/// Contentment, trust, calm, in this order.
struct FeelingStatistics {
  std::array<FeelingSummary, 3> items;
  /// At most four a feeling; `change` and `corrected` are one.
  std::size_t comparisons = 0;
  bool operator==(const FeelingStatistics&) const = default;
};

/// What a report says about feelings.
struct FeelingsReport {
  FeelingWeeks weeks;  // from the first week with a rating to the last
  std::array<FeelingLevel, 3> levels;
  std::optional<FeelingStatistics> statistics;  // if asked for
};

/// The ratings of a ledger within a period, of its last 365 days at most, and for `usual` all
/// ratings of the 365 days that end with the period, or with `today` if the period ends later.
/// `today` is not over yet, so `last_day` is yesterday at the latest.
FeelingHistory feeling_history(const Summary& summary, DayRange period, Day today);

/// Whether the prompt asks about feelings on this day: on two neighbouring days in six, chosen by
/// the ledger's seed and never by what was done, so that days without an act serve as the control.
/// The loop needs neighbours.
bool asks_about_feelings(std::uint64_t seed, Day day);

/// From the week of `days.since` to that of `days.until`; ratings of other weeks are ignored.
FeelingWeeks feeling_weeks(std::span<const CheckIn> ratings, DayRange days);

/// Without statistics the cost is that of adding up the ratings.
FeelingsReport feelings_report(const FeelingHistory& history, bool with_statistics);

/// Computes the statistics. Ratings and acts after `last_day` count for the before/after pairs, not
/// for the loop. Answers are assumed to be within 0 to 10; the codec rejects others.
FeelingStatistics feeling_statistics(const FeelingHistory& history);

/// A comparison in words. All texts here are ASCII, without line breaks.
struct FeelingRow {
  std::string what;      // "day after an act"
  std::string points;    // "+0.6"
  std::string interval;  // "0.2 to 1.0"
  std::string basis;     // "58 days"
  std::string reading;   // "clear", "could easily be chance", or empty
};
/// Of one feeling; the change has two rows if it could be corrected.
std::vector<FeelingRow> feeling_rows(const FeelingStatistics& statistics, FeelingItem item);
/// "12 comparisons, 90 % intervals"
std::string feeling_table_title(const FeelingStatistics& statistics);
/// What the comparisons show, in one sentence.
std::string feeling_sentence(const FeelingStatistics& statistics);
/// Why a change from before an act to after it may be none; empty if there is none.
std::string feeling_doubt(const FeelingStatistics& statistics);

}  // namespace connect
