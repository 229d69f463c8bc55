// What one choice costs, and one observed prompt: nanoseconds each, best of several rounds.

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "domain/suggest/act_choice.hpp"

namespace {

using namespace connect;

template <class Step>
double nanoseconds(Step step) {
  constexpr int steps = 20'000;
  double best = 1e9;
  for (int round = 0; round < 15; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (std::int32_t k = 0; k < steps; ++k) step(k);
    const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count() / steps);
  }
  return best;
}

}  // namespace

int main() {
  ActChoiceState state;
  for (std::int32_t day = 0; day < 400; ++day)
    observe(state, {day, choose_act(state, day, 1).act, day % 3 == 0, day % 11 == 0});
  std::int64_t sink = 0;
  const double choice = nanoseconds(
      [&](std::int32_t k) { sink += static_cast<int>(choose_act(state, 400 + k % 30, 1).act); });
  const double fold = nanoseconds([&](std::int32_t k) {
    observe(state, {400, static_cast<Act>(k % 4), k % 3 == 0, false});
  });
  std::printf("one choice with its ranking: %.0f ns; one prompt observed: %.1f ns (%lld)\n", choice,
              fold, static_cast<long long>((sink + state.shown) % 10));
}
