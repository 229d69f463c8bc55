// Means, Holm's correction, and Student's t from lgamma and the continued fraction of the
// incomplete beta function.
#include "domain/statistics/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace connect {
namespace {

/// Coefficient number k >= 1 of the continued fraction (DLMF 8.17.23).
double beta_step(int k, double a, double b, double x) {
  const int m = k / 2;
  const double top = k % 2 == 0 ? m * (b - m) * x : -(a + m) * (a + b + m) * x;
  return top / ((a + k - 1) * (a + k));
}

/// 1 / (1 + d1 / (1 + d2 / ...)) by Lentz's forward recurrence as modified by Thompson & Barnett.
double beta_fraction(double a, double b, double x) {
  constexpr double tiny = 1e-300;
  const auto away_from_zero = [](double v) { return std::fabs(v) < tiny ? tiny : v; };
  double value = 1, numerator = 1, denominator = 0;
  for (int k = 1; k <= 1000; ++k) {
    const double step = beta_step(k, a, b, x);
    denominator = 1 / away_from_zero(1 + step * denominator);
    numerator = away_from_zero(1 + step / numerator);
    const double factor = numerator * denominator;
    value *= factor;
    if (std::fabs(factor - 1) < 4 * std::numeric_limits<double>::epsilon()) break;
  }
  return 1 / value;
}

/// I_x(a, b). The fraction converges fast below (a + 1)/(a + b + 2); symmetry (8.17.4) covers the
/// rest.
double incomplete_beta(double a, double b, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incomplete_beta(b, a, 1 - x);
  const double log_front =
      a * std::log(x) + b * std::log1p(-x) + std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b);
  return std::exp(log_front) / a * beta_fraction(a, b, x);
}

/// The x in [0, inf) with cdf(x) = probability >= 1/2, bisected down to neighbouring doubles.
template <typename Cdf>
double upper_quantile(double probability, Cdf cdf) {
  double low = 0, high = 1;
  while (cdf(high) < probability && high < 1e300) high *= 2;
  for (double middle = high / 2; low < middle && middle < high; middle = low + (high - low) / 2) {
    (cdf(middle) < probability ? low : high) = middle;
  }
  return high;
}

}  // namespace

double mean(Values values) {
  assert(!values.empty());
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Coefficient mean_with_error(Values values, double least_variance) {
  assert(values.size() >= 2);
  const double centre = mean(values);
  const auto n = static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - centre) * (value - centre);
  const double variance = std::max(squares / (n - 1), least_variance);
  return {centre, std::sqrt(variance / n), values.size() - 1};
}

double student_t_cdf(double t, double degrees_of_freedom) {
  assert(degrees_of_freedom > 0);
  const double tail = incomplete_beta(degrees_of_freedom / 2, 0.5,
                                      degrees_of_freedom / (degrees_of_freedom + t * t)) /
                      2;
  return t < 0 ? tail : 1 - tail;
}

double student_t_quantile(double probability, double degrees_of_freedom) {
  assert(probability > 0 && probability < 1);
  if (probability == 0.5) return 0;
  if (probability < 0.5) return -student_t_quantile(1 - probability, degrees_of_freedom);
  return upper_quantile(probability,
                        [&](double t) { return student_t_cdf(t, degrees_of_freedom); });
}

ConfidenceInterval t_interval(const Coefficient& coefficient, double confidence) {
  const double t =
      student_t_quantile((1 + confidence) / 2, static_cast<double>(coefficient.degrees_of_freedom));
  const double reach = t * coefficient.standard_error;
  return {coefficient.value - reach, coefficient.value + reach};
}

double t_test_p(const Coefficient& coefficient) {
  if (coefficient.value == 0) return 1;
  const double t = -std::fabs(coefficient.value) / coefficient.standard_error;
  return 2 * student_t_cdf(t, static_cast<double>(coefficient.degrees_of_freedom));
}

std::vector<bool> holm_rejections(Values p, double level) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
  std::vector<bool> rejected(p.size(), false);
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    if (p[order[rank]] > level / static_cast<double>(p.size() - rank)) break;
    rejected[order[rank]] = true;
  }
  return rejected;
}

}  // namespace connect
