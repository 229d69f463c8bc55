// Small-sample statistics: plain functions of plain numbers, the same on every run and every
// machine. Rank methods come first, because feelings are whole points from 0 to 10, tied and
// bounded. Nothing here knows what a feeling is. Every formula names its source; where a textbook
// leaves a choice open (zeros, ties, quantiles), the declaration says which one was taken.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
  bool operator==(const ConfidenceInterval&) const = default;
};

/// A value and the interval that goes with it, in the same unit.
struct Estimate {
  double value = 0;
  ConfidenceInterval interval;
  bool operator==(const Estimate&) const = default;
};

// ---- Description (statistics.cpp) ----

/// Arithmetic mean; `values` is not empty.
double mean(Values values);

/// Middle value, or the mean of the two middle values; `values` is not empty.
double median(std::vector<double> values);

/// Ranks 1..n in the order of `values`; equal values share the mean of their ranks.
/// Source: Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945).
std::vector<double> midranks(Values values);

/// Pearson's r in [-1, 1] of two equally long series; 0 when either is constant or shorter than 2.
double correlation(Values x, Values y);

/// Spearman's rho: Pearson's r of the midranks.
double rank_correlation(Values x, Values y);

// ---- Reference distributions (statistics_quantiles.cpp) ----

/// z with Phi(z) = `probability`, 0 < probability < 1; bisection on Phi(z) = erfc(-z / sqrt 2) / 2.
double normal_quantile(double probability);

/// P(T <= t) of Student's t, degrees of freedom > 0: 1 - I_{v/(v+t*t)}(v/2, 1/2) / 2 for t >= 0.
/// Source: DLMF 8.17 (regularised incomplete beta, continued fraction 8.17.22).
double student_t_cdf(double t, double degrees_of_freedom);

/// Inverse of student_t_cdf by bisection, 0 < probability < 1.
double student_t_quantile(double probability, double degrees_of_freedom);

// ---- Signed ranks (statistics_signed_rank.cpp, statistics_hodges_lehmann.cpp) ----

/// Up to this many values the signed-rank distribution is exact; beyond it is taken as normal.
inline constexpr std::size_t exact_signed_rank_limit = 50;

/// Smallest q >= 1 with P(V <= q) >= `tail`, V the signed-rank sum of n >= 1 untied values and
/// 0 < tail < 1/2 (R: qsignrank, apart from its 0). Above the limit normal, and within one of
/// exact.
std::size_t signed_rank_quantile(std::size_t n, double tail);

/// Two-sided p of Wilcoxon's signed-rank test that `differences` are symmetric about 0, in (0, 1].
/// Zeros are left out (Wilcoxon 1945); ties of |d| get midranks and the distribution is that of the
/// midranks at hand, over all 2^n signs. Above the limit: normal, tie-corrected, continuity 1/2.
/// p = min(1, 2 min(P(V <= v), P(V >= v))); 1 when no value differs from 0.
/// Source: Hollander & Wolfe, Nonparametric Statistical Methods, section 3.1.
double signed_rank_p(Values differences);

/// Hodges-Lehmann estimate of the centre: the median of the n(n+1)/2 averages (x_i + x_j)/2, i <=
/// j. `values` is not empty; time n log n times a logarithm, memory n. Source: Hodges & Lehmann,
/// Annals of Mathematical Statistics 34 (1963).
double hodges_lehmann(Values values);

/// Interval of the Hodges-Lehmann estimate by inverting the signed-rank test (Tukey): the q-th
/// smallest and q-th largest Walsh average, q = signed_rank_quantile(n, (1 - confidence)/2).
/// Zeros and ties stay in; the interval is closed, so ties only make it cover more often. With too
/// few values to reach `confidence` (n < 5 at 0.90) it is the whole range. `values` is not empty.
/// Source: Hollander & Wolfe, section 3.3; same choice of q as R's wilcox.test(exact = TRUE).
ConfidenceInterval signed_rank_interval(Values values, double confidence);

// ---- Resampling (statistics_resampling.cpp) ----

