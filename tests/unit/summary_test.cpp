// The totals of a ledger and the days on which something happened.
#include "domain/summary/summary.hpp"

#include <doctest/doctest.h>

#include "support/ledger_lines.hpp"

namespace connect::summary_test {

using namespace test;

namespace {

const std::string today = "2026-11-23";

}  // namespace

TEST_CASE("days that lie ahead never hide those before them") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Day since = day(today) - 14;
    LatestDays all, some;
    std::vector<Day> given;
    for (int i = random.between(0, 12); i > 0; --i) {
      given.push_back(since + random.between(-20, 40));
      all.add(given.back());
      some.add(given.back(), since);
      if (random.chance(20)) some.forget_before(since);
    }
    for (Day on = since - 1; on < since + 45; ++on.number) {
      std::optional<Day> expected;
      for (Day each : given)
        if (each <= on && (!expected || *expected < each)) expected = each;
      REQUIRE(all.until(on) == expected);
      REQUIRE(some.until(on) == expected);
    }
    REQUIRE(std::ranges::count_if(some.days(), [&](Day each) { return each < since; }) <= 20);
  }
}

TEST_CASE("an act that was counted can be taken back, and a day without an act has no row") {
  Summary summary;
  count_act(summary, day(today), Act::thank, 1);
  count_act(summary, day(today) - 2, Act::listen, 1);
  count_act(summary, day(today) - 1, Act::offer, 1);
  count_act(summary, day(today), Act::thank, 1);
  std::vector<Day> days;
  for (const DayActs& acts : summary.days) days.push_back(acts.day);
  CHECK(days == std::vector<Day>{day(today) - 2, day(today) - 1, day(today)});
  CHECK(count_on(summary.days, day(today)) == 2);
  count_act(summary, day(today), Act::thank, -1);
  count_act(summary, day(today) - 1, Act::offer, -1);
  CHECK(count_on(summary.days, day(today)) == 1);
  CHECK(count_on(summary.days, day(today) - 1) == 0);
  CHECK(summary.days.size() == 2);
}

TEST_CASE("entries of today and tomorrow are listed one by one, and without a today none") {
  const Ledger ledger =
      folded({record(1, 2, logged("2026-11-24", Act::offer)),
              record(2, 1, logged("2026-11-23", Act::thank, {"Maya", "Sam"})),
              record(3, 0, logged("2026-11-23", Act::listen)), record(4, 3, logged("2026-11-22")),
              record(5, 4, logged("2026-11-25"))});
  Summary summary;
  REQUIRE(add(summary, ledger, day(today)));
  REQUIRE(summary.recent.size() == 3);
  CHECK(summary.recent[0].act == Act::listen);
  CHECK(summary.recent[1].with.size() == 2);
  CHECK(summary.recent[2].day == day("2026-11-24"));
  CHECK_FALSE(summary.details.has_value());
  CHECK(summary_of(ledger).recent.empty());
  CHECK(summary_of(ledger).details->rows.size() == 4);
}

}  // namespace connect::summary_test
