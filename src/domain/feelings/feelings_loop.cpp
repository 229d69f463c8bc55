// The loop between acts and feelings, in both directions, from one day to the next. A partial
// regression gives the difference in points. Its significance is tested with the t test and by
// shifting the acts circularly against the feelings, which keeps the autocorrelation of both
// series.
#include <algorithm>
#include <cstddef>
#include <set>

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

/// The shift test repeats the regression up to 300 times and dominates the cost of a report. The
/// association may also change over the years.
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

std::vector<double> turned(std::vector<double> series, std::size_t shift) {
  std::rotate(series.begin(), series.begin() + static_cast<std::ptrdiff_t>(shift), series.end());
  return series;
}

/// The coefficient after shifting the acts circularly by `shift`, which is 0 for the observed one.
using Shifted = std::optional<Coefficient> (*)(const DayPairs&, std::size_t shift);

std::optional<Coefficient> shifted_after_act(const DayPairs& pairs, std::size_t shift) {
  return partial_slope(turned(pairs.act, shift), pairs.next_feeling, {pairs.feeling, pairs.day},
                       rounding_variance);
}

/// Shifts both act series together, so that each act keeps the day before it.
std::optional<Coefficient> shifted_before_act(const DayPairs& pairs, std::size_t shift) {
  return partial_slope(turned(pairs.next_act, shift), pairs.feeling,
                       {turned(pairs.act, shift), pairs.day}, rounding_variance);
}

/// With 300 statistics, one of them observed, p has a resolution below 0.01.
constexpr std::size_t most_shifts = 299;

std::optional<LoopLink> loop_link(const DayPairs& pairs, Shifted shifted) {
  const auto points = shifted(pairs, 0);
  if (!points) return std::nullopt;
  const CircularShifts shifts{.length = pairs.day.size(), .smallest = 3, .most = most_shifts};
  // In units of its standard error, which differs from shift to shift.
  const auto turning = circular_shift_test(shifts, feelings_confidence, [&](std::size_t shift) {
    const auto at_shift = shifted(pairs, shift);
    return at_shift ? at_shift->value / at_shift->standard_error : 0.0;
  });
  const auto by_t = t_interval(*points, feelings_confidence);
  // Half the width of the wider interval; the shift test's critical value is a t ratio.
  const double reach =
      std::max(by_t.high - points->value, turning.critical * points->standard_error);
  return LoopLink{{points->value, {points->value - reach, points->value + reach}},
                  std::max(t_test_p(*points), turning.p),
                  pairs.day.size()};
}

}  // namespace

std::optional<LoopLink> day_after_act(const FeelingNumbers& numbers,
                                      const FeelingHistory& history) {
  const auto pairs = day_pairs(numbers, history, true);
  if (!is_enough(pairs.act)) return std::nullopt;
  return loop_link(pairs, shifted_after_act);
}

std::optional<LoopLink> day_before_act(const FeelingNumbers& numbers,
                                       const FeelingHistory& history) {
  const auto pairs = day_pairs(numbers, history, false);
  if (!is_enough(pairs.next_act)) return std::nullopt;
  return loop_link(pairs, shifted_before_act);
}

}  // namespace connect
