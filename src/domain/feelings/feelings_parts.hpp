// The parts that feelings_report puts together, one feeling at a time.
#pragma once

#include <map>

#include "domain/feelings/feelings.hpp"

namespace connect {

/// One feeling's numbers, taken out of a history.
struct FeelingNumbers {
  std::vector<double> before, after;      // of the complete pairs, equally long
  std::vector<double> check_ins;          // in any order
  std::vector<double> usual;              // the year's check-ins, in any order
  std::size_t answers = 0;                // of any kind, also a lone before or after
  std::map<std::int32_t, double> by_day;  // mean of the day's check-ins and befores
};

/// `by_day` leaves out what was felt after an act: it would carry the act into the day's own value.
FeelingNumbers feeling_numbers(const FeelingHistory& history, FeelingItem item);

/// Nothing below 8 pairs.
std::optional<FeelingChange> feeling_change(const FeelingNumbers& numbers);

/// Nothing below 8 pairs or 30 usual check-ins, or when every `before` is the same. The error of m
/// itself is carried along (delta method): se^2 = se(intercept)^2 + (1 - slope)^2 s^2 / n, s and n
/// those of the usual check-ins. Without it 5 to 7 % false alarms come of a nominal 5 %; with it
/// about 4 (tests/sim). Source: regression to the mean after Barnett, van der Pols & Dobson, Int J
/// Epidemiol 34 (2005).
std::optional<Coefficient> corrected_change(const FeelingNumbers& numbers);

/// The two directions of the loop; nothing below 45 pairs, 10 act days or 10 quiet days.
std::optional<LoopLink> day_after_act(const FeelingNumbers& numbers, const FeelingHistory& history);
std::optional<LoopLink> day_before_act(const FeelingNumbers& numbers,
                                       const FeelingHistory& history);

/// Nothing below 8 weeks with a note; a week begins on Monday.
std::optional<FeelingTrend> feeling_trend(const FeelingNumbers& numbers);

}  // namespace connect
