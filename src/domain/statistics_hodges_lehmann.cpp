// The Hodges-Lehmann estimate and its interval, without ever listing the n^2 Walsh averages.
#include <algorithm>
#include <cassert>

#include "connect/statistics.hpp"

namespace connect {
namespace {

/// Where a threshold falls among the Walsh averages of sorted values.
struct WalshSplit {
  std::size_t at_or_below = 0;  // how many
  double floor = 0;             // the largest of them
  double next = 0;              // the smallest beyond; both are only meaningful where such exist
};

WalshSplit split_walsh(Values sorted, double threshold) {
  WalshSplit split{0, sorted.front(), sorted.back()};
  std::size_t end = sorted.size();  // averages of i with [i, end) are looked at; end only falls
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    while (end > i && (sorted[i] + sorted[end - 1]) / 2 > threshold) --end;
    if (end > i) {
      split.at_or_below += end - i;
      split.floor = std::max(split.floor, (sorted[i] + sorted[end - 1]) / 2);
    }
    const std::size_t beyond = std::max(end, i);
    if (beyond < sorted.size()) split.next = std::min(split.next, (sorted[i] + sorted[beyond]) / 2);
  }
  return split;
}

/// The k-th smallest Walsh average, 1 <= k <= n(n+1)/2: bisection that lands on averages only,
/// after the idea of Monahan's algorithm 616 (ACM TOMS 10, 1984), so no list of n^2 numbers is
/// needed.
double walsh_average(Values sorted, std::size_t k) {
  double low = sorted.front(), high = sorted.back();
  while (low < high) {
    double middle = low + (high - low) / 2;
    if (middle >= high)
      middle = low;  // neighbours: halfway between them rounds up to the higher one
    const auto split = split_walsh(sorted, middle);
    if (split.at_or_below >= k) {
      high = split.floor;
    } else {
      low = split.next;
    }
  }
  return high;
}

std::vector<double> sorted_copy(Values values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  return sorted;
}

}  // namespace

double hodges_lehmann(Values values) {
  assert(!values.empty());
  const auto sorted = sorted_copy(values);
  const std::size_t averages = sorted.size() * (sorted.size() + 1) / 2;
  const double upper = walsh_average(sorted, averages / 2 + 1);
  return averages % 2 == 1 ? upper : (walsh_average(sorted, averages / 2) + upper) / 2;
}

ConfidenceInterval signed_rank_interval(Values values, double confidence) {
  assert(!values.empty());
  const auto sorted = sorted_copy(values);
  const std::size_t averages = sorted.size() * (sorted.size() + 1) / 2;
  const std::size_t q = signed_rank_quantile(sorted.size(), (1 - confidence) / 2);
  return {walsh_average(sorted, q), walsh_average(sorted, averages + 1 - q)};
}

}  // namespace connect
