// Statistics against R 4.2.2 (Debian's r-base-core), or against python3 where a comment names it.
// Each comment gives the command that made the reference; x is the sample below.
#include "domain/statistics/statistics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "support/random.hpp"

namespace connect::statistics_test {
namespace {

using doctest::Approx;

const std::vector<double> x{1.1, 2.2, -0.4, 3.7, 0.9, -1.6, 2.8, 0.3, 1.9, 4.1, -2.5, 0.7};
const std::vector<double> before{3, 4, 2, 5, 6, 4, 3, 5, 7, 4};
const std::vector<double> after{5, 5, 4, 6, 6, 6, 3, 7, 7, 5};
const std::vector<double> group{1, 0, 1, 1, 0, 0, 1, 0, 1, 0};
const std::vector<double> turn{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

void check_near(const ConfidenceInterval& got, double low, double high) {
  CHECK(got.low == Approx(low).epsilon(1e-9));
  CHECK(got.high == Approx(high).epsilon(1e-9));
}

/// `count` values around 1, whole points when `tied`.
std::vector<double> sample(std::uint64_t seed, std::size_t count, bool tied) {
  test::Random random(seed);
  std::vector<double> values(count);
  for (auto& value : values)
    value = tied ? random.between(-3, 5) : random.between(-300, 500) / 97.0;
  return values;
}

std::vector<double> transformed(std::vector<double> values, double factor, double shift) {
  for (auto& value : values) value = factor * value + shift;
  return values;
}

}  // namespace

TEST_CASE("quantiles agree with R") {
  // qt(.95, c(1, 2, 5, 28, 200)); pt(1.3, 7); pt(-2.5, 3.5); pt(.1, 1000)
  CHECK(student_t_quantile(0.95, 1) == Approx(6.31375151467504).epsilon(1e-10));
  CHECK(student_t_quantile(0.95, 2) == Approx(2.91998558035372).epsilon(1e-10));
  CHECK(student_t_quantile(0.95, 5) == Approx(2.01504837333302).epsilon(1e-10));
  CHECK(student_t_quantile(0.05, 28) == Approx(-1.70113093426593).epsilon(1e-10));
  CHECK(student_t_quantile(0.95, 200) == Approx(1.65250810091088).epsilon(1e-10));
  CHECK(student_t_cdf(1.3, 7) == Approx(0.882616082303811).epsilon(1e-12));
  CHECK(student_t_cdf(-2.5, 3.5) == Approx(0.037847321904745).epsilon(1e-11));
  CHECK(student_t_cdf(0.1, 1000) == Approx(0.539817815488198).epsilon(1e-12));
  CHECK(student_t_cdf(0, 3) == 0.5);
}

TEST_CASE("shifts leave out the nearest and spread evenly over the rest") {
  CHECK(shifts_of({.length = 8, .smallest = 3}) == std::vector<std::size_t>{3, 4, 5});
  CHECK(shifts_of({.length = 6, .smallest = 3}) == std::vector<std::size_t>{3});
  CHECK(shifts_of({.length = 5, .smallest = 3}).empty());
  const auto few = shifts_of({.length = 1000, .smallest = 3, .most = 99});
  CHECK(few.size() == 99);
  CHECK(few.front() == 3);
  CHECK(few.back() <= 997);
  CHECK(std::ranges::adjacent_find(few, std::ranges::greater_equal{}) == few.end());
}

TEST_CASE("the least-squares line agrees with R") {
  // summary(lm(after ~ before)); confint(lm(after ~ before), level = .9)
  const auto line = least_squares_line(before, after);
  REQUIRE(line);
  CHECK(line->intercept.value == Approx(2.447761194029854).epsilon(1e-12));
  CHECK(line->intercept.standard_error == Approx(0.792416439611766).epsilon(1e-12));
  CHECK(line->slope.value == Approx(0.686567164179104).epsilon(1e-12));
  CHECK(line->slope.standard_error == Approx(0.175015513426247).epsilon(1e-12));
  CHECK(line->slope.degrees_of_freedom == 8);
  check_near(t_interval(line->intercept, 0.90), 0.974224758842574, 3.92129762921713);
  check_near(t_interval(line->slope, 0.90), 0.361117409649863, 1.01201691870834);
}

TEST_CASE("a line needs three points and a spread") {
  CHECK_FALSE(least_squares_line(std::vector<double>{1, 2}, std::vector<double>{1, 2}));
  CHECK_FALSE(least_squares_line(std::vector<double>{4, 4, 4}, std::vector<double>{1, 2, 3}));
  CHECK_FALSE(least_squares_line({}, {}));
}

TEST_CASE("a partial slope agrees with R's multiple regression") {
  // summary(lm(after ~ group + before + turn)); confint(..., level = .9)
  const auto slope = partial_slope(group, after, {before, turn});
  REQUIRE(slope);
  CHECK(slope->value == Approx(-0.4559690735159211).epsilon(1e-10));
  CHECK(slope->standard_error == Approx(0.557903968909441).epsilon(1e-10));
  CHECK(slope->degrees_of_freedom == 6);
  check_near(t_interval(*slope, 0.90), -1.540077064321969, 0.628138917290127);
  CHECK_FALSE(partial_slope(before, after, {turn, before}));
}

TEST_CASE("slopes follow a shift of either axis and a line added to the data") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    auto y = sample(seed, turn.size(), false);
    const double slope = least_squares_line(turn, y)->slope.value;
    const auto later = transformed(turn, 1, 20000);
    CHECK(least_squares_line(later, y)->slope.value == Approx(slope));
    for (std::size_t i = 0; i < y.size(); ++i) y[i] += 0.5 * turn[i] - 3;
    CHECK(least_squares_line(turn, y)->slope.value == Approx(slope + 0.5));
  }
}

