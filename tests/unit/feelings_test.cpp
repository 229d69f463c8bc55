// Feelings reports against references from R 4.2.2, or from python3 where a comment says so.
// history_of below uses integer formulas that R can repeat:
//
//   d <- 0:89; mood <- (d*d*7 + d*13 + d%/%9) %% 11
//   act <- ((d*5 + d*d) %% 7 + (d*3) %% 5) %% 3 == 0
//   k <- 0:(n-1); before <- 2 + (k*5) %% 6; after <- 3 + ((k*5) %% 6) %/% 2 + (k*k + k) %% 4
#include "domain/feelings/feelings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/random.hpp"

namespace connect::feelings_test {
namespace {

using doctest::Approx;

Feelings calm(int value) { return Feelings{{-1, -1, static_cast<std::int8_t>(value)}}; }

/// `days` days of check-ins and acts from day `first` on, and `pairs` before/after pairs on them.
FeelingHistory history_of(int days, int pairs, std::int32_t first = 0) {
  FeelingHistory history;
  for (int d = 0; d < days; ++d) {
    history.check_ins.push_back({first + d, calm((d * d * 7 + d * 13 + d / 9) % 11)});
    if (((d * 5 + d * d) % 7 + d * 3 % 5) % 3 == 0) history.act_days.push_back(first + d);
  }
  for (int k = 0; k < pairs; ++k) {
    const int low = k * 5 % 6;
    history.pairs.push_back(
        {first + 500 + 2 * k, calm(2 + low), calm(3 + low / 2 + (k * k + k) % 4)});
  }
  history.usual = history.check_ins;
  history.last_day = first + days - 1;
  return history;
}

FeelingSummary calm_of(const FeelingHistory& history) {
  return feeling_statistics(history).items[2];
}

std::vector<FeelingRow> rows_of(const FeelingHistory& history) {
  return feeling_rows(feeling_statistics(history), FeelingItem::calm);
}

void check_estimate(const Estimate& got, double value, double low, double high) {
  CHECK(got.value == Approx(value).epsilon(1e-9));
  CHECK(got.interval.low == Approx(low).epsilon(1e-9));
  CHECK(got.interval.high == Approx(high).epsilon(1e-9));
}

bool has(const std::string& sentence, const std::string& part) {
  return sentence.find(part) != std::string::npos;
}

FeelingComparison compared(double points, ConfidenceInterval range, bool is_clear = false) {
  return {{points, range}, is_clear ? 0.0001 : 0.08, 58, is_clear};
}

}  // namespace

TEST_CASE("seven pairs say nothing, eight are early, twenty are steady") {
  CHECK(calm_of(history_of(0, 7)).stage == FeelingStage::none);
  CHECK_FALSE(calm_of(history_of(0, 7)).change);
  CHECK(calm_of(history_of(0, 8)).stage == FeelingStage::early);
  CHECK(calm_of(history_of(0, 19)).stage == FeelingStage::early);
  CHECK(calm_of(history_of(0, 20)).stage == FeelingStage::steady);
}

TEST_CASE("the change is the mean with its t interval") {
  // python3: the mean of dd <- after - before, its variance at least 1/6, quantile and p of t by
  // Simpson's rule
  const auto eight = calm_of(history_of(0, 8)).change;
  check_estimate(eight->points, 0.5, -0.5741251060711066, 1.5741251060711066);
  CHECK(eight->p == Approx(0.40708382206559346));
  const auto nineteen = calm_of(history_of(0, 19)).change;
  check_estimate(nineteen->points, 0.631578947368421, 0.0814505744495222, 1.1817073202873198);
  CHECK(nineteen->p == Approx(0.06190541203693112));
  const auto steady = calm_of(history_of(0, 24)).change;
  check_estimate(steady->points, 0.5, 0.005247906049401341, 0.9947520939505987);
  CHECK(steady->p == Approx(0.09665680981275582));
}

TEST_CASE("eighty pairs that average half a point are reported so, with an interval around it") {
  FeelingHistory history;
  for (int k = 0; k < 80; ++k)  // 41 up by one point, the others as they were: 0.5125
    history.pairs.push_back({k, calm(5), calm(k * 37 % 80 < 41 ? 6 : 5)});
  const auto change = calm_of(history).change;
  REQUIRE(change);
  CHECK(change->points.value == Approx(0.5125));
  CHECK(change->points.interval.low > 0.4);
  CHECK(change->points.interval.high < 0.65);
  const auto row = rows_of(history)[0];
  CHECK(row.points == "+0.5");
  CHECK(row.interval == "0.4 to 0.6");
  CHECK(row.basis == "80 acts");
}

TEST_CASE("answers that never change claim no more than whole points can tell") {
  FeelingHistory history;
  for (int k = 0; k < 90; ++k) {
    history.check_ins.push_back({k, calm(7)});
    if (k % 3 == 0) history.act_days.push_back(k);
    if (k < 20) history.pairs.push_back({k, calm(k % 2 == 0 ? 7 : 6), calm(k % 2 == 0 ? 8 : 7)});
  }
  history.usual = history.check_ins;
  history.last_day = 89;
  const auto summary = calm_of(history);
  CHECK(summary.change->points.value == Approx(1));
  CHECK(summary.change->points.interval.low < 0.95);
  for (const auto& range :
       {summary.change->points.interval, summary.corrected->points.interval,
        summary.day_after_act->points.interval, summary.day_before_act->points.interval,
        summary.trend->points.interval})
    CHECK(range.high - range.low > 1e-6);
}

TEST_CASE("the corrected change agrees with R and waits for thirty check-ins") {
  // the pairs' befores lie on days of their own and are no check-ins
  // m <- mean(mood); co <- summary(lm(I(after - m) ~ I(before - m)))$coefficients;
  // se <- sqrt(co[1,2]^2 + (1 - co[2,1])^2 * se_m^2); co[1,1] + c(-1, 1) * qt(.95, 22) * se
  // se_m, from python3, allows for days that resemble their neighbours: 0.41688, and not 0.33574
  const auto summary = calm_of(history_of(90, 24));
  CHECK(summary.check_ins == 90);
  REQUIRE(summary.corrected);
  check_estimate(summary.corrected->points, 0.246666666666666, -0.30403709794279166,
                 0.7973704312761248);
  CHECK(calm_of(history_of(30, 24)).corrected);
  CHECK_FALSE(calm_of(history_of(29, 24)).corrected);
  CHECK_FALSE(calm_of(history_of(90, 7)).corrected);
}

TEST_CASE("befores that are all the same leave the change uncorrected") {
  auto history = history_of(40, 10);
  for (auto& pair : history.pairs) pair.before = calm(4);
  CHECK_FALSE(calm_of(history).corrected);
  CHECK(has(feeling_doubt(feeling_statistics(history)), "Low moods often lift"));
}

TEST_CASE("both ways of the loop agree with R") {
  // i <- 1:89; confint(lm(mood[i+1] ~ act[i] + mood[i] + d[i]), level = .9), and
  // confint(lm(mood[i] ~ act[i+1] + act[i] + d[i]), level = .9); p of t. With the acts rotated by
  // 3:86 places the t values stray less than chance alone would let them, so nothing is widened.
  const auto summary = calm_of(history_of(90, 0));
  REQUIRE(summary.day_after_act);
  check_estimate(summary.day_after_act->points, 1.49525948822626, 0.342426069496203,
                 2.648092906956317);
  CHECK(summary.day_after_act->p == Approx(0.0338343447975995));
  CHECK(summary.day_after_act->count == 89);
  REQUIRE(summary.day_before_act);
  check_estimate(summary.day_before_act->points, -0.468735294985345, -1.653012896712505,
                 0.715542306741814);
  CHECK(summary.day_before_act->p == Approx(0.5121856146639467));
}

TEST_CASE("the loop looks at the last year alone") {
  auto history = history_of(365, 0);
  const auto plain = calm_of(history);
  for (std::int32_t day = -400; day < 0; ++day) {
    history.check_ins.push_back({day, calm(day % 2 == 0 ? 0 : 10)});
    if (day % 2 == 0) history.act_days.push_back(day);
  }
  CHECK(calm_of(history).day_after_act == plain.day_after_act);
  CHECK(calm_of(history).day_before_act == plain.day_before_act);
}

TEST_CASE("p and interval agree, and no interval is shown without a width") {
  const auto agree = [](double p, const Estimate& points) {
    CHECK((p <= 1 - feelings_confidence) == points.interval.excludes_zero());
    CHECK(points.interval.low < points.value);
    CHECK(points.value < points.interval.high);
  };
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    test::Random random(seed);
    FeelingHistory history;
    const int days = random.between(50, 160), level = random.between(0, 10),
              spread = random.between(0, 3);
    const auto felt = [&](int more) {
      return calm(std::clamp(level + more + random.between(-spread, spread), 0, 10));
    };
    for (int day = 0; day < days; ++day) {
      history.check_ins.push_back({day, felt(day / 60)});
      if (!random.chance(40)) continue;
      history.act_days.push_back(day);
      history.pairs.push_back({day, felt(0), felt(random.between(0, 1))});
    }
    history.usual = history.check_ins;
    history.last_day = days - 1;
    const auto statistics = feeling_statistics(history);
    const auto& summary = statistics.items[2];
    for (const auto& made : {summary.change, summary.corrected, summary.day_after_act,
                             summary.day_before_act, summary.trend})
      if (made) agree(made->p, made->points);
    for (const auto& row : feeling_rows(statistics, FeelingItem::calm)) {
      CAPTURE(row.what);
      const auto to = row.interval.find(" to ");
      CHECK(row.interval.substr(0, to) != row.interval.substr(to + 4));
    }
  }
}

