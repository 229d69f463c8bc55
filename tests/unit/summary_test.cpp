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
    LatestStamps all, some;
    std::vector<Day> given;
    for (int i = random.between(0, 12); i > 0; --i) {
      given.push_back(since + random.between(-20, 40));
      all.add({given.back(), {}});
      some.add({given.back(), {}}, since);
      if (random.chance(20)) some.forget_before(since);
    }
    for (Day on = since - 1; on < since + 45; ++on.number) {
      std::optional<DatedStamp> expected;
      for (Day each : given)
        if (each <= on && (!expected || expected->day < each)) expected = DatedStamp{each, {}};
      REQUIRE(all.until(on) == expected);
      REQUIRE(some.until(on) == expected);
    }
    REQUIRE(std::ranges::count_if(some.items(),
                                  [&](const DatedStamp& each) { return each.day < since; }) <= 20);
  }
}

TEST_CASE("the usual gap does not depend on when earlier meetings were dropped") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    PersonTotals all, some;
    Day on = day(today) - 400;
    Day since = on;
    for (int i = random.between(0, 30); i > 0; --i) {
      on.number += random.between(0, 20);
      all.meet({on, {}}, {INT32_MIN});
      since = std::max(since, on - random.between(0, 60));
      some.meet({on, {}}, since);
      if (random.chance(30)) some.forget_before(since);
    }
    REQUIRE(median_gap_days(some, on) == median_gap_days(all, on));
    REQUIRE(is_quiet(some, on + 50) == is_quiet(all, on + 50));
  }
}

TEST_CASE("an entry closes a follow-up from its day on, but not one from before it was noted") {
  const DatedStamp asked{day(today), {500, {1, 1}}};
  PersonTotals person;
  person.meet({day(today) - 1, {600, {1, 5}}}, {INT32_MIN});
  CHECK_FALSE(was_met(person, asked, day(today)));
  person.meet({day(today), {400, {1, 2}}}, {INT32_MIN});
  CHECK_FALSE(was_met(person, asked, day(today)));
  person.meet({day(today), {600, {1, 3}}}, {INT32_MIN});
  CHECK(was_met(person, asked, day(today)));
  CHECK_FALSE(was_met(person, asked, day(today) - 1));
}

TEST_CASE("a thank-you settles a kindness if it came later, in whatever order they were read") {
  const DatedStamp noticed{day(today), {500, {1, 1}}};
  PersonTotals person;
  person.thanked.add({day(today), {400, {1, 2}}});
  CHECK_FALSE(was_thanked(person, noticed, day(today)));
  person.thanked.add({day(today) + 1, {100, {1, 3}}});
  CHECK_FALSE(was_thanked(person, noticed, day(today)));
  CHECK(was_thanked(person, noticed, day(today) + 1));
  person.thanked.add({day(today), {500, {1, 2}}});
  person.thanked.add({day(today), {300, {1, 4}}});
  CHECK(was_thanked(person, noticed, day(today)));
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

TEST_CASE("the latest entries are those of the ledger, also when it is added in two parts") {
  std::vector<Record> early, late;
  for (int i = 0; i < 40; ++i)
    (i % 3 == 0 ? early : late)
        .push_back(record(static_cast<std::size_t>(i), i, logged(iso(day(today) - 40 + i))));
  Summary summary;
  REQUIRE(add(summary, folded(early), day(today)));
  CHECK(summary.latest.size() == early.size());
  REQUIRE(add(summary, folded(late), day(today)));
  CHECK_FALSE(summary.details.has_value());
  CHECK(summary.entries == 40);
  early.insert(early.end(), late.begin(), late.end());
  const Summary whole = summary_of(folded(early));
  CHECK(whole.latest.size() == 32);
  CHECK(whole.latest.back().day == day(today) - 1);
  CHECK(summary.latest == whole.latest);
  CHECK(whole.details->rows.size() == 40);
}

TEST_CASE("latest entries that are not known are not made up for by later ones") {
  // A correction with the id of an entry: nobody knows which of the two others refer to.
  Amended removal{uuid_text(Id{1, 1}), {}, false};
  Summary summary;
  REQUIRE(add(summary, folded({record(1, 0, logged("2026-11-20")), record(1, 1, removal)}),
              day(today)));
  CHECK(summary.entries == 1);
  CHECK(summary.latest.empty());
  REQUIRE(add(summary, folded({record(2, 2, logged("2026-11-21"))}), day(today)));
  CHECK(summary.entries == 2);
  CHECK(summary.latest.empty());
}

}  // namespace connect::summary_test