TEST_CASE("a mean and its t interval agree with their formula") {
  // python3: sum(x) / 12, statistics.stdev(x) / sqrt(12), p by Simpson's rule over the density of t
  const auto found = mean_with_error(x);
  CHECK(found.value == Approx(1.1));
  CHECK(found.standard_error == Approx(0.5762995853904566));
  CHECK(found.degrees_of_freedom == 11);
  check_near(t_interval(found, 0.90), 0.0650323235718453, 2.1349676764281544);
  CHECK(t_test_p(found) == Approx(0.08271855655018712));
}

TEST_CASE("equal values are as uncertain as their measurement") {
  const std::vector<double> equal(12, 3.0);
  CHECK(mean_with_error(equal).standard_error == 0);
  CHECK(mean_with_error(equal, 0.75).standard_error == Approx(0.25));
  CHECK(mean_with_error(x, 1e-9) == mean_with_error(x));
  const auto line = least_squares_line(turn, turn, 0.25);
  REQUIRE(line);
  CHECK(line->slope.value == Approx(1));
  CHECK(line->slope.standard_error == Approx(std::sqrt(0.25 / 82.5)));
}

TEST_CASE("the p of a t test is below a tenth exactly when the 90 % interval excludes 0") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    const auto values = sample(seed, 2 + seed % 30, seed % 2 == 0);
    const auto found = mean_with_error(values, 1.0 / 12);
    CHECK((t_test_p(found) < 0.10) == t_interval(found, 0.90).excludes_zero());
  }
  CHECK(t_test_p({0, 0, 5}) == 1);
}

TEST_CASE("the spread of shifted t ratios is their root mean square, and never below 1") {
  const std::vector<double> r{9, 9, 9, 3, -1, 2, -2, 9, 9};  // shifts 3..6
  CHECK(shifted_spread({.length = 9}, [&](std::size_t s) { return r[s]; }) ==
        Approx(std::sqrt(18.0 / 4)));
  CHECK(shifted_spread({.length = 9}, [](std::size_t) { return 0.5; }) == 1);
  CHECK(shifted_spread({.length = 5}, [](std::size_t) { return 7.0; }) == 1);
}

TEST_CASE("a trend counts residuals that resemble their neighbours as fewer") {
  // python3: r over 19 neighbours, (20 r + 2) / 18, n_e = 20 (1 - r) / (1 + r), n_e - 2 rounded
  // down
  std::vector<double> when, steady, jumpy;
  for (int i = 0; i < 20; ++i) {
    when.push_back(i);
    steady.push_back(i / 2 % 3 + i / 5);
    jumpy.push_back(i % 2);
  }
  const auto slope = trend_slope(when, steady);
  REQUIRE(slope);
  CHECK(slope->value == Approx(0.19699248120300752));
  CHECK(slope->standard_error == Approx(0.07149106881998873));
  CHECK(slope->degrees_of_freedom == 5);
  const auto plain = least_squares_line(when, jumpy);
  CHECK(trend_slope(when, jumpy)->standard_error == Approx(plain->slope.standard_error));
  CHECK(trend_slope(when, jumpy)->degrees_of_freedom == 18);
  for (auto& each : when) each *= 2;  // no neighbours, nothing to allow for
  CHECK(trend_slope(when, steady)->degrees_of_freedom == 18);
  CHECK_FALSE(trend_slope(std::vector<double>{1, 2, 3, 4, 5}, std::vector<double>{1, 2, 3, 5, 4}));
}

TEST_CASE("Holm's correction agrees with R") {
  // p.adjust(c(.01, .04, .03, .005), "holm") is .03 .06 .06 .02
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
  CHECK(holm_rejections(p, 0.05) == std::vector<bool>{true, false, false, true});
  CHECK(holm_rejections(p, 0.025) == std::vector<bool>{false, false, false, true});
  CHECK(holm_rejections(p, 0.06) == std::vector<bool>{true, true, true, true});
  CHECK(holm_rejections({}, 0.05).empty());
}

}  // namespace connect::statistics_test