TEST_CASE("moods and acts that both last make the loop less certain") {
  int wider = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    test::Random random(seed);
    FeelingHistory history;
    std::vector<double> act, next_act, feeling, when;
    int level = 5;
    bool acted = false;
    for (std::int32_t day = 0; day < 120; ++day) {
      level = std::clamp(level + random.between(-1, 1), 0, 10);
      history.check_ins.push_back({day, calm(level)});
      if (day > 0) next_act.push_back(acted ? 1 : 0);
      if (day < 119) {
        act.push_back(acted ? 1 : 0);
        feeling.push_back(level);
        when.push_back(day);
      }
      if (acted) history.act_days.push_back(day);
      if (random.chance(10)) acted = !acted;
    }
    history.last_day = 119;
    const auto plain = partial_slope(next_act, feeling, {act, when}, rounding_variance);
    const auto link = calm_of(history).day_before_act;
    if (!plain || !link) continue;
    CHECK(link->points.value == Approx(plain->value));
    const double by_t = t_interval(*plain, feelings_confidence).high;
    CHECK(link->points.interval.high > by_t - 1e-9);
    wider += link->points.interval.high > by_t + 1e-9 ? 1 : 0;
  }
  CHECK(wider >= 5);
}

TEST_CASE("changes that resemble their neighbours make the mean change less certain") {
  const auto width = [](int run) {
    FeelingHistory history;
    for (int k = 0; k < 80; ++k)
      history.pairs.push_back({k, calm(5), calm(k / run % 2 == 0 ? 4 : 7)});
    const auto range = calm_of(history).change->points.interval;
    return range.high - range.low;
  };
  CHECK(width(40) > 1.5 * width(1));
}

