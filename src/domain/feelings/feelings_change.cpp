// The change from right before an act to right after it.
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

/// The mean, with an error that allows for days that resemble their neighbours.
Coefficient mean_over_days(std::span<const std::int32_t> days, Values values,
                           double least_variance = 0) {
  auto found = mean_with_error(values, least_variance);
  const auto n = static_cast<double>(values.size());
  std::vector<double> influences(values.begin(), values.end());
  for (auto& each : influences) each = (each - found.value) / n;
  found.standard_error =
      std::max(found.standard_error, error_over_days(days, influences) * std::sqrt(n / (n - 1)));
  return found;
}

/// The error of a line's intercept, likewise: its influences are e (1 / n - mean (x - mean) / sum
/// of squares).
double intercept_error(std::span<const std::int32_t> days, Values x, Values y, const Line& line) {
  const double centre = mean(x);
  const auto n = static_cast<double>(x.size());
  double squares = 0;
  for (const double each : x) squares += (each - centre) * (each - centre);
  std::vector<double> influences(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double residual = y[i] - line.intercept.value - line.slope.value * x[i];
    influences[i] = residual * (1 / n - centre * (x[i] - centre) / squares);
  }
  return std::max(line.intercept.standard_error,
                  error_over_days(days, influences) * std::sqrt(n / (n - 2)));
}

}  // namespace

std::optional<Coefficient> feeling_change(const FeelingNumbers& numbers) {
  if (numbers.before.size() < early_pairs) return std::nullopt;
  // A difference of two rounded answers carries both rounding errors.
  return mean_over_days(numbers.pair_days, changes(numbers), 2 * rounding_variance);
}

std::optional<Coefficient> corrected_change(const FeelingNumbers& numbers) {
  if (numbers.before.size() < early_pairs || numbers.usual.size() < baseline_check_ins)
    return std::nullopt;
  const Coefficient ordinary = mean_over_days(numbers.usual_days, numbers.usual);
  const auto before = shifted(numbers.before, ordinary.value),
             after = shifted(numbers.after, ordinary.value);
  const auto line = least_squares_line(before, after, rounding_variance);
  if (!line) return std::nullopt;
  const double pull = 1 - line->slope.value;
  auto intercept = line->intercept;
  // Delta method: see feelings_parts.hpp.
  intercept.standard_error = std::hypot(intercept_error(numbers.pair_days, before, after, *line),
                                        pull * ordinary.standard_error);
  return intercept;
}

}  // namespace connect
