// Wilcoxon's signed ranks: the distribution, its quantile and the test.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <numeric>

#include "connect/statistics.hpp"

namespace connect {
namespace {

/// P(sum = k), k = 0..sum of weights, each weight counted with chance 1/2. Up to 50 weights every
/// probability is a multiple of 2^-50, so the sums below are exact in double.
std::vector<double> subset_sums(const std::vector<std::size_t>& weights) {
  std::vector<double> chance{1.0};
  chance.resize(1 + std::accumulate(weights.begin(), weights.end(), std::size_t{0}));
  std::size_t reached = 0;
  for (const std::size_t weight : weights) {
    reached += weight;
    for (std::size_t sum = reached + 1; sum-- > 0;) {
      chance[sum] = (chance[sum] + (sum >= weight ? chance[sum - weight] : 0)) / 2;
    }
  }
  return chance;
}

std::vector<double> without_zeros(Values values) {
  std::vector<double> kept;
  std::ranges::copy_if(values, std::back_inserter(kept), [](double v) { return v != 0; });
  return kept;
}

std::vector<double> ranks_of_size(Values values) {
  std::vector<double> sizes(values.size());
  std::ranges::transform(values, sizes.begin(), [](double v) { return std::fabs(v); });
  return midranks(sizes);
}

/// P(W <= smaller), doubled; midranks are halves, so twice the ranks are whole numbers.
double exact_p(const std::vector<double>& ranks, double smaller) {
  std::vector<std::size_t> doubled(ranks.size());
  std::ranges::transform(ranks, doubled.begin(),
                         [](double r) { return static_cast<std::size_t>(std::lround(2 * r)); });
  const auto chance = subset_sums(doubled);
  const auto end = chance.begin() + std::lround(2 * smaller) + 1;
  return std::min(1.0, 2 * std::accumulate(chance.begin(), end, 0.0));
}

/// The variance sum r^2 / 4 already holds the correction for ties.
double normal_p(const std::vector<double>& ranks, double smaller) {
  const double centre = std::accumulate(ranks.begin(), ranks.end(), 0.0) / 2;
  const double variance = std::inner_product(ranks.begin(), ranks.end(), ranks.begin(), 0.0) / 4;
  const double distance = std::max(0.0, centre - smaller - 0.5);
  return std::erfc(distance / std::sqrt(2 * variance));
}

}  // namespace

double signed_rank_p(Values differences) {
  const auto moved = without_zeros(differences);
  if (moved.empty()) return 1;
  const auto ranks = ranks_of_size(moved);
  double positive = 0, total = 0;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    total += ranks[i];
    if (moved[i] > 0) positive += ranks[i];
  }
  const double smaller = std::min(positive, total - positive);
  return moved.size() <= exact_signed_rank_limit ? exact_p(ranks, smaller)
                                                 : normal_p(ranks, smaller);
}

std::size_t signed_rank_quantile(std::size_t n, double tail) {
  assert(n > 0 && tail > 0 && tail < 0.5);
  if (n > exact_signed_rank_limit) {
    const double size = static_cast<double>(n), centre = size * (size + 1) / 4;
    const double deviation = std::sqrt(centre * (2 * size + 1) / 6);
    return static_cast<std::size_t>(
        std::max(1.0, std::ceil(centre + normal_quantile(tail) * deviation - 0.5)));
  }
  std::vector<std::size_t> ranks(n);
  std::iota(ranks.begin(), ranks.end(), std::size_t{1});
  const auto chance = subset_sums(ranks);
  std::size_t q = 0;
  double below = chance[0];
  while (below < tail) below += chance[++q];
  return std::max<std::size_t>(q, 1);
}

}  // namespace connect