TEST_CASE("the loop waits for forty-five pairs, ten acts and ten quiet days") {
  CHECK(calm_of(history_of(46, 0)).day_after_act);
  CHECK_FALSE(calm_of(history_of(45, 0)).day_after_act);
  auto history = history_of(90, 0);
  history.act_days.resize(9);
  CHECK_FALSE(calm_of(history).day_after_act);
  for (std::int32_t d = 0; d < 90; ++d) history.act_days.push_back(d);
  CHECK_FALSE(calm_of(history).day_after_act);
}

TEST_CASE("an unfinished day is not yet a quiet day") {
  auto history = history_of(90, 0);
  history.last_day = 80;
  CHECK(calm_of(history).day_before_act->count == 80);
}

TEST_CASE("what was felt after an act is not that day's own value") {
  auto history = history_of(90, 0);
  const auto plain = calm_of(history);
  history.pairs.push_back({5, {}, calm(10)});
  const auto summary = calm_of(history);
  CHECK(summary.day_after_act == plain.day_after_act);
  CHECK(summary.answers == plain.answers + 1);
  CHECK(summary.pairs == 0);
}

TEST_CASE("the weekly trend is the line through the weeks' means and waits for eight weeks") {
  // python3: least squares through the means by (d + 3) %/% 7; r = 0.045 leaves 10 degrees of
  // freedom
  const auto trend = calm_of(history_of(90, 0)).trend;
  REQUIRE(trend);
  CHECK(trend->count == 14);
  check_estimate(trend->points, 0.16153846153846155, 0.020779841001751675, 0.3022970820751714);
  CHECK(trend->p == Approx(0.06419455091660753));
  CHECK(calm_of(history_of(90, 0)).trend_span == 13);
  CHECK_FALSE(calm_of(history_of(46, 0)).trend);  // Thursday 1970-01-01 to a Sunday: seven weeks
  CHECK(calm_of(history_of(54, 0)).trend);
}

