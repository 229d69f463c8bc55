// Small-sample statistics: plain functions of plain numbers, the same on every run and every
// machine. Means and lines by least squares with Student's t, and the circular-shift test for
// series whose neighbouring values resemble each other. Nothing here knows what a feeling is.
// Every formula names its source.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace connect {

/// Finite numbers, in any order unless said otherwise.
using Values = std::span<const double>;

/// Closed interval, low <= high.
struct ConfidenceInterval {
  double low = 0;
  double high = 0;
  /// Whether all of it is on one side of 0.
  bool excludes_zero() const { return low > 0 || high < 0; }
  bool operator==(const ConfidenceInterval&) const = default;
};

/// A value and the interval that goes with it, in the same unit.
struct Estimate {
  double value = 0;
  ConfidenceInterval interval;
  bool operator==(const Estimate&) const = default;
};

/// A mean or a least-squares coefficient with its standard error; degrees of freedom >= 1.
struct Coefficient {
  double value = 0;
  double standard_error = 0;
  std::size_t degrees_of_freedom = 1;
  bool operator==(const Coefficient&) const = default;
};

// In all that follows `least_variance` >= 0 is the variance that the measurement itself has, such
// as 1/12 for values that were rounded to whole numbers: the residual variance is never taken for
// less, so that values which happen to be equal do not claim to be exact.

// ---- Means and Student's t (statistics.cpp) ----

/// Arithmetic mean; `values` is not empty.
double mean(Values values);

/// The mean with the standard error s / sqrt(n); at least 2 values.
Coefficient mean_with_error(Values values, double least_variance = 0);

/// P(T <= t) of Student's t, degrees of freedom > 0: 1 - I_{v/(v+t*t)}(v/2, 1/2) / 2 for t >= 0.
/// Source: DLMF 8.17 (regularised incomplete beta, continued fraction 8.17.22).
double student_t_cdf(double t, double degrees_of_freedom);

/// Inverse of student_t_cdf by bisection, 0 < probability < 1.
double student_t_quantile(double probability, double degrees_of_freedom);

/// value +- t * standard error; 0 < confidence < 1.
ConfidenceInterval t_interval(const Coefficient& coefficient, double confidence);

/// Two-sided p of the t test that the true value is 0, in (0, 1]: below 1 - confidence exactly when
/// t_interval excludes 0. 1 when value and standard error are both 0.
double t_test_p(const Coefficient& coefficient);

// ---- Lines (statistics_regression.cpp) ----

/// y = intercept + slope x.
struct Line {
  Coefficient intercept;
  Coefficient slope;
};

/// Ordinary least squares with the usual standard errors (R: summary(lm(y ~ x))).
/// Nothing with fewer than 3 points or when x is constant. x and y are equally long.
/// Source: Draper & Smith, Applied Regression Analysis, chapter 1.
std::optional<Line> least_squares_line(Values x, Values y, double least_variance = 0);

/// Coefficient of x in y ~ 1 + x + controls; nothing when the controls explain x entirely or no
/// degree of freedom is left. Every control counts one degree, also one that adds nothing.
/// Source: Frisch & Waugh, Econometrica 1 (1933); Lovell, JASA 58 (1963). Modified Gram-Schmidt,
/// each series centred.
std::optional<Coefficient> partial_slope(Values x, Values y,
                                         const std::vector<std::vector<double>>& controls,
                                         double least_variance = 0);

// ---- Circular shifts (statistics_shifts.cpp) ----

/// A series of `length` turned as a ring against another one: shifts 0 < smallest <= s <=
/// length - smallest. Nearer shifts are left out, because neighbouring days still resemble the true
/// alignment. Of more than `most` shifts, `most` evenly spread ones are used.
struct CircularShifts {
  std::size_t length = 0;
  std::size_t smallest = 3;
  std::size_t most = 999;
};

/// The shifts themselves, rising; empty when length < 2 * smallest.
std::vector<std::size_t> shifts_of(const CircularShifts& shifts);

/// What turning tells of a statistic r.
struct ShiftTest {
  /// (1 + #{|r_s| >= |r_0|}) / (1 + #shifts), in (0, 1].
  double p = 1;
  /// The size that |r_0| must exceed for p <= 1 - confidence, or more than |r_0| where there are
  /// too few shifts for that.
  double critical = 0;
};

/// `statistic(s)` is r at shift s, finite. Differences under 1e-9 count as equal: a weekly habit
/// shifted by a week is the same series.
/// Source: Theiler et al., Physica D 58 (1992), for surrogates that keep autocorrelation; the
/// (1 + ...) form is Davison & Hinkley, Bootstrap Methods and their Application, section 4.2.
ShiftTest circular_shift_test(const CircularShifts& shifts, double confidence,
                              const std::function<double(std::size_t)>& statistic);

}  // namespace connect
