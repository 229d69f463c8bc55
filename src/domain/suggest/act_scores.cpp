// S and N are the successes and trials of an act, by day of the week, fading.
//   mean over all days    m = (S + 8 * 0.40) / (N + 8)
//   days of this type     t = (S of the type + 12 m) / (N of the type + 12)
//   this day of the week  u = (S of the day + 6 t) / (N of the day + 6)
//   rate                  p = t + v (u - t),  v = 1/2 + e clamped to 0..1
//                         e: by how much u has predicted better than t so far
//   receptivity           x = p + 0.5 sqrt(p(1-p) / (N+9)),  optimistic where little is known
//   freshness             r = 1 - 0.6 * 0.7^(days since shown - 1)
//   need                  q = 1 - 0.7 * 0.75^(days since done - 1)
//   score = x rq(today) - 2 X (rq(tomorrow) - rq(today)),  X the mean of x over the week
// Showing an act ends the growth of its r and q, so an act that still ripens quickly is worth
// leaving: the score subtracts two days of the growth that is lost by showing it today. (The
// Whittle index of an arm worth g(z) after z days of rest is g(z) - z (g(z+1) - g(z)); an act's
// turn comes about every four days.) The growth is worth an ordinary day's x, not today's. A score
// below x/64 becomes x/128 + score/1024, so that it stays above 0 and keeps its order.

#include "domain/suggest/act_scores.hpp"

#include <algorithm>
#include <numeric>

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

struct Sums {
  Fixed trials = 0, successes = 0;
};

template <class Chosen>
Sums sums_of(const ActStatistics& act, Chosen is_chosen) {
  Sums sums;
  for (std::size_t weekday = 0; weekday < act.trials.size(); ++weekday) {
    if (!is_chosen(weekday)) continue;
    sums.trials += act.trials[weekday];
    sums.successes += act.successes[weekday];
  }
  return sums;
}

/// The rate of the sums, with `weight` trials at the rate `expected` added.
Fixed rate_of(Sums sums, Fixed weight, Fixed expected) {
  return (sums.successes + weight * expected) * one / (sums.trials + weight * one);
}

Fixed trials_of_all_days(const ActStatistics& act) {
  return sums_of(act, [](std::size_t) { return true; }).trials;
}

Fixed receptivity(const ActStatistics& act, std::size_t weekday, Fixed weekday_gain) {
  const auto [by_type, by_weekday] = rates(act, weekday);
  const Fixed share = std::clamp(one / 2 + weekday_gain, Fixed{0}, one);
  const Fixed rate = by_type + share * (by_weekday - by_type) / one;
  const Fixed variance = rate * (one - rate);
  return rate + square_root(variance * one / (trials_of_all_days(act) + 9 * one)) / 2;
}

}  // namespace

std::size_t weekday_of(std::int32_t day) { return static_cast<std::size_t>(((day % 7) + 10) % 7); }

std::size_t day_type(std::size_t weekday) { return weekday >= 5 ? 1 : 0; }

Rates rates(const ActStatistics& act, std::size_t weekday) {
  const Fixed mean = rate_of(sums_of(act, [](std::size_t) { return true; }), 8, one * 40 / 100);
  const auto is_of_type = [&](std::size_t other) { return day_type(other) == day_type(weekday); };
  const Fixed by_type = rate_of(sums_of(act, is_of_type), 12, mean);
  return {by_type, rate_of({act.trials[weekday], act.successes[weekday]}, 6, by_type)};
}

Fixed gain(Rates rates, bool taken) {
  const auto squared_error = [&](Fixed rate) {
    const Fixed error = (taken ? one : 0) - rate;
    return error * error / one;
  };
  return squared_error(rates.by_type) - squared_error(rates.by_weekday);
}

Factors factors(const ActStatistics& act, std::int32_t day, std::int64_t weekday_gain) {
  const std::int64_t asked = std::int64_t{day} - act.asked_day;
  const std::int64_t done = std::int64_t{day} - act.done_day;
  const Fixed today = freshness(asked) * need(done) / one;
  const Fixed tomorrow = freshness(asked + 1) * need(done + 1) / one;
  std::array<Fixed, 7> week{};
  for (std::size_t weekday = 0; weekday < week.size(); ++weekday)
    week[weekday] = receptivity(act, weekday, weekday_gain);
  const Fixed takes = week[weekday_of(day)];
  const Fixed in_a_week = std::accumulate(week.begin(), week.end(), Fixed{0});
  const std::int64_t score = takes * today - 2 * in_a_week / 7 * (tomorrow - today);
  const std::int64_t least = takes * one / 64;
  return {takes, freshness(asked), need(done),
          score >= least ? score : takes * one / 128 + score / 1024};
}

}  // namespace connect
