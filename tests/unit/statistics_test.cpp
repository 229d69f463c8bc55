// Worked examples against R 4.2.2 (Debian's r-base-core), except where a comment names python3.
// Each comment gives the command that made the reference; x is the sample below, d its tied
// sibling.
#include "connect/statistics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace {

using namespace connect;
using doctest::Approx;

const std::vector<double> x{1.1, 2.2, -0.4, 3.7, 0.9, -1.6, 2.8, 0.3, 1.9, 4.1, -2.5, 0.7};
const std::vector<double> d{1, 2, 0, -1, 3, 1, 0, 2, -2, 1, 4, -1};
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
  Xoshiro256 random(seed);
  std::vector<double> values(count);
  for (auto& value : values)
    value = tied ? static_cast<double>(random.index(9)) - 3 : 8 * random.unit() - 3;
  return values;
}

std::vector<double> transformed(std::vector<double> values, double factor, double shift) {
  for (auto& value : values) value = factor * value + shift;
  return values;
}

/// The definition, word for word: every Walsh average, sorted.
std::vector<double> walsh_averages(const std::vector<double>& values) {
  std::vector<double> averages;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i; j < values.size(); ++j) averages.push_back((values[i] + values[j]) / 2);
  }
  std::ranges::sort(averages);
  return averages;
}

/// The definition, word for word: all 2^n signs on the midranks.
double p_by_enumeration(const std::vector<double>& values) {
  std::vector<double> sizes;
  std::vector<bool> positive;
  for (const double v : values) {
    if (v != 0) sizes.push_back(std::fabs(v)), positive.push_back(v > 0);
  }
  const auto ranks = midranks(sizes);
  double observed = 0, low = 0, high = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) observed += positive[i] ? ranks[i] : 0;
  const std::size_t all = std::size_t{1} << ranks.size();
  for (std::size_t signs = 0; signs < all; ++signs) {
    double sum = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) sum += (signs >> i & 1) != 0 ? ranks[i] : 0;
    low += sum <= observed, high += sum >= observed;
  }
  return std::min(1.0, 2 * std::min(low, high) / static_cast<double>(all));
}

}  // namespace

TEST_CASE("the median of an even number of values lies between the middle two") {
  CHECK(median({3}) == 3);
  CHECK(median({4, 1}) == 2.5);
  CHECK(median({9, 1, 5}) == 5);
  CHECK(median({1, 9, 2, 8}) == 5);
  CHECK(mean(std::vector<double>{1, 2, 6}) == 3);
}

TEST_CASE("equal values share the mean of their ranks") {
  // rank(after)
  CHECK(midranks(after) == std::vector<double>{4, 4, 2, 7, 7, 7, 1, 9.5, 9.5, 4});
  CHECK(midranks({}).empty());
}

TEST_CASE("correlations agree with R") {
  // cor(before, after); cor(before, after, method = "spearman")
  CHECK(correlation(before, after) == Approx(0.811147458237388).epsilon(1e-12));
  CHECK(rank_correlation(before, after) == Approx(0.873055468266047).epsilon(1e-12));
  CHECK(correlation(std::vector<double>(3, 0.1), std::vector<double>{1, 2, 4}) == 0);
  CHECK(correlation({}, {}) == 0);
}

TEST_CASE("partial rank correlation agrees with R") {
  // cor(residuals(lm(rank(before) ~ Z)), residuals(lm(rank(after) ~ Z))), Z the ranked controls
  CHECK(partial_rank_correlation(before, after, {group, turn}) ==
        Approx(0.845975342990482).epsilon(1e-10));
  // the same by (r_xy - r_xz r_yz) / sqrt((1 - r_xz^2)(1 - r_yz^2))
  CHECK(partial_rank_correlation(before, after, {turn}) ==
        Approx(0.852712282176329).epsilon(1e-10));
  CHECK(partial_rank_correlation(before, after, {}) == Approx(rank_correlation(before, after)));
  CHECK(partial_rank_correlation(before, after, {before}) == 0);
}

