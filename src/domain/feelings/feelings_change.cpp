// The change from right before an act to right after it, and the trend from week to week.
#include <algorithm>
#include <cmath>
#include <functional>

#include "domain/feelings/feelings_parts.hpp"

namespace connect {
namespace {

std::vector<double> changes(const FeelingNumbers& numbers) {
  std::vector<double> result(numbers.after.size());
  std::ranges::transform(numbers.after, numbers.before, result.begin(), std::minus{});
  return result;
}

std::vector<double> shifted(std::vector<double> values, double origin) {
  for (auto& value : values) value -= origin;
  return values;
}

/// Weeks since 1970-01-01, which was a Thursday, each beginning on Monday. Rounds down also for
/// negative days.
std::int64_t week_of(std::int32_t day) {
  const std::int64_t from_monday = std::int64_t{day} + 3;
  return from_monday >= 0 ? from_monday / 7 : (from_monday - 6) / 7;
}

}  // namespace

std::optional<FeelingChange> feeling_change(const FeelingNumbers& numbers) {
  if (numbers.before.size() < early_pairs) return std::nullopt;
  // A difference of two rounded answers carries both rounding errors.
  const auto change = mean_with_error(changes(numbers), 2 * rounding_variance);
  return FeelingChange{{change.value, t_interval(change, feelings_confidence)}, t_test_p(change)};
}

std::optional<Coefficient> corrected_change(const FeelingNumbers& numbers) {
  if (numbers.before.size() < early_pairs || numbers.usual.size() < baseline_check_ins)
    return std::nullopt;
  const Coefficient ordinary = mean_with_error(numbers.usual);
  const auto line = least_squares_line(shifted(numbers.before, ordinary.value),
                                       shifted(numbers.after, ordinary.value), rounding_variance);
  if (!line) return std::nullopt;
  const double pull = 1 - line->slope.value;
  auto intercept = line->intercept;
  // Delta method: see feelings_parts.hpp.
  intercept.standard_error = std::hypot(intercept.standard_error, pull * ordinary.standard_error);
  return intercept;
}

std::optional<FeelingTrend> feeling_trend(const FeelingNumbers& numbers) {
  std::map<std::int64_t, std::vector<double>> weeks;
  for (const auto& [day, value] : numbers.by_day) weeks[week_of(day)].push_back(value);
  if (weeks.size() < trend_weeks) return std::nullopt;
  std::vector<double> when, means;
  for (const auto& [week, values] : weeks) {
    when.push_back(static_cast<double>(week));
    means.push_back(mean(values));
  }
  // A mean of seven rounded answers has a seventh of the rounding variance.
  constexpr double days_in_week = 7;
  const auto line = least_squares_line(when, means, rounding_variance / days_in_week);
  if (!line) return std::nullopt;
  const auto span = static_cast<std::size_t>(weeks.rbegin()->first - weeks.begin()->first);
  return FeelingTrend{
      {line->slope.value, t_interval(line->slope, feelings_confidence)}, weeks.size(), span};
}

}  // namespace connect
