// The steps of feelings_report, each for one feeling. Private to domain/feelings.
#pragma once

#include <map>

#include "domain/feelings/feelings.hpp"

namespace connect {

/// One feeling's numbers, extracted from a history.
struct FeelingNumbers {
  std::vector<double> before, after;  // of the complete pairs, same length
  std::vector<double> check_ins;      // in any order
  std::vector<double> usual;          // the year's check-ins, in any order
  std::size_t answers = 0;            // single answers of any kind, also a before without an after
  std::map<std::int32_t, double> by_day;  // mean of the check-ins and `before` ratings of a day
};

/// `by_day` leaves out `after` ratings, which would carry the act into the value of its own day.
FeelingNumbers feeling_numbers(const FeelingHistory& history, FeelingItem item);

/// Empty for fewer than 8 pairs.
std::optional<FeelingChange> feeling_change(const FeelingNumbers& numbers);

/// Empty for fewer than 8 pairs or 30 usual check-ins, or when all `before` are equal. The standard
/// error includes that of m (delta method): se^2 = se(intercept)^2 + (1 - slope)^2 s^2 / n, with s
/// and n of the usual check-ins. Without that term a nominal 5 % gives 5 to 7 % false alarms, with
/// it about 4 (tests/sim). Source: regression to the mean after Barnett, van der Pols & Dobson, Int
/// J Epidemiol 34 (2005).
std::optional<Coefficient> corrected_change(const FeelingNumbers& numbers);

/// The two directions of the loop. Empty for fewer than 45 pairs, 10 days with an act or 10 days
/// without one.
std::optional<LoopLink> day_after_act(const FeelingNumbers& numbers, const FeelingHistory& history);
std::optional<LoopLink> day_before_act(const FeelingNumbers& numbers,
                                       const FeelingHistory& history);

/// Empty for fewer than 8 weeks with a rating. A week begins on Monday.
std::optional<FeelingTrend> feeling_trend(const FeelingNumbers& numbers);

}  // namespace connect
