// The loop between acts and feelings, in both directions, from one day to the next. A partial
// regression gives the difference in points. Shifting the acts circularly against the feelings,
// which keeps the autocorrelation of both series, shows how far it strays from 0 by chance.
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <set>
#include <utility>

#include "domain/feelings/feelings_parts.hpp"

namespace connect {
namespace {

/// Equally long series over the pairs (d, d+1), in the order of days.
struct DayPairs {
  std::vector<double> day, feeling, next_feeling;
  std::vector<double> act, next_act;  // 1 on a day with an act, else 0
};

std::size_t count_acts(const std::vector<double>& acts) {
  return static_cast<std::size_t>(std::ranges::count(acts, 1.0));
}

bool is_enough(const std::vector<double>& acts) {
  const std::size_t with = count_acts(acts);
  return acts.size() >= loop_pairs && with >= loop_days_of_a_kind &&
         acts.size() - with >= loop_days_of_a_kind;
}

/// The shifts repeat the regression up to 300 times, which is most of the cost of the statistics.
/// The association may also change over the years.
constexpr std::int32_t days_looked_at = 365;

/// All pairs of finished days within the last year that have a feeling on the first day, and with
/// `needs_next` also on the second.
DayPairs day_pairs(const FeelingNumbers& numbers, const FeelingHistory& history, bool needs_next) {
  const std::set<std::int32_t> acts(history.act_days.begin(), history.act_days.end());
  DayPairs pairs;
  for (const auto& [day, feeling] : numbers.by_day) {
    if (day <= history.last_day - days_looked_at) continue;
    if (day >= history.last_day) break;
    const auto next = numbers.by_day.find(day + 1);
    if (needs_next && next == numbers.by_day.end()) continue;
    pairs.day.push_back(day);
    pairs.feeling.push_back(feeling);
    if (needs_next) pairs.next_feeling.push_back(next->second);
    pairs.act.push_back(acts.contains(day) ? 1 : 0);
    pairs.next_act.push_back(acts.contains(day + 1) ? 1 : 0);
  }
  return pairs;
}

/// A regression of y on controls and x in which some series are turned, that is, shifted circularly
/// against the others. Products of two that are turned, or of two that are not, stay the same.
class TurningRegression {
 public:
  struct Series {
    const std::vector<double>& values;
    bool turns;
  };

  /// The controls, x, y.
  explicit TurningRegression(const std::vector<Series>& series) {
    for (const auto& [values, turns] : series) {
      series_.push_back(centred(values));
      turns_.push_back(turns);
    }
    products_.assign(series_.size(), std::vector<double>(series_.size()));
    for (std::size_t i = 0; i < series_.size(); ++i)
      for (std::size_t j = 0; j < series_.size(); ++j) products_[i][j] = product(i, j, 0);
  }

  std::optional<Coefficient> at(std::size_t shift) const {
    Products products = products_;
    for (std::size_t i = 0; shift > 0 && i < series_.size(); ++i)
      for (std::size_t j = 0; j < series_.size(); ++j)
        if (turns_[i] && !turns_[j]) products[i][j] = products[j][i] = product(i, j, shift);
    return slope_from_products(std::move(products), series_[0].size(), rounding_variance);
  }

 private:
  /// Of series i, turned, and series j.
  double product(std::size_t i, std::size_t j, std::size_t shift) const {
    const auto& turned = series_[i];
    const auto& other = series_[j];
    const auto from = turned.begin() + static_cast<std::ptrdiff_t>(shift);
    const auto rest = other.end() - static_cast<std::ptrdiff_t>(shift);
    return std::inner_product(from, turned.end(), other.begin(), 0.0) +
           std::inner_product(turned.begin(), from, rest, 0.0);
  }

  std::vector<std::vector<double>> series_;
  std::vector<bool> turns_;
  Products products_;
};

constexpr std::size_t most_shifts = 299;

std::optional<LoopLink> loop_link(const DayPairs& pairs, const TurningRegression& regression) {
  auto points = regression.at(0);
  if (!points) return std::nullopt;
  const CircularShifts shifts{.length = pairs.day.size(), .smallest = 3, .most = most_shifts};
  // In units of its standard error, which differs from shift to shift.
  points->standard_error *= shifted_spread(shifts, [&](std::size_t shift) {
    const auto at_shift = regression.at(shift);
    return at_shift ? at_shift->value / at_shift->standard_error : 0.0;
  });
  return LoopLink{*points, pairs.day.size()};
}

}  // namespace

std::optional<LoopLink> day_after_act(const FeelingNumbers& numbers,
                                      const FeelingHistory& history) {
  const auto pairs = day_pairs(numbers, history, true);
  if (!is_enough(pairs.act)) return std::nullopt;
  return loop_link(pairs, TurningRegression({{pairs.feeling, false},
                                             {pairs.day, false},
                                             {pairs.act, true},
                                             {pairs.next_feeling, false}}));
}

std::optional<LoopLink> day_before_act(const FeelingNumbers& numbers,
                                       const FeelingHistory& history) {
  const auto pairs = day_pairs(numbers, history, false);
  if (!is_enough(pairs.next_act)) return std::nullopt;
  // Both act series turn together, so that each act keeps the day before it.
  return loop_link(
      pairs,
      TurningRegression(
          {{pairs.act, true}, {pairs.day, false}, {pairs.next_act, true}, {pairs.feeling, false}}));
}

}  // namespace connect
