#include "domain/time/yearly_day.hpp"

#include <doctest/doctest.h>

namespace connect::yearly_day_test {
namespace {

Day day(const char* text) { return *day_from_iso(text); }
YearlyDay date(const char* text) { return *yearly_day_from_iso(text); }

}  // namespace

TEST_CASE("a yearly date is written with its month first, with or without its year") {
  for (const char* text : {"05-12", "2019-03-02", "02-29", "2016-02-29", "0985-05-12"})
    CHECK(iso(date(text)) == text);
  for (const char* text :
       {"", "5-12", "05-1", "13-01", "00-10", "02-30", "2019-02-29", "0000-05-12", "05/12",
        "05-12 ", "2019-3-2", "--05-12", "0512", "x5-12", "99-99"}) {
    CAPTURE(text);
    CHECK_FALSE(yearly_day_from_iso(text).has_value());
  }
  CHECK(yearly_day_as_written("02-30") == YearlyDay{2, 30, 0});
  CHECK(spoken(date("05-02")) == "2 May");
  CHECK(spoken(date("2019-03-12")) == "12 Mar 2019");
}

TEST_CASE("a date comes back every year from its own on") {
  CHECK(falls_on(date("05-12"), day("2026-05-12")));
  CHECK_FALSE(falls_on(date("05-12"), day("2026-05-13")));
  CHECK(falls_on(date("2019-03-02"), day("2019-03-02")));
  CHECK(falls_on(date("2019-03-02"), day("2026-03-02")));
  CHECK_FALSE(falls_on(date("2019-03-02"), day("2018-03-02")));
}

TEST_CASE("29 February counts on 28 February in years without it") {
  for (const YearlyDay leap : {date("02-29"), date("2016-02-29")}) {
    CHECK(falls_on(leap, day("2024-02-29")));
    CHECK_FALSE(falls_on(leap, day("2024-02-28")));
    CHECK(falls_on(leap, day("2026-02-28")));
    CHECK_FALSE(falls_on(leap, day("2026-03-01")));
  }
}

TEST_CASE("the next day of a date is this year's or next year's") {
  CHECK(next_on(date("05-12"), day("2026-05-12")) == day("2026-05-12"));
  CHECK(next_on(date("05-12"), day("2026-05-13")) == day("2027-05-12"));
  CHECK(next_on(date("02-29"), day("2027-03-01")) == day("2028-02-29"));
  CHECK(next_on(date("2030-01-05"), day("2026-06-01")) == day("2030-01-05"));
  CHECK(next_on(date("01-05"), day("9999-06-01")) == day("9999-01-05"));
}

}  // namespace connect::yearly_day_test
