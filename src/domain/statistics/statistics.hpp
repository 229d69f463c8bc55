// Statistics for small samples: pure functions of numbers, with the same results on every run and
// machine. Means and least-squares lines with Student's t, lines and slopes that allow for
// autocorrelation, and Holm's correction. Nothing here depends on feelings. Every formula names its
// source.
#pragma once

#include <cstddef>
#include <cstdint>
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
/// Source: Frisch & Waugh, Econometrica 1 (1933); Lovell, JASA 58 (1963).
std::optional<Coefficient> partial_slope(Values x, Values y,
                                         const std::vector<std::vector<double>>& controls,
                                         double least_variance = 0);

/// The values less their mean.
std::vector<double> centred(Values values);

/// The sums of products of each series with each, all centred: the controls, x, y.
using Products = std::vector<std::vector<double>>;

/// partial_slope() of `count` values from their products, for those who have them already.
/// Gaussian elimination of the controls.
std::optional<Coefficient> slope_from_products(Products products, std::size_t count,
                                               double least_variance = 0);

/// The slope of y over x, which are points in time in ascending order, with a standard error that
/// allows for residuals that resemble their neighbours: n values with a lag-1 autocorrelation of r
/// count as n (1 - r) / (1 + r). Neighbours are one unit of x apart. Residuals of a line
/// understate r; 2 (1 + r) / n is added. Empty with fewer than 6 points.
/// Source: Santer et al., J Geophys Res 105 (2000); the bias after Marriott & Pope, Biometrika 41
/// (1954).
std::optional<Coefficient> trend_slope(Values x, Values y, double least_variance = 0);

/// The standard error of an estimate from the influence of each observation on it, where those up
/// to three weeks apart may resemble each other: the root of the sum of w u_i u_j over all i and j,
/// with w = 1 - distance / 22 days. In the order of days, which may repeat. Never less than if
/// nothing resembled anything else.
/// Source: Newey & West, Econometrica 55 (1987), widened after Kiefer & Vogelsang, Econometric
/// Theory 21 (2005), table 1; the influences of a mean are (x - mean) / n.
double error_over_days(std::span<const std::int32_t> days, Values influences);

// ---- Circular shifts (circular_shifts.cpp) ----

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

/// How far a t ratio strays from 0 when one series is shifted against the other, which keeps the
/// autocorrelation of both: the root mean square of `t_ratio(s)` over all shifts, 1 or more.
/// A standard error times this factor allows for autocorrelation. Unlike the rank of the observed
/// ratio among the shifted ones, it can also tell very small p from one another, as a correction
/// for many comparisons needs.
/// Source: Theiler et al., Physica D 58 (1992), for surrogates that keep autocorrelation.
double shifted_spread(const CircularShifts& shifts,
                      const std::function<double(std::size_t)>& t_ratio);

// ---- Many comparisons (statistics.cpp) ----

/// Which of the hypotheses with these p are rejected so that the chance of rejecting any true one
/// is at most `level`, however they depend on each other. In the order of `p`.
/// Source: Holm, Scand J Statist 6 (1979).
std::vector<bool> holm_rejections(Values p, double level);

}  // namespace connect
