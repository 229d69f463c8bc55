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

FeelingSummary calm_of(const FeelingHistory& history) { return feelings_report(history).items[2]; }

void check_estimate(const Estimate& got, double value, double low, double high) {
  CHECK(got.value == Approx(value).epsilon(1e-9));
  CHECK(got.interval.low == Approx(low).epsilon(1e-9));
  CHECK(got.interval.high == Approx(high).epsilon(1e-9));
}

bool has(const std::vector<std::string>& sentences, const std::string& part) {
  return std::ranges::any_of(sentences,
                             [&](const auto& s) { return s.find(part) != std::string::npos; });
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
    history.pairs.push_back({k, calm(5), calm(k < 41 ? 6 : 5)});
  const auto change = calm_of(history).change;
  REQUIRE(change);
  CHECK(change->points.value == Approx(0.5125));
  CHECK(change->points.interval.low > 0.4);
  CHECK(change->points.interval.high < 0.65);
  CHECK(has(feeling_sentences(feelings_report(history)),
            "about 0.5 higher than right before it (90% interval 0.4 to 0.6; 80 acts)"));
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
       {summary.change->points.interval, summary.corrected->interval,
        summary.day_after_act->points.interval, summary.day_before_act->points.interval,
        summary.trend->points_a_week.interval})
    CHECK(range.high - range.low > 1e-6);
}

TEST_CASE("the corrected change agrees with R and waits for thirty check-ins") {
  // the pairs' befores lie on days of their own and are no check-ins
  // m <- mean(mood); co <- summary(lm(I(after - m) ~ I(before - m)))$coefficients;
  // se <- sqrt(co[1,2]^2 + (1 - co[2,1])^2 * var(mood) / 90); co[1,1] + c(-1, 1) * qt(.95, 22) * se
  const auto summary = calm_of(history_of(90, 24));
  CHECK(summary.check_ins == 90);
  REQUIRE(summary.corrected);
  check_estimate(*summary.corrected, 0.246666666666666, -0.253544862819882, 0.746878196153215);
  CHECK_FALSE(summary.low_moments_lift);
  CHECK(calm_of(history_of(30, 24)).corrected);
  CHECK_FALSE(calm_of(history_of(29, 24)).corrected);
  CHECK(calm_of(history_of(29, 24)).low_moments_lift);
  CHECK_FALSE(calm_of(history_of(90, 7)).corrected);
}

TEST_CASE("befores that are all the same leave the change uncorrected") {
  auto history = history_of(40, 10);
  for (auto& pair : history.pairs) pair.before = calm(4);
  CHECK_FALSE(calm_of(history).corrected);
  CHECK(calm_of(history).low_moments_lift);
}

TEST_CASE("both ways of the loop agree with R") {
  // i <- 1:89; confint(lm(mood[i+1] ~ act[i] + mood[i] + d[i]), level = .9), and
  // confint(lm(mood[i] ~ act[i+1] + act[i] + d[i]), level = .9); p from python3: the larger of the
  // p of t and of the t values with the acts rotated by 3:86 places, (1 + #) / (1 + 84)
  const auto summary = calm_of(history_of(90, 0));
  REQUIRE(summary.day_after_act);
  check_estimate(summary.day_after_act->points, 1.49525948822626, 0.342426069496203,
                 2.648092906956317);
  CHECK(summary.day_after_act->p == Approx(0.0338343447975995));
  CHECK(summary.day_after_act->pairs == 89);
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
    const auto report = feelings_report(history);
    const auto& summary = report.items[2];
    if (summary.change) agree(summary.change->p, summary.change->points);
    for (const auto& link : {summary.day_after_act, summary.day_before_act})
      if (link) agree(link->p, link->points);
    for (const auto& sentence : feeling_sentences(report)) {
      CAPTURE(sentence);
      for (auto at = sentence.find(" interval "); at != sentence.npos;
           at = sentence.find(" interval ", at + 1)) {
        const auto to = sentence.find(" to ", at), end = sentence.find_first_of(";)", to);
        CHECK(sentence.substr(at + 10, to - at - 10) != sentence.substr(to + 4, end - to - 4));
      }
    }
  }
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
  CHECK(calm_of(history).day_before_act->pairs == 80);
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
  // python3: least squares through the means by (d + 3) %/% 7
  const auto trend = calm_of(history_of(90, 0)).trend;
  REQUIRE(trend);
  CHECK(trend->weeks == 14);
  check_estimate(trend->points_a_week, 0.16153846153846133, 0.03518316422020665, 0.287893758856716);
  CHECK(trend->span == 13);
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
  CHECK(trend->points_a_week.value == Approx(0.55 / 52).epsilon(0.1));
  CHECK(trend->points_a_week.interval.low > 0.005);
  const auto sentences = feeling_sentences(feelings_report(history));
  CHECK(has(sentences, "your calm rose by about 0."));
  CHECK_FALSE(has(sentences, "0.0 to"));
}