/// xoshiro256**, its state filled by splitmix64: the same numbers on every compiler.
/// Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators" (2021).
class Xoshiro256 {
 public:
  explicit Xoshiro256(std::uint64_t seed);
  /// The next 64 random bits.
  std::uint64_t next();
  /// A double in [0, 1), a multiple of 2^-53.
  double unit();
  /// An index in [0, count), 0 < count < 2^32; the bias is below count / 2^32.
  std::size_t index(std::size_t count);

 private:
  std::array<std::uint64_t, 4> state_{};
};

/// How a bootstrap is run; equal plans and equal data give equal intervals.
struct BootstrapPlan {
  double confidence = 0.90;
  std::size_t resamples = 999;
  std::uint64_t seed = 20090;
};

/// Percentile interval of `statistic` (say `mean` or `hodges_lehmann`) over seeded resamples: the
/// k-th smallest and k-th largest of B, k = floor((B + 1)(1 - confidence)/2), at least 1. Values
/// are sorted first, so their order does not matter. `values` is not empty, resamples >= 1. Source:
/// Davison & Hinkley, Bootstrap Methods and their Application, section 5.3.1.
ConfidenceInterval bootstrap_interval(Values values, const std::function<double(Values)>& statistic,
                                      const BootstrapPlan& plan);

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

/// p = (1 + #{|r_s| >= |r_0|}) / (1 + #shifts), in (0, 1]; `statistic(s)` is r at shift s, finite.
/// Differences under 1e-9 count as equal: a weekly habit shifted by a week is the same series.
/// Source: Theiler et al., Physica D 58 (1992), for surrogates that keep autocorrelation; the
/// (1 + ...) form is Davison & Hinkley, section 4.2.
double circular_shift_p(const CircularShifts& shifts,
                        const std::function<double(std::size_t)>& statistic);

// ---- Lines (statistics_regression.cpp, statistics_theil_sen.cpp) ----

/// A least-squares coefficient with its standard error; degrees of freedom >= 1.
struct Coefficient {
  double value = 0;
  double standard_error = 0;
  std::size_t degrees_of_freedom = 1;
  bool operator==(const Coefficient&) const = default;
};

/// y = intercept + slope x.
struct Line {
  Coefficient intercept;
  Coefficient slope;
};

/// value +- t * standard error; 0 < confidence < 1.
ConfidenceInterval t_interval(const Coefficient& coefficient, double confidence);

/// Ordinary least squares with the usual standard errors (R: summary(lm(y ~ x))).
/// Nothing with fewer than 3 points or when x is constant. x and y are equally long.
/// Source: Draper & Smith, Applied Regression Analysis, chapter 1.
std::optional<Line> least_squares_line(Values x, Values y);

/// What least squares on a constant and `controls` leaves of `values`. All series are equally long;
/// a control that adds nothing new is passed over. Modified Gram-Schmidt, each series centred.
std::vector<double> residuals(Values values, const std::vector<std::vector<double>>& controls);

/// Coefficient of x in y ~ 1 + x + controls; nothing when the controls explain x entirely or no
/// degree of freedom is left. Every control counts one degree, also one that adds nothing.
/// Source: Frisch & Waugh, Econometrica 1 (1933); Lovell, JASA 58 (1963).
std::optional<Coefficient> partial_slope(Values x, Values y,
                                         const std::vector<std::vector<double>>& controls);

/// Correlation of what the controls leave of x and of y; 0 when they leave nothing of either.
double partial_correlation(Values x, Values y, const std::vector<std::vector<double>>& controls);

/// partial_correlation of the midranks of every series (Kendall, Rank Correlation Methods, ch. 8,
/// in Spearman's form; for one control (r_xy - r_xz r_yz) / sqrt((1 - r_xz^2)(1 - r_yz^2))).
double partial_rank_correlation(Values x, Values y,
                                const std::vector<std::vector<double>>& controls);

/// Median of the slopes between points of different x, with an interval from Kendall's S: the
/// q-th smallest and q-th largest slope, q = floor((N - z sd(S)) / 2), at least 1, where
/// 18 var(S) = n(n-1)(2n+5) - sum over ties in x and in y of t(t-1)(2t+5).
/// Nothing when x is constant. Memory n^2: meant for a few hundred points.
/// Source: Theil (1950); Sen, JASA 63 (1968).
std::optional<Estimate> theil_sen(Values x, Values y, double confidence);

}  // namespace connect
