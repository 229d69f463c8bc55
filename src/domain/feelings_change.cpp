// Right before an act, right after it, and from week to week.
#include <algorithm>
#include <cmath>
#include <functional>

#include "domain/feelings_parts.hpp"

namespace connect {
namespace {

/// Beyond this many pairs the signed-rank interval agrees with the bootstrap and costs far less.
constexpr std::size_t most_bootstrap_pairs = 200;

std::vector<double> changes(const FeelingNumbers& numbers) {
  std::vector<double> result(numbers.after.size());
  std::ranges::transform(numbers.after, numbers.before, result.begin(), std::minus{});
  return result;
}

ConfidenceInterval change_interval(Values values) {
  if (values.size() < steady_pairs || values.size() > most_bootstrap_pairs) {
    return signed_rank_interval(values, feelings_confidence);
  }
  return bootstrap_interval(values, hodges_lehmann, {.confidence = feelings_confidence});
}

std::vector<double> shifted(std::vector<double> values, double origin) {
  for (auto& value : values) value -= origin;
  return values;
}

double mean_variance(Values values) {
  const double centre = mean(values), n = static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - centre) * (value - centre);
  return squares / (n - 1) / n;
}

/// Monday-based week number; 1970-01-01 was a Thursday. Division that rounds down, also below zero.
std::int64_t week_of(std::int32_t day) {
  const std::int64_t from_monday = std::int64_t{day} + 3;
  return from_monday >= 0 ? from_monday / 7 : (from_monday - 6) / 7;
}

}  // namespace

std::optional<FeelingChange> feeling_change(const FeelingNumbers& numbers) {
  if (numbers.before.size() < early_pairs) return std::nullopt;
  const auto values = changes(numbers);
  return FeelingChange{{hodges_lehmann(values), change_interval(values)}, signed_rank_p(values)};
}

std::optional<Coefficient> corrected_change(const FeelingNumbers& numbers) {
  if (numbers.before.size() < early_pairs || numbers.check_ins.size() < baseline_check_ins)
    return std::nullopt;
  const double ordinary = mean(numbers.check_ins);
  const auto line =
      least_squares_line(shifted(numbers.before, ordinary), shifted(numbers.after, ordinary));
  if (!line) return std::nullopt;
  const double pull = 1 - line->slope.value;
  auto intercept = line->intercept;
  intercept.standard_error =
      std::hypot(intercept.standard_error, pull * std::sqrt(mean_variance(numbers.check_ins)));
  return intercept;
}

std::optional<FeelingTrend> feeling_trend(const FeelingNumbers& numbers) {
  std::map<std::int64_t, std::vector<double>> weeks;
  for (const auto& [day, value] : numbers.by_day) weeks[week_of(day)].push_back(value);
  if (weeks.size() < trend_weeks) return std::nullopt;
  std::vector<double> when, medians;
  for (const auto& [week, values] : weeks) {
    when.push_back(static_cast<double>(week));
    medians.push_back(median(values));
  }
  const auto slope = theil_sen(when, medians, feelings_confidence);
  if (!slope) return std::nullopt;
  return FeelingTrend{*slope, weeks.size()};
}

}  // namespace connect