TEST_CASE("quantiles agree with R") {
  // qnorm(c(.975, .95, 1e-6)); qt(.95, c(1, 2, 5, 28, 200)); pt(1.3, 7); pt(-2.5, 3.5); pt(.1,
  // 1000)
  CHECK(normal_quantile(0.975) == Approx(1.95996398454005).epsilon(1e-12));
  CHECK(normal_quantile(0.95) == Approx(1.64485362695147).epsilon(1e-12));
  CHECK(normal_quantile(1e-6) == Approx(-4.7534243088229).epsilon(1e-9));
  CHECK(normal_quantile(0.5) == 0);
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

TEST_CASE("untied signed ranks agree with R's exact test") {
  // wilcox.test(x, exact = TRUE, conf.int = TRUE, conf.level = .9), then .95
  CHECK(signed_rank_p(x) == Approx(0.09228515625).epsilon(1e-12));
  CHECK(hodges_lehmann(x) == Approx(1.1).epsilon(1e-12));
  check_near(signed_rank_interval(x, 0.90), 0.15, 2.2);
  check_near(signed_rank_interval(x, 0.95), -0.3, 2.4);
  // y <- ((1:25 * 37) %% 101) / 10 - 3.05; wilcox.test(y, exact = TRUE, conf.int = TRUE, conf.level
  // = .9)
  std::vector<double> y;
  for (int i = 1; i <= 25; ++i) y.push_back(i * 37 % 101 / 10.0 - 3.05);
  CHECK(signed_rank_p(y) == Approx(0.0105108022689819).epsilon(1e-12));
  CHECK(hodges_lehmann(y) == Approx(1.8).epsilon(1e-9));
  check_near(signed_rank_interval(y, 0.90), 0.75, 2.8);
}

TEST_CASE("signed-rank quantiles agree with R") {
  // qsignrank(.05, c(8, 12, 19, 25, 50)); qsignrank(.025, 12); below n = 5 R has 0, here 1
  CHECK(signed_rank_quantile(8, 0.05) == 6);
  CHECK(signed_rank_quantile(12, 0.05) == 18);
  CHECK(signed_rank_quantile(19, 0.05) == 54);
  CHECK(signed_rank_quantile(25, 0.05) == 101);
  CHECK(signed_rank_quantile(50, 0.05) == 467);
  CHECK(signed_rank_quantile(12, 0.025) == 14);
  CHECK(signed_rank_quantile(4, 0.05) == 1);
}

TEST_CASE("zeros are left out of the test and kept in the interval; ties share ranks") {
  // p: all 1024 signs of rank(abs(d[d != 0])) by expand.grid; the rest: sorted outer(d, d, "+") / 2
  // at qsignrank(.05, 12) = 18 from either end
  CHECK(signed_rank_p(d) == Approx(0.177734375).epsilon(1e-12));
  CHECK(hodges_lehmann(d) == 1);
  check_near(signed_rank_interval(d, 0.90), 0, 2);
  CHECK(signed_rank_p(std::vector<double>(9, 0.0)) == 1);
  CHECK(signed_rank_p({}) == 1);
}

TEST_CASE("beyond fifty values the signed ranks are taken as normal") {
  // z <- ((1:60 * 7) %% 11) - 4; wilcox.test(z, exact = FALSE, correct = TRUE); the interval at the
  // exact qsignrank(.05, 60) = 691, which the approximation has to hit
  std::vector<double> z;
  for (int i = 1; i <= 60; ++i) z.push_back(i * 7 % 11 - 4);
  CHECK(signed_rank_p(z) == Approx(0.0161162149825412).epsilon(1e-10));
  CHECK(hodges_lehmann(z) == 1);
  check_near(signed_rank_interval(z, 0.90), 0.5, 2);
  // Untied values show the rank itself: within one of qsignrank(.05, 51) = 487, qsignrank(.025,
  // 100) = 1956
  for (const auto& [n, confidence, q] :
       {std::tuple{51U, 0.90, 487U}, std::tuple{100U, 0.95, 1956U}}) {
    const auto values = sample(3, n, false), averages = walsh_averages(values);
    const double low = signed_rank_interval(values, confidence).low;
    CHECK(low >= averages[q - 2]);
    CHECK(low <= averages[q]);
  }
}

TEST_CASE("the signed-rank p is that of all signs") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto values = sample(seed, 1 + seed % 12, seed % 2 == 0);
    CAPTURE(seed);
    CHECK(signed_rank_p(values) == Approx(p_by_enumeration(values)).epsilon(1e-12));
  }
}

TEST_CASE("the Hodges-Lehmann estimate is the median of all Walsh averages") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto values = sample(seed, 1 + seed, seed % 2 == 0);
    CAPTURE(seed);
    CHECK(hodges_lehmann(values) == median(walsh_averages(values)));
  }
}

TEST_CASE("Walsh averages that are neighbouring doubles do not keep the search going for ever") {
  const double one = 1, next = std::nextafter(1.0, 2.0);
  CHECK(hodges_lehmann(std::vector<double>{one, next, next, next}) == next);
  CHECK(hodges_lehmann(std::vector<double>{next, std::nextafter(next, 2.0), 3}) >= next);
}

TEST_CASE("too few values give the whole range") {
  check_near(signed_rank_interval(std::vector<double>{4, 1, 2}, 0.90), 1, 4);
  check_near(signed_rank_interval(std::vector<double>{4}, 0.90), 4, 4);
}

TEST_CASE("the generator gives the published sequence") {
  // python3: splitmix64 from 1 fills the state, then xoshiro256** in arbitrary-precision integers
  Xoshiro256 random(1);
  CHECK(random.next() == 0xb3f2af6d0fc710c5U);
  CHECK(random.next() == 0x853b559647364ceaU);
  CHECK(random.next() == 0x92f89756082a4514U);
  CHECK(random.next() == 0x642e1c7bc266a3a7U);
  for (int i = 0; i < 1000; ++i) CHECK(random.index(7) < 7);
}

