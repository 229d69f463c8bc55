// The steps of feeling_statistics, each for one feeling. Private to domain/feelings.
#pragma once

#include <map>

#include "domain/feelings/feelings.hpp"

namespace connect {

/// One feeling's numbers, extracted from a history.
struct FeelingNumbers {
  std::vector<double> before, after;         // of the complete pairs, same length
  std::vector<std::int32_t> pair_days;       // of these, in order
  std::vector<double> check_ins;             // in any order
  std::vector<std::optional<double>> weeks;  // the means of the check-ins, as in FeelingWeeks
  std::vector<double> usual;                 // the year's check-ins
  std::vector<std::int32_t> usual_days;      // of these, in order
  std::size_t answers = 0;  // single answers of any kind, also a before without an after
  std::map<std::int32_t, double> by_day;  // mean of the check-ins and `before` ratings of a day
};

/// `by_day` leaves out `after` ratings, which would carry the act into the value of its own day.
FeelingNumbers feeling_numbers(const FeelingHistory& history, FeelingItem item);

/// Empty for fewer than 8 pairs.
std::optional<Coefficient> feeling_change(const FeelingNumbers& numbers);

/// Empty for fewer than 8 pairs or 30 usual check-ins, or when all `before` are equal. The standard
/// error includes that of m (delta method): se^2 = se(intercept)^2 + (1 - slope)^2 s^2 / n, with s
/// and n of the usual check-ins, and both errors allow for days that resemble their neighbours.
/// Source: regression to the mean after Barnett, van der Pols & Dobson, Int J Epidemiol 34 (2005).
std::optional<Coefficient> corrected_change(const FeelingNumbers& numbers);

/// A direction of the loop, and the number of pairs of a day and the next.
struct LoopLink {
  Coefficient points;
  std::size_t pairs = 0;
};

/// The two directions of the loop. Empty for fewer than 45 pairs, 10 days with an act or 10 days
/// without one.
std::optional<LoopLink> day_after_act(const FeelingNumbers& numbers, const FeelingHistory& history);
std::optional<LoopLink> day_before_act(const FeelingNumbers& numbers,
                                       const FeelingHistory& history);

/// The slope through the weeks with a rating, their number, and the weeks from the first to the
/// last. Empty for fewer than 8.
struct FeelingTrend {
  Coefficient points_a_week;
  std::size_t weeks = 0;
  std::size_t span = 0;
};
std::optional<FeelingTrend> feeling_trend(const FeelingNumbers& numbers);

/// The weeks from the first with a rating to the last.
FeelingWeeks rated_weeks(std::span<const CheckIn> ratings);

/// The answer to one question; empty if it was skipped.
std::optional<int> answer_of(const Feelings& feelings, FeelingItem item);

}  // namespace connect
