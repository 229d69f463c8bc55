// Circular shifts of one series against another.
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

double shifted_spread(const CircularShifts& shifts,
                      const std::function<double(std::size_t)>& t_ratio) {
  const auto all = shifts_of(shifts);
  if (all.empty()) return 1;
  double squares = 0;
  for (const std::size_t shift : all) squares += std::pow(t_ratio(shift), 2);
  return std::max(1.0, std::sqrt(squares / static_cast<double>(all.size())));
}

}  // namespace connect