TEST_CASE("half a point in a year is a rise, and shown as one") {
  FeelingHistory history;
  for (int day = 0; day < 364; ++day) {  // from 4.9 to 5.45, rounded up and down in turn
    const double level = 4.9 + 0.55 * day / 363;
    const int share = day * 37 % 100;
    history.check_ins.push_back(
        {day, calm(level * 100 - 100 * static_cast<int>(level) > share ? static_cast<int>(level) + 1
                                                                       : static_cast<int>(level))});
  }
  const auto trend = calm_of(history).trend;
  REQUIRE(trend);
  CHECK(trend->points.value == Approx(0.55 / 52).epsilon(0.1));
  CHECK(trend->points.interval.low > 0.005);
  const auto statistics = feeling_statistics(history);
  CHECK(has(feeling_sentence(statistics), "Over 53 weeks your calm rose by about 0."));
  CHECK_FALSE(has(rows_of(history)[0].interval, "0.0"));
  CHECK(rows_of(history)[0].reading == "clear");
}

TEST_CASE("moving every day by whole weeks changes nothing, also before 1970") {
  const auto plain = feeling_statistics(history_of(90, 24));
  CHECK(feeling_statistics(history_of(90, 24, 7 * 2900)) == plain);
  CHECK(feeling_statistics(history_of(90, 24, -7 * 20)).items[2].trend == plain.items[2].trend);
}

TEST_CASE("the order of the notes does not matter") {
  auto history = history_of(90, 24);
  const auto plain = calm_of(history);
  std::ranges::reverse(history.check_ins);
  std::rotate(history.pairs.begin(), history.pairs.begin() + 7, history.pairs.end());
  std::ranges::reverse(history.act_days);
  history.act_days.push_back(history.act_days.front());
  const auto found = calm_of(history);
  CHECK(found.day_after_act == plain.day_after_act);
  CHECK(found.trend == plain.trend);
  CHECK(found.change->points.value == Approx(plain.change->points.value));
}

TEST_CASE("with few ratings the sentence says what it takes") {
  const auto too_few = [](int pairs) {
    return "Not enough ratings to compare: it takes 8 acts rated before and after (there are " +
           std::to_string(pairs) + "), or ratings in 8 different weeks.";
  };
  CHECK(feeling_sentence(feeling_statistics(history_of(3, 0))) == too_few(0));
  CHECK(feeling_sentence(feeling_statistics(history_of(0, 7))) == too_few(7));
  CHECK(rows_of(history_of(0, 7)).empty());
}

TEST_CASE("weekly means begin on Monday, count each answer once and leave weeks empty") {
  // 1970-01-05 was a Monday
  const std::vector<CheckIn> ratings = {
      {4, calm(4)}, {4, calm(6)}, {10, calm(8)}, {25, calm(3)}, {39, calm(9)}};
  const auto weeks = feeling_weeks(ratings, {Day{4}, Day{31}});
  CHECK(weeks.since == Day{4});
  CHECK(weeks.means[2] == std::vector<std::optional<double>>{6, {}, {}, 3});
  CHECK(weeks.means[0] == std::vector<std::optional<double>>(4));
  CHECK(feeling_weeks(ratings, {Day{-1}, Day{4}}).since == Day{-3});
  FeelingHistory history;
  history.check_ins = {ratings[2], ratings[3]};
  history.usual = ratings;
  const auto report = feelings_report(history, false);
  CHECK(report.weeks.since == Day{4});
  CHECK(report.weeks.means[2].size() == 4);
  CHECK(*report.levels[2].mean == Approx(5.5));
  CHECK(*report.levels[2].usual == Approx(6));
  CHECK_FALSE(report.levels[0].mean);
  CHECK_FALSE(report.statistics);
}