TEST_CASE("the bootstrap interval is the seeded percentile interval") {
  // python3: the same generator, index (next >> 32) * n >> 32 into sorted(x), statistics.median of
  // all Walsh averages or sum / n, then the 50th of 999 (the 5th of 199) from either end
  check_near(bootstrap_interval(x, mean, {}), 0.11666666666666665, 2.0749999999999997);
  check_near(bootstrap_interval(x, hodges_lehmann, {}), 0.15, 2.2);
  check_near(
      bootstrap_interval(x, hodges_lehmann, {.confidence = 0.95, .resamples = 199, .seed = 7}),
      -0.05, 2.35);
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

TEST_CASE("the circular-shift p counts shifts as strong as the true alignment") {
  const std::vector<double> r{0.5, 9, 9, 0.1, -0.5, 0.5 - 1e-12, 0.4, 9, 9};
  // of shifts 3..6 two are as strong: (1 + 2) / (1 + 4)
  CHECK(circular_shift_p({.length = 9}, [&](std::size_t s) { return r[s]; }) == 0.6);
  CHECK(circular_shift_p({.length = 2}, [&](std::size_t s) { return r[s]; }) == 1);
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
  // residuals(lm(after ~ before + turn))
  const auto rest = residuals(after, {before, turn});
  CHECK(rest[0] == Approx(0.356231003039518).epsilon(1e-9));
  CHECK(rest[6] == Approx(-1.39620060790273604).epsilon(1e-9));
}

TEST_CASE("the Theil-Sen slope agrees with its formula in R") {
  // slopes over combn(10, 2), var(S) from table(ty), q = floor((45 - qnorm(.95) * sqrt(122)) / 2) =
  // 13
  const std::vector<double> tx{1, 2, 3, 4, 6, 7, 8, 10, 11, 12},
      ty{5, 5.5, 4, 6, 6.5, 6, 7, 6.5, 8, 7};
  const auto slope = theil_sen(tx, ty, 0.90);
  REQUIRE(slope);
  CHECK(slope->value == Approx(0.25).epsilon(1e-12));
  check_near(slope->interval, 0.125, 1.0 / 3);
  // the same for a series with many ties, where var(S) without them would give 0.286 for 0.25
  std::vector<double> days(20);
  for (std::size_t i = 0; i < days.size(); ++i) days[i] = static_cast<double>(i + 1);
  const std::vector<double> tied{3, 3, 3, 3, 3, 3, 4, 3, 3, 3, 5, 3, 3, 6, 3, 3, 7, 3, 8, 9};
  check_near(theil_sen(days, tied, 0.90)->interval, 0, 0.25);
  CHECK_FALSE(theil_sen(std::vector<double>{2, 2}, std::vector<double>{1, 5}, 0.90));
}

TEST_CASE("shifting the data shifts the estimate; turning the signs turns it") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const auto values = sample(seed, 8 + seed, seed % 2 == 0);
    for (const auto& [factor, shift] : {std::pair{1.0, 2.5}, std::pair{-1.0, 0.0}}) {
      const auto moved = transformed(values, factor, shift);
      CHECK(hodges_lehmann(moved) == Approx(factor * hodges_lehmann(values) + shift));
      for (const auto& interval_of :
           {+[](Values v) { return signed_rank_interval(v, 0.9); },
            +[](Values v) { return bootstrap_interval(v, mean, {.resamples = 99}); }}) {
        const auto plain = interval_of(values), other = interval_of(moved);
        CHECK(other.low == Approx(factor * (factor > 0 ? plain.low : plain.high) + shift));
        // Mirrored values are drawn from the other end, so only exact intervals mirror exactly.
        if (factor < 0) break;
        CHECK(other.high == Approx(plain.high + shift));
      }
    }
    CHECK(signed_rank_p(transformed(values, -1, 0)) == Approx(signed_rank_p(values)));
  }
}

TEST_CASE("the order of the data does not matter") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    auto values = sample(seed, 8 + seed, seed % 2 == 0);
    auto turned = values;
    std::rotate(turned.begin(), turned.begin() + 3, turned.end());
    CHECK(hodges_lehmann(turned) == hodges_lehmann(values));
    CHECK(signed_rank_p(turned) == signed_rank_p(values));
    CHECK(signed_rank_interval(turned, 0.9) == signed_rank_interval(values, 0.9));
    CHECK(bootstrap_interval(turned, mean, {.resamples = 99}) ==
          bootstrap_interval(values, mean, {.resamples = 99}));
  }
}

TEST_CASE("slopes follow a shift of either axis and a line added to the data") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    auto y = sample(seed, turn.size(), false);
    const double theil = theil_sen(turn, y, 0.9)->value,
                 squares = least_squares_line(turn, y)->slope.value;
    const auto later = transformed(turn, 1, 20000);
    CHECK(theil_sen(later, y, 0.9)->value == Approx(theil));
    CHECK(least_squares_line(later, y)->slope.value == Approx(squares));
    for (std::size_t i = 0; i < y.size(); ++i) y[i] += 0.5 * turn[i] - 3;
    CHECK(theil_sen(turn, y, 0.9)->value == Approx(theil + 0.5));
    CHECK(least_squares_line(turn, y)->slope.value == Approx(squares + 0.5));
  }
}
