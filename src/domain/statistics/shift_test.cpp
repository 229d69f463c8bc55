// The circular-shift test.
#include <algorithm>
#include <cmath>
#include <functional>

#include "domain/statistics/statistics.hpp"

namespace connect {

std::vector<std::size_t> shifts_of(const CircularShifts& shifts) {
  if (shifts.smallest == 0 || shifts.length < 2 * shifts.smallest) return {};
  const std::size_t available = shifts.length - 2 * shifts.smallest + 1;
  std::vector<std::size_t> chosen(std::min(available, shifts.most));
  for (std::size_t i = 0; i < chosen.size(); ++i)
    chosen[i] = shifts.smallest + i * available / chosen.size();
  return chosen;
}

ShiftTest circular_shift_test(const CircularShifts& shifts, double confidence,
                              const std::function<double(std::size_t)>& statistic) {
  constexpr double rounding = 1e-9;
  const double observed = std::fabs(statistic(0));
  std::vector<double> sizes;
  for (const std::size_t shift : shifts_of(shifts)) sizes.push_back(std::fabs(statistic(shift)));
  std::ranges::sort(sizes, std::greater());
  const auto as_strong =
      std::ranges::count_if(sizes, [&](double size) { return size >= observed - rounding; });
  const auto all = static_cast<double>(1 + sizes.size());
  ShiftTest test{static_cast<double>(1 + as_strong) / all, 0};
  // p <= 1 - confidence holds when fewer than `allowed` shifts are at least as strong. Adding 1e-9
  // keeps 0.1 * 300 from being rounded down to 29.
  const auto allowed = static_cast<std::size_t>(std::floor((1 - confidence) * all + 1e-9));
  test.critical = (allowed == 0             ? observed
                   : allowed > sizes.size() ? 0
                                            : sizes[allowed - 1]) +
                  rounding;
  return test;
}

}  // namespace connect