TEST_CASE("a difference is called clear only after a correction for all that were made") {
  FeelingHistory history;
  for (int day = 0; day < 210; ++day) {  // calm rises by two points; the others do not
    const int hundredths = 400 + 200 * day / 210;
    const int rounded = hundredths / 100 + (hundredths % 100 > day * 37 % 100 ? 1 : 0);
    const Feelings felt{{static_cast<std::int8_t>(4 + day * day % 3),
                         static_cast<std::int8_t>(5 + day * 5 % 4),
                         static_cast<std::int8_t>(rounded)}};
    history.check_ins.push_back({day, felt});
  }
  const auto statistics = feeling_statistics(history);
  CHECK(statistics.comparisons == 3);
  const auto& trend = statistics.items[2].trend;
  REQUIRE(trend);
  CHECK(trend->is_clear);
  CHECK(trend->p <= feelings_clear_level / 3);
  history.check_ins.resize(120);  // 17 weeks
  CHECK_FALSE(feeling_statistics(history).items[2].trend->is_clear);
  CHECK_FALSE(statistics.items[0].trend->is_clear);
}

TEST_CASE("a change that is not corrected is counted, and never clear") {
  FeelingHistory history;
  for (int k = 0; k < 40; ++k) history.pairs.push_back({k, calm(3), calm(6 + k % 2)});
  const auto statistics = feeling_statistics(history);
  CHECK(statistics.comparisons == 1);
  CHECK(statistics.items[2].change->p < 1e-9);
  CHECK_FALSE(statistics.items[2].change->is_clear);
  const auto row = feeling_rows(statistics, FeelingItem::calm)[0];
  CHECK(row.reading == "usual level not known");
  CHECK(has(feeling_doubt(statistics), "memory, the time of day and which moments you note"));
}

TEST_CASE("the sentence says what goes together, and not why") {
  FeelingStatistics statistics;
  auto& summary = statistics.items[2];
  summary.item = FeelingItem::calm;
  summary.day_after_act = compared(0.62, {0.04, 1.2}, true);
  statistics.comparisons = 12;
  CHECK(feeling_sentence(statistics) ==
        "On days after an act your calm was about 0.62 higher than on your other days (the "
        "clearest of 12 comparisons): the two go together, which does not show that one causes the "
        "other.");
  summary.corrected = summary.change = compared(-0.5, {-0.9, -0.1}, true);
  summary.corrected->p = 0.00001;
  CHECK(feeling_sentence(statistics) ==
        "Right after an act your calm was about 0.5 lower than you remember it before, allowing "
        "for your usual level (the clearest of 12 comparisons); but memory, the time of day and "
        "which moments you note can make such a difference, too.");
}

TEST_CASE("where an interval leaves out 0 without being clear, the sentence counts comparisons") {
  FeelingStatistics statistics;
  statistics.comparisons = 12;
  statistics.items[2].day_after_act = compared(0.62, {0.04, 1.2});
  CHECK(
      feeling_sentence(statistics) ==
      "Of 12 comparisons, 1 has an interval without 0, as one in ten has by chance alone; it could "
      "easily be chance.");
  statistics.items[2].day_after_act = compared(0.62, {-0.04, 1.28});
  CHECK(feeling_sentence(statistics) == "Each of the 12 comparisons could easily be chance.");
  const auto row = feeling_rows(statistics, FeelingItem::calm)[0];
  CHECK(row.what == "day after an act");
  CHECK(row.points == "+0.6");
  CHECK(row.interval == "0.0 to 1.3");
  CHECK(row.basis == "58 days");
  CHECK(row.reading == "could easily be chance");
}

TEST_CASE("words about feelings are plain ASCII and keep away from failure and praise") {
  for (const int pairs : {0, 8, 24}) {
    const auto statistics = feeling_statistics(history_of(90, pairs));
    for (const auto& words : {feeling_sentence(statistics), feeling_doubt(statistics),
                              feeling_table_title(statistics)}) {
      CHECK(std::ranges::all_of(words, [](char c) { return c >= ' ' && c <= '~'; }));
      for (const auto* word :
           {"lost", "broken", "failed", "should", "great", "because", "best", "score"})
        CHECK_FALSE(has(words, word));
    }
  }
}

TEST_CASE("feelings are asked about on two neighbouring days in six, whatever the seed") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    std::vector<int> asked;
    for (int day = -600; day < 600; ++day)
      if (asks_about_feelings(seed, Day{day})) asked.push_back(day);
    CHECK(asked.size() >= 398);  // the blocks at both ends may be cut
    CHECK(asked.size() <= 402);
    std::size_t neighbours = 0;
    for (std::size_t i = 1; i < asked.size(); ++i) neighbours += asked[i] - asked[i - 1] == 1;
    CHECK(neighbours >= 198);
  }
}

}  // namespace connect::feelings_test
