// DaySet against a std::set of days, and its edge cases.
#include "domain/time/day_set.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/random.hpp"
#include "support/show.hpp"

namespace connect::day_set_test {
namespace {

DayRange range(int since, int until) { return {{since}, {until}}; }

/// What a set of single days says of the same operations.
struct PlainSet {
  std::set<Day> days;

  void change(DayRange range, bool add) {
    for (Day day = range.since; day <= range.until; ++day.number) {
      if (add)
        days.insert(day);
      else
        days.erase(day);
    }
  }

  std::vector<DayRange> ranges() const {
    std::vector<DayRange> out;
    for (Day day : days) {
      if (!out.empty() && out.back().until + 1 == day)
        out.back().until = day;
      else
        out.push_back({day, day});
    }
    return out;
  }
};

}  // namespace

TEST_CASE("ranges that touch or overlap become one") {
  DaySet set;
  set.add(range(1, 3));
  set.add(range(5, 7));
  CHECK(set.ranges() == std::vector{range(1, 3), range(5, 7)});
  set.add(range(4, 4));
  CHECK(set.ranges() == std::vector{range(1, 7)});
  set.add(range(3, 5));
  CHECK(set.ranges() == std::vector{range(1, 7)});
}

TEST_CASE("a day taken out of the middle leaves two ranges") {
  DaySet set;
  set.add(range(1, 7));
  set.remove(range(4, 4));
  CHECK(set.ranges() == std::vector{range(1, 3), range(5, 7)});
  CHECK_FALSE(set.contains({4}));
  CHECK(set.contains({3}));
  CHECK(set.contains({5}));
}

TEST_CASE("a range that ends before it begins changes nothing") {
  DaySet set;
  set.add(range(1, 7));
  set.add(range(20, 10));
  set.remove(range(5, 3));
  CHECK(set.ranges() == std::vector{range(1, 7)});
}

TEST_CASE("the days of a range that a set contains are counted") {
  DaySet set;
  set.add(range(1, 3));
  set.add(range(7, 9));
  CHECK(set.count(range(1, 9)) == 6);
  CHECK(set.count(range(3, 7)) == 2);
  CHECK(set.count(range(-5, 50)) == 6);
  CHECK(set.count(range(4, 6)) == 0);
  CHECK(set.count(range(2, 2)) == 1);
}

TEST_CASE("an empty set holds nothing and may be taken from") {
  DaySet set;
  set.remove(range(-100, 100));
  CHECK(set.ranges().empty());
  CHECK_FALSE(set.contains({0}));
}

TEST_CASE("a set of ranges equals a set of days after any operations") {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    DaySet set;
    PlainSet plain;
    for (int step = 0; step < 25; ++step) {
      const int since = random.between(-30, 30);
      const DayRange change = range(since, since + random.between(-2, 12));
      const bool add = random.chance(55);
      CAPTURE(change);
      add ? set.add(change) : set.remove(change);
      plain.change(change, add);
      REQUIRE(set.ranges() == plain.ranges());
    }
    for (int number = -40; number <= 50; ++number)
      REQUIRE(set.contains({number}) == plain.days.contains({number}));
  }
}

}  // namespace connect::day_set_test
