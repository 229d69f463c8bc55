// Statistics for small samples: pure functions of numbers, with the same results on every run and
// machine. Means and least-squares lines with Student's t, and the circular-shift test for series
// with autocorrelation. Nothing here depends on feelings. Every formula names its source.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace connect {

/// Finite numbers, in any order unless stated otherwise.
using Values = std::span<const double>;

/// Closed interval, low <= high.
struct ConfidenceInterval {
  double low = 0;
  double high = 0;
  /// Whether the interval lies entirely on one side of 0.
  bool excludes_zero() const { return low > 0 || high < 0; }
  bool operator==(const ConfidenceInterval&) const = default;
};

/// A value with its confidence interval, in the same unit.
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

// `least_variance` >= 0 is the variance of the measurement itself, such as 1/12 for values rounded
// to whole numbers. It is a lower bound of the residual variance, so that values which happen to be
// equal do not get a standard error of 0.

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

// ---- Lines (regression.cpp) ----

/// y = intercept + slope x.
struct Line {
  Coefficient intercept;
  Coefficient slope;
};

/// Ordinary least squares with the usual standard errors (R: summary(lm(y ~ x))).
/// Empty with fewer than 3 points or when x is constant. x and y have the same length.
/// Source: Draper & Smith, Applied Regression Analysis, chapter 1.
std::optional<Line> least_squares_line(Values x, Values y, double least_variance = 0);

/// Coefficient of x in y ~ 1 + x + controls, each series of the same length. Empty when the
/// controls explain x entirely or no degree of freedom is left. Every control costs one degree,
/// even one that adds nothing.
/// Source: Frisch & Waugh, Econometrica 1 (1933); Lovell, JASA 58 (1963). Modified Gram-Schmidt,
/// each series centred.
std::optional<Coefficient> partial_slope(Values x, Values y,
                                         const std::vector<std::vector<double>>& controls,
                                         double least_variance = 0);

// ---- Circular shifts (shift_test.cpp) ----

/// The circular shifts of a series of `length` against another one: 0 < smallest <= s <= length -
/// smallest. Smaller shifts are left out, because with autocorrelation they resemble the unshifted
/// series. If there are more than `most`, `most` evenly spaced ones are used.
struct CircularShifts {
  std::size_t length = 0;
  std::size_t smallest = 3;
  std::size_t most = 999;
};

/// The shifts in ascending order; empty when length < 2 * smallest.
std::vector<std::size_t> shifts_of(const CircularShifts& shifts);

/// The result of the test for a statistic r.
struct ShiftTest {
  /// (1 + #{|r_s| >= |r_0|}) / (1 + #shifts), in (0, 1].
  double p = 1;
  /// The value that |r_0| must exceed for p <= 1 - confidence; greater than |r_0| if there are too
  /// few shifts for such a p.
  double critical = 0;
};

/// Calls `statistic(s)` for r at shift s, which must be finite. Differences under 1e-9 count as
/// equal: a weekly pattern shifted by a week is the same series.
/// Source: Theiler et al., Physica D 58 (1992), for surrogates that keep autocorrelation; the (1 +
/// ...) form is Davison & Hinkley, Bootstrap Methods and their Application, section 4.2.
ShiftTest circular_shift_test(const CircularShifts& shifts, double confidence,
                              const std::function<double(std::size_t)>& statistic);

}  // namespace connect
