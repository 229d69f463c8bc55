// score = receptivity x ripeness, where
//   receptivity  x = p + 0.5 sqrt(p(1-p) / (N+9)),  optimistic where little is known
//                p = (S on this day type + 12 m) / (N on this day type + 12)
//                m = (S + 8 * 0.40) / (N + 8),  S successes of N trials, decaying
//   freshness    r = 1 - 0.6 * 0.7^(days since shown - 1)
//   need         q = 1 - 0.7 * 0.75^(days since done - 1)
//   ripeness     = rq today - 3 (rq tomorrow - rq today), at least 1/64
// Showing an act ends the growth of its ripeness, so an act that still ripens quickly is worth
// leaving: the last line subtracts three days of the growth that is lost by showing it today. (The
// Whittle index of an arm worth g(z) after z days of rest is g(z) - z (g(z+1) - g(z)); an act's
// turn comes about every four days.)

#include "domain/suggest/act_scores.hpp"

#include <algorithm>

namespace connect {
namespace {

using Powers = std::array<Fixed, 32>;

/// (percent / 100)^k for k from 0 to 31, in Q16.
constexpr Powers powers_of_percent(Fixed percent) {
  Powers powers{one};
  for (std::size_t k = 1; k < powers.size(); ++k) powers[k] = (powers[k - 1] * percent + 50) / 100;
  return powers;
}

constexpr Powers freshness_lost = powers_of_percent(70);
constexpr Powers need_lost = powers_of_percent(75);

/// Rounded down; of numbers below 2^50.
Fixed square_root(Fixed square) {
  Fixed root = 0;
  for (Fixed bit = Fixed{1} << 24; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= square) root += bit;
  return root;
}

/// 1 - percent / 100 * rate^(days - 1), `powers` being those of the rate. More days than the table
/// has, and `never`, count as its last.
Fixed recovered(std::int64_t days, const Powers& powers, Fixed percent) {
  const auto index = std::clamp<std::int64_t>(days - 1, 0, std::ssize(powers) - 1);
  return one - powers[static_cast<std::size_t>(index)] * percent / 100;
}

Fixed freshness(std::int64_t days) { return recovered(days, freshness_lost, 60); }
Fixed need(std::int64_t days) { return recovered(days, need_lost, 70); }

Fixed receptivity(const ActStatistics& act, std::size_t type) {
  const Fixed trials = act.trials[0] + act.trials[1];
  const Fixed successes = act.successes[0] + act.successes[1];
  const Fixed mean = (successes + 8 * one * 40 / 100) * one / (trials + 8 * one);
  const Fixed rate = (act.successes[type] + 12 * mean) * one / (act.trials[type] + 12 * one);
  return rate + square_root(rate * (one - rate) * one / (trials + 9 * one)) / 2;
}

}  // namespace

std::size_t day_type(std::int32_t day) {
  return ((day % 7) + 10) % 7 >= 5 ? 1 : 0;  // Monday 0, Saturday 5
}

Factors factors(const ActStatistics& act, std::int32_t day) {
  const std::int64_t asked = std::int64_t{day} - act.asked_day;
  const std::int64_t done = std::int64_t{day} - act.done_day;
  const Fixed today = freshness(asked) * need(done) / one;
  const Fixed tomorrow = freshness(asked + 1) * need(done + 1) / one;
  const Fixed ripeness = std::max(today - 3 * (tomorrow - today), one / 64);
  const Fixed takes = receptivity(act, day_type(day));
  return {takes, freshness(asked), need(done), takes * ripeness};
}

}  // namespace connect
