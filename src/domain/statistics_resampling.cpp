// Seeded randomness, the bootstrap and the circular-shift test.
#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

#include "connect/statistics.hpp"

namespace connect {
namespace {

std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15U;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
  return mixed ^ (mixed >> 31);
}

}  // namespace

Xoshiro256::Xoshiro256(std::uint64_t seed) {
  for (auto& word : state_) word = splitmix64(seed);
}

std::uint64_t Xoshiro256::next() {
  const std::uint64_t scrambled = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return scrambled;
}

double Xoshiro256::unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

std::size_t Xoshiro256::index(std::size_t count) {
  return static_cast<std::size_t>(((next() >> 32) * static_cast<std::uint64_t>(count)) >> 32);
}

ConfidenceInterval bootstrap_interval(Values values, const std::function<double(Values)>& statistic,
                                      const BootstrapPlan& plan) {
  assert(!values.empty() && plan.resamples >= 1);
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  Xoshiro256 random(plan.seed);
  std::vector<double> resample(sorted.size()), estimates(plan.resamples);
  for (auto& estimate : estimates) {
    for (auto& value : resample) value = sorted[random.index(sorted.size())];
    estimate = statistic(resample);
  }
  std::ranges::sort(estimates);
  // The small allowance keeps (1 - 0.90) / 2 * 1000 from rounding down to 49.
  const double rank =
      std::floor(static_cast<double>(plan.resamples + 1) * (1 - plan.confidence) / 2 + 1e-9);
  const std::size_t k =
      std::clamp<std::size_t>(static_cast<std::size_t>(rank), 1, (plan.resamples + 1) / 2);
  return {estimates[k - 1], estimates[estimates.size() - k]};
}

std::vector<std::size_t> shifts_of(const CircularShifts& shifts) {
  if (shifts.smallest == 0 || shifts.length < 2 * shifts.smallest) return {};
  const std::size_t available = shifts.length - 2 * shifts.smallest + 1;
  std::vector<std::size_t> chosen(std::min(available, shifts.most));
  for (std::size_t i = 0; i < chosen.size(); ++i)
    chosen[i] = shifts.smallest + i * available / chosen.size();
  return chosen;
}

double circular_shift_p(const CircularShifts& shifts,
                        const std::function<double(std::size_t)>& statistic) {
  constexpr double rounding = 1e-9;
  const double observed = std::fabs(statistic(0)) - rounding;
  const auto chosen = shifts_of(shifts);
  const auto as_strong = std::ranges::count_if(
      chosen, [&](std::size_t s) { return std::fabs(statistic(s)) >= observed; });
  return static_cast<double>(1 + as_strong) / static_cast<double>(1 + chosen.size());
}

}  // namespace connect