TEST_CASE("moving every day by whole weeks changes nothing, also before 1970") {
  const auto plain = feelings_report(history_of(90, 24));
  CHECK(feelings_report(history_of(90, 24, 7 * 2900)) == plain);
  CHECK(feelings_report(history_of(90, 24, -7 * 20)).items[2].trend == plain.items[2].trend);
}

TEST_CASE("the order of the notes does not matter") {
  auto history = history_of(90, 24);
  const auto sentences = feeling_sentences(feelings_report(history));
  std::ranges::reverse(history.check_ins);
  std::rotate(history.pairs.begin(), history.pairs.begin() + 7, history.pairs.end());
  std::ranges::reverse(history.act_days);
  history.act_days.push_back(history.act_days.front());
  CHECK(feeling_sentences(feelings_report(history)) == sentences);
  CHECK(calm_of(history).day_after_act == calm_of(history_of(90, 24)).day_after_act);
}

TEST_CASE("no ratings, no sentences; few ratings, one") {
  CHECK(feeling_sentences(FeelingsReport{}).empty());
  const auto too_few = [](int pairs) {
    return std::vector<std::string>{
        "Not enough ratings for a result: it takes 8 acts rated before and after (there are " +
        std::to_string(pairs) + "), or ratings in 8 different weeks."};
  };
  CHECK(feeling_sentences(feelings_report(history_of(3, 0))) == too_few(0));
  CHECK(feeling_sentences(feelings_report(history_of(0, 7))) == too_few(7));
}

TEST_CASE("the sentences say what goes together, and not why") {
  auto report = feelings_report(history_of(0, 8));
  auto sentences = feeling_sentences(report);
  CHECK(sentences[0] ==
        "An early result: right after an act, your calm was about 0.5 higher than right before it "
        "(90% interval -0.6 to 1.6; 8 acts).");
  CHECK(has(sentences, "Low moods often lift by themselves"));
  auto& summary = report.items[2];
  summary.day_after_act = LoopLink{{0.62, {0.04, 1.2}}, 0.08, 58};
  sentences = feeling_sentences(report);
  CHECK(sentences[1] ==
        "On days after an act, your calm was about 0.62 higher than on your other days (90% "
        "interval 0.04 to 1.20; 58 days). The two go together in your ratings; that does not show "
        "that one causes the other.");
  summary.day_after_act = LoopLink{{0.62, {-0.08, 1.32}}, 0.11, 58};
  CHECK(has(feeling_sentences(report), "could easily be chance"));
  CHECK_FALSE(has(feeling_sentences(report), "go together"));
}

TEST_CASE("a difference that rounds to nothing is called about the same") {
  auto report = feelings_report(history_of(0, 8));
  report.items[2].day_before_act = LoopLink{{-0.04, {-0.04, 0.3}}, 0.9, 60};
  CHECK(has(feeling_sentences(report),
            "On days before an act, your calm was about the same as on your other days (90% "
            "interval 0.0 to 0.3"));
}

TEST_CASE("sentences are plain ASCII and keep away from the words of failure and praise") {
  for (const int pairs : {0, 8, 24}) {
    for (const auto& sentence : feeling_sentences(feelings_report(history_of(90, pairs)))) {
      CHECK(std::ranges::all_of(sentence, [](char c) { return c >= ' ' && c <= '~'; }));
      for (const auto* word :
           {"lost", "broken", "failed", "should", "great", "because", "best", "score"}) {
        CHECK(sentence.find(word) == std::string::npos);
      }
    }
  }
}

}  // namespace connect::feelings_test
