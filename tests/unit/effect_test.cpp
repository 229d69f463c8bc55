#include "domain/report/effect.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "render/effect_words.hpp"
#include "support/ledger_lines.hpp"
#include "support/records.hpp"

namespace connect::effect_test {

using namespace test;
using doctest::Approx;

namespace {

constexpr std::int32_t first = 20000;

/// Days of which every third is held back; `acted` decides by the place.
template <class Acted>
std::vector<ComparedDay> days_with(std::size_t count, Acted acted) {
  std::vector<ComparedDay> days;
  for (std::size_t i = 0; i < count; ++i)
    days.push_back({first + static_cast<std::int32_t>(i), i % 3 == 0, held_back_share, acted(i)});
  return days;
}

std::string answer(const Effect& effect, bool is_on = true) {
  return render::effect_sentences({effect, std::nullopt, is_on}).front();
}

Record trial(std::size_t id, int second, std::string_view on, bool held) {
  return record(id, second, Trial{day(std::string(on)), held, held_back_share});
}

const DayRange always{*day_of({1, 1, 1}), *day_of({9999, 12, 31})};

}  // namespace

TEST_CASE("the difference is that of the weighted shares, counted by hand") {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    Random random(seed);
    std::vector<ComparedDay> days;
    for (int i = 0; i < 120; ++i)
      days.push_back(
          {first + i, random.chance(35), random.chance(50) ? 1.0 / 3 : 0.25, random.chance(40)});
    double greeted = 0, greeted_acted = 0, held = 0, held_acted = 0;
    for (const auto& [number, is_held, p, acted] : days) {
      if (is_held) held += 1 / p, held_acted += acted ? 1 / p : 0;
      if (!is_held) greeted += 1 / (1 - p), greeted_acted += acted ? 1 / (1 - p) : 0;
    }
    double variance = 0;
    for (const auto& [number, is_held, p, acted] : days) {
      const double y = acted ? 1 : 0;
      variance += is_held ? std::pow((y - held_acted / held) / p / held, 2)
                          : std::pow((y - greeted_acted / greeted) / (1 - p) / greeted, 2);
    }
    const Effect effect = effect_of(days);
    REQUIRE(effect.interval);
    CHECK(effect.greeted == Approx(greeted_acted / greeted));
    CHECK(effect.held_back == Approx(held_acted / held));
    CHECK(effect.difference == Approx(greeted_acted / greeted - held_acted / held));
    const double half = student_t_quantile(0.95, 118) * std::sqrt(variance);
    CHECK(effect.interval->low == Approx(effect.difference - half));
    CHECK(effect.interval->high == Approx(effect.difference + half));
  }
}

TEST_CASE("nothing is said before ninety days, and ten of each kind") {
  const auto acts = [](std::size_t i) { return i % 2 == 0; };
  CHECK(effect_of({}).days == 0);
  CHECK_FALSE(effect_of(days_with(89, acts)).is_enough);
  CHECK(effect_of(days_with(90, acts)).is_enough);
  CHECK(answer(effect_of({})) == "Too early: 0 of 90 days.");
  CHECK(answer(effect_of(days_with(41, acts))) == "Too early: 41 of 90 days.");
  auto days = days_with(120, acts);
  for (const bool held : {true, false}) {
    for (ComparedDay& each : days) each.held = held;
    CHECK_FALSE(effect_of(days).is_enough);
    CHECK(answer(effect_of(days)) == "Too early: 0 of 120 days had " +
                                         std::string(held ? "a" : "no") +
                                         " greeting, and 10 are needed.");
  }
  for (std::size_t i = 0; i < 9; ++i) days[i].held = true;
  CHECK_FALSE(effect_of(days).is_enough);
  days[9].held = true;
  CHECK(effect_of(days).is_enough);
}

TEST_CASE("days that are all alike have no interval, not one without width") {
  const Effect all = effect_of(days_with(90, [](std::size_t) { return true; }));
  CHECK(all.is_enough);
  CHECK_FALSE(all.interval);
  CHECK(answer(all) ==
        "You acted on every one of the 90 days, with and without a greeting: there is no "
        "difference to measure.");
  const Effect none = effect_of(days_with(90, [](std::size_t) { return false; }));
  CHECK_FALSE(none.interval);
  CHECK(answer(none).starts_with("You acted on none of the 90 days"));
  const Effect opposite = effect_of(days_with(90, [](std::size_t i) { return i % 3 != 0; }));
  CHECK_FALSE(opposite.interval);
  CHECK(answer(opposite) ==
        "On greeted days you acted on 100 %, on held-back days on 0 %: 100 points more (too "
        "regular for an interval; 90 days).");
}

TEST_CASE("the sentence names both shares, their difference and its interval") {
  const Effect effect{257, 86, true, 0.613, 0.487, 0.126, ConfidenceInterval{0.012, 0.234}};
  CHECK(answer(effect) ==
        "On greeted days you acted on 61 %, on held-back days on 49 %: 12 points more (90 % 1 to "
        "23; 257 days).");
  const Effect worse{100, 30, true, 0.40, 0.41, -0.01, ConfidenceInterval{-0.15, 0.13}};
  const auto sentences = render::effect_sentences({worse, std::nullopt, true});
  CHECK(sentences[0].find("1 point fewer (90 % -15 to 13; 100 days)") != std::string::npos);
  CHECK(sentences[1] == "That could easily be chance: the interval includes 0.");
}

TEST_CASE("a third of the days is held back, in no rhythm, and not the same days for everybody") {
  int held = 0, both = 0, again = 0;
  for (int i = 0; i < 30000; ++i) {
    const bool today = draws_held_back(7, Day{first + i});
    held += today ? 1 : 0;
    both += today && draws_held_back(8, Day{first + i}) ? 1 : 0;
    again += today && draws_held_back(7, Day{first + i + 1}) ? 1 : 0;
  }
  CHECK(held / 30000.0 == Approx(1.0 / 3).epsilon(0.03));
  CHECK(both / 30000.0 == Approx(1.0 / 9).epsilon(0.1));
  CHECK(again / 30000.0 == Approx(1.0 / 9).epsilon(0.1));
}

TEST_CASE("days that are over count, each by its earliest draw, whatever the order of the lines") {
  std::vector<Record> records = {
      trial(0, 5, "2026-11-20", true),  trial(1, 3, "2026-11-20", false),
      trial(2, 9, "2026-11-21", true),  trial(3, 9, "2026-11-23", true),
      trial(4, 9, "2026-11-24", false), record(5, 9, logged("2026-11-21"))};
  for (int turn = 0; turn < 2; ++turn) {
    const auto days = compared_days(folded(records), always, day("2026-11-23"));
    REQUIRE(days.size() == 2);
    CHECK_FALSE(days[0].held);
    CHECK_FALSE(days[0].acted);
    CHECK(days[1].held);
    CHECK(days[1].acted);
    std::ranges::reverse(records);
  }
  const DayRange one{day("2026-11-21"), day("2026-11-21")};
  CHECK(compared_days(folded(records), one, day("2026-11-23")).size() == 1);
}

}  // namespace connect::effect_test
