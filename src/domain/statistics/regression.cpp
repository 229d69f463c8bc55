// Least squares: lines, partial slopes and trends with their standard errors.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

#include "domain/statistics/statistics.hpp"

namespace connect {
namespace {

double dot(Values a, Values b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

void subtract(std::vector<double>& values, double factor, Values direction) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] -= factor * direction[i];
}

/// Lag-1 autocorrelation of the residuals of a line, over neighbours one unit of x apart, with the
/// correction of trend_slope; 0 to 0.9.
double autocorrelation(Values x, Values residuals) {
  const auto n = static_cast<double>(x.size());
  double products = 0, neighbours = 0;
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    if (x[i + 1] - x[i] != 1) continue;
    products += residuals[i] * residuals[i + 1];
    ++neighbours;
  }
  const double variance = dot(residuals, residuals) / n;
  if (neighbours == 0 || variance <= 0) return 0;
  return std::clamp((n * (products / neighbours / variance) + 2) / (n - 2), 0.0, 0.9);
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

std::optional<Coefficient> partial_slope(Values x, Values y,
                                         const std::vector<std::vector<double>>& controls,
                                         double least_variance) {
  assert(x.size() == y.size());
  std::vector<std::vector<double>> series;
  for (const auto& control : controls) series.push_back(centred(control));
  series.push_back(centred(x));
  series.push_back(centred(y));
  Products products(series.size(), std::vector<double>(series.size()));
  for (std::size_t i = 0; i < series.size(); ++i)
    for (std::size_t j = 0; j < series.size(); ++j) products[i][j] = dot(series[i], series[j]);
  return slope_from_products(std::move(products), x.size(), least_variance);
}

std::optional<Coefficient> slope_from_products(Products products, std::size_t count,
                                               double least_variance) {
  const std::size_t y = products.size() - 1, x = y - 1, controls = x;
  if (count < controls + 3) return std::nullopt;
  // What is left of a series that the others explain is rounding error.
  constexpr double negligible = 1e-12;
  const Products original = products;
  for (std::size_t control = 0; control < controls; ++control) {
    const double pivot = products[control][control];
    if (pivot <= negligible * original[control][control]) continue;
    for (std::size_t row = control + 1; row <= y; ++row) {
      const double factor = products[row][control] / pivot;
      for (std::size_t column = control + 1; column <= y; ++column)
        products[row][column] -= factor * products[control][column];
    }
  }
  const double xx = products[x][x];
  if (xx <= negligible * original[x][x]) return std::nullopt;
  const double slope = products[x][y] / xx;
  const std::size_t freedom = count - controls - 2;
  const double unexplained = std::max(0.0, products[y][y] - slope * slope * xx);
  const double variance = std::max(unexplained / static_cast<double>(freedom), least_variance);
  return Coefficient{slope, std::sqrt(variance / xx), freedom};
}

std::vector<double> centred(Values values) {
  std::vector<double> result(values.begin(), values.end());
  if (result.empty()) return result;
  const double centre = mean(values);
  for (auto& value : result) value -= centre;
  return result;
}

std::optional<Coefficient> trend_slope(Values x, Values y, double least_variance) {
  if (x.size() < 6) return std::nullopt;
  const auto slope = partial_slope(x, y, {}, least_variance);
  if (!slope) return std::nullopt;
  const auto when = centred(x);
  auto residuals = centred(y);
  subtract(residuals, slope->value, when);
  const double r = autocorrelation(x, residuals);
  const double effective = static_cast<double>(x.size()) * (1 - r) / (1 + r);
  const auto freedom = static_cast<std::size_t>(std::max(1.0, effective - 2));
  const double variance =
      std::max(dot(residuals, residuals) / static_cast<double>(freedom), least_variance);
  return Coefficient{slope->value, std::sqrt(variance / dot(when, when)), freedom};
}

double error_over_days(std::span<const std::int32_t> days, Values influences) {
  constexpr int reach = 22;
  double alone = 0, together = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    alone += influences[i] * influences[i];
    for (std::size_t j = i + 1; j < days.size() && days[j] - days[i] < reach; ++j) {
      const double weight = 1 - static_cast<double>(days[j] - days[i]) / reach;
      together += 2 * weight * influences[i] * influences[j];
    }
  }
  if (together <= 0) return std::sqrt(alone);
  // The window is a part of the days, which makes the sum vary; the published factor is for a
  // small part.
  const double part = std::min(0.1, static_cast<double>(reach) / (days.back() - days.front() + 1));
  return std::sqrt(alone + together) * (1 + 1.33 * part);
}

}  // namespace connect
