// The Theil-Sen slope and its interval from Kendall's S.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include "connect/statistics.hpp"

namespace connect {
namespace {

/// Sum over groups of equal values of t(t - 1)(2t + 5).
double tie_term(Values values) {
  std::map<double, double> sizes;
  for (const double value : values) ++sizes[value];
  double sum = 0;
  for (const auto& [value, t] : sizes) sum += t * (t - 1) * (2 * t + 5);
  return sum;
}

double kendall_deviation(Values x, Values y) {
  const auto n = static_cast<double>(x.size());
  return std::sqrt(std::max(0.0, (n * (n - 1) * (2 * n + 5) - tie_term(x) - tie_term(y)) / 18));
}

std::vector<double> sorted_slopes(Values x, Values y) {
  std::vector<double> slopes;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = i + 1; j < x.size(); ++j) {
      if (x[i] != x[j]) slopes.push_back((y[j] - y[i]) / (x[j] - x[i]));
    }
  }
  std::ranges::sort(slopes);
  return slopes;
}

}  // namespace

std::optional<Estimate> theil_sen(Values x, Values y, double confidence) {
  assert(x.size() == y.size());
  const auto slopes = sorted_slopes(x, y);
  if (slopes.empty()) return std::nullopt;
  const double reach = normal_quantile((1 + confidence) / 2) * kendall_deviation(x, y);
  const double rank = std::floor((static_cast<double>(slopes.size()) - reach) / 2);
  const auto q = static_cast<std::size_t>(std::max(1.0, rank));
  return Estimate{median(slopes), {slopes[q - 1], slopes[slopes.size() - q]}};
}

}  // namespace connect
