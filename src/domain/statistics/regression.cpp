// Ordinary least squares: lines and partial slopes with their standard errors.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "domain/statistics/statistics.hpp"

namespace connect {
namespace {

using Columns = std::vector<std::vector<double>>;

double dot(Values a, Values b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

std::vector<double> centred(Values values) {
  std::vector<double> result(values.begin(), values.end());
  if (result.empty()) return result;
  const double centre = mean(values);
  for (auto& value : result) value -= centre;
  return result;
}

void subtract(std::vector<double>& values, double factor, Values direction) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] -= factor * direction[i];
}

/// Whether a remainder is only rounding error: its sum of squares is below this share of the
/// original's.
bool is_negligible(double remaining_squares, double original_squares) {
  return remaining_squares <= 1e-20 * original_squares || remaining_squares <= 0;
}

/// An orthonormal basis of the centred controls. Linearly dependent controls add nothing to it.
Columns orthonormal(const Columns& controls) {
  Columns basis;
  for (const auto& control : controls) {
    auto rest = centred(control);
    const double original = dot(control, control);
    for (const auto& direction : basis) subtract(rest, dot(rest, direction), direction);
    const double squares = dot(rest, rest);
    if (is_negligible(squares, original)) continue;
    for (auto& value : rest) value /= std::sqrt(squares);
    basis.push_back(std::move(rest));
  }
  return basis;
}

/// The residuals of the values after projection on the basis; exactly 0 where only rounding error
/// is left.
std::vector<double> outside(Values values, const Columns& basis) {
  auto rest = centred(values);
  for (const auto& direction : basis) subtract(rest, dot(rest, direction), direction);
  if (is_negligible(dot(rest, rest), dot(values, values))) std::ranges::fill(rest, 0.0);
  return rest;
}

}  // namespace

std::optional<Line> least_squares_line(Values x, Values y, double least_variance) {
  const auto slope = partial_slope(x, y, {}, least_variance);
  if (!slope) return std::nullopt;
  const double mean_x = mean(x), n = static_cast<double>(x.size());
  const auto spread = centred(x);
  const double error_ratio = std::sqrt(dot(spread, spread) / n + mean_x * mean_x);
  return Line{{mean(y) - slope->value * mean_x, slope->standard_error * error_ratio,
               slope->degrees_of_freedom},
              *slope};
}

std::optional<Coefficient> partial_slope(Values x, Values y, const Columns& controls,
                                         double least_variance) {
  assert(x.size() == y.size());
  if (x.size() < controls.size() + 3) return std::nullopt;
  const auto basis = orthonormal(controls);
  const auto own_x = outside(x, basis), own_y = outside(y, basis);
  const double xx = dot(own_x, own_x);
  if (xx <= 0) return std::nullopt;
  const double slope = dot(own_x, own_y) / xx;
  const std::size_t freedom = x.size() - controls.size() - 2;
  const double unexplained = std::max(0.0, dot(own_y, own_y) - slope * slope * xx);
  const double variance = std::max(unexplained / static_cast<double>(freedom), least_variance);
  return Coefficient{slope, std::sqrt(variance / xx), freedom};
}

}  // namespace connect
