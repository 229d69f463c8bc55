// The calendar, against a model that counts day by day and shares no code with day.cpp.
#include "domain/time/day.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/show.hpp"

namespace connect::day_test {

using test::day;

namespace {

constexpr int days_of_calendar = 3'652'059;  // 0001-01-01 to 9999-12-31

bool is_leap(int year) { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0); }

unsigned month_length(int year, unsigned month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Walks the calendar one day at a time.
struct Almanac {
  Civil date = {1, 1, 1};
  int weekday = 0;  // 0001-01-01 was a Monday in the proleptic calendar

  void step() {
    weekday = (weekday + 1) % 7;
    if (++date.day <= month_length(date.year, date.month)) return;
    date.day = 1;
    if (++date.month <= 12) return;
    date.month = 1;
    ++date.year;
  }
  bool at_month_end() const { return date.day == month_length(date.year, date.month); }
};

const Day first_day = {-719'162};  // 0001-01-01

}  // namespace

TEST_CASE("dates and numbers agree with an almanac from year 1 to 9999") {
  Almanac almanac;
  int failures = 0, checked = 0;
  for (int i = 0; i < days_of_calendar; ++i, almanac.step()) {
    if (i % 5 != 0 && almanac.date.day != 1 && !almanac.at_month_end()) continue;
    const Day today = first_day + i;
    ++checked;
    failures += civil(today) != almanac.date || day_of(almanac.date) != today ||
                weekday(today) != almanac.weekday;
  }
  CHECK(failures == 0);
  CHECK(checked > 800'000);
  CHECK(almanac.date == Civil{10000, 1, 1});
}

TEST_CASE("well-known days have their numbers") {
  CHECK(day("1970-01-01").number == 0);
  CHECK(day("2000-03-01").number == 11'017);
  CHECK(day("2038-01-19").number == 24'855);
  CHECK(day("1969-12-31").number == -1);
  CHECK(day("0001-01-01") == first_day);
  CHECK(day("9999-12-31") == first_day + (days_of_calendar - 1));
}

TEST_CASE("ISO text comes back as the same day, and only whole ISO text is read") {
  for (int i = 0; i < days_of_calendar; i += 97) {
    const Day today = first_day + i;
    REQUIRE(day_from_iso(iso(today)) == today);
  }
  for (const std::string text :
       {"", "2026-11-2", "2026-11-233", "26-11-23", "2026/11/23", "2026-11-23 ", " 2026-11-2",
        "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-31", "2026-1a-01", "+026-11-23",
        "-026-11-23", "0000-01-01", "2026-02-29", "2026-11-2\xff", "2026-11‑23"}) {
    CAPTURE(text);
    CHECK_FALSE(day_from_iso(text).has_value());
  }
}

TEST_CASE("every fourth year is leap, but of the centuries only every fourth") {
  for (const std::string text : {"2024-02-29", "2000-02-29", "2400-02-29", "0004-02-29"})
    CHECK(day_from_iso(text).has_value());
  for (const std::string text :
       {"2023-02-29", "1900-02-29", "2100-02-29", "2200-02-29", "0001-02-29"})
    CHECK_FALSE(day_from_iso(text).has_value());
}

TEST_CASE("no day has a month or a number beyond the calendar's") {
  for (const Civil& date : {Civil{0, 1, 1}, Civil{10000, 1, 1}, Civil{-1, 1, 1}, Civil{2026, 0, 1},
                            Civil{2026, 13, 1}, Civil{2026, 1, 0}, Civil{2026, 4, 31}})
    CHECK_FALSE(day_of(date).has_value());
}

TEST_CASE("a month or a day that a byte cannot hold is no date either") {
  CHECK_FALSE(day_of({2026, 257, 1}).has_value());
  CHECK_FALSE(day_of({2026, 1, 257}).has_value());
}

TEST_CASE("weeks follow ISO 8601 around the turns of the years") {
  const struct {
    const char* day;
    IsoWeek week;
  } table[] = {{"2004-12-31", {2004, 53}}, {"2005-01-02", {2004, 53}}, {"2005-01-03", {2005, 1}},
               {"2005-12-31", {2005, 52}}, {"2006-01-01", {2005, 52}}, {"2007-01-01", {2007, 1}},
               {"2007-12-30", {2007, 52}}, {"2007-12-31", {2008, 1}},  {"2008-12-28", {2008, 52}},
               {"2008-12-29", {2009, 1}},  {"2009-12-31", {2009, 53}}, {"2010-01-03", {2009, 53}},
               {"2026-11-23", {2026, 48}}, {"2026-12-31", {2026, 53}}, {"2027-01-03", {2026, 53}},
               {"2027-01-04", {2027, 1}},  {"0001-01-01", {1, 1}},     {"9999-12-31", {9999, 52}}};
  for (const auto& row : table) {
    CAPTURE(row.day);
    CHECK(iso_week(day(row.day)) == row.week);
  }
}

TEST_CASE("the years of 53 weeks are those of the published list") {
  const std::set<int> published = {2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048,
                                   2054, 2060, 2065, 2071, 2076, 2082, 2088, 2093, 2099};
  for (int year = 2001; year <= 2100; ++year) {
    CAPTURE(year);
    const IsoWeek last = iso_week(*day_of({year, 12, 28}));  // always in the last week
    CHECK(last == IsoWeek{year, published.contains(year) ? 53 : 52});
  }
}

TEST_CASE("a week number steps on every Monday and on no other day") {
  for (Day today = day("1999-01-04"); today < day("2030-01-01"); ++today.number) {
    const bool same = iso_week(today) == iso_week(today - 1);
    REQUIRE(same == (weekday(today) != 0));
  }
}

TEST_CASE("months begin with the first and end with the last") {
  for (int year : {1900, 2000, 2023, 2024})
    for (unsigned month = 1; month <= 12; ++month)
      for (unsigned number = 1; number <= month_length(year, month); ++number) {
        const Day today = *day_of({year, month, number});
        REQUIRE(first_of_month(today) == *day_of({year, month, 1}));
        REQUIRE(last_of_month(today) == *day_of({year, month, month_length(year, month)}));
      }
}

TEST_CASE("the weeks next to the first and the last year are those of year 0 and year 10000") {
  CHECK(iso_week(day("0001-01-01")) == IsoWeek{1, 1});
  CHECK(iso_week(day("0001-01-01") - 1) == IsoWeek{0, 52});
  CHECK(iso_week(day("9999-12-31")) == IsoWeek{9999, 52});
  CHECK(iso_week(day("9999-12-31") + 3) == IsoWeek{10000, 1});
}

TEST_CASE("a year before is the same date, and the 28th for a leap day") {
  CHECK(a_year_before(day("2026-11-23")) == day("2025-11-23"));
  CHECK(a_year_before(day("2025-03-01")) == day("2024-03-01"));
  CHECK(a_year_before(day("2024-02-29")) == day("2023-02-28"));
  CHECK(a_year_before(day("2025-02-28")) == day("2024-02-28"));
  CHECK(a_year_before(day("0001-06-01")) == day("0001-06-01"));
  for (Day today = day("1899-01-01"); today < day("1905-01-01"); ++today.number)
    REQUIRE(civil(a_year_before(today)).year == civil(today).year - 1);
}

TEST_CASE("days are spoken short, with the year only when it is another") {
  CHECK(spoken(day("2026-11-23"), day("2026-12-31")) == "Mon 23 Nov");
  CHECK(spoken(day("2026-11-01"), day("2026-11-01")) == "Sun 1 Nov");
  CHECK(spoken(day("2025-12-31"), day("2026-01-01")) == "Wed 31 Dec 2025");
}

TEST_CASE("a range holds its ends, and nothing when it ends before it begins") {
  const DayRange range{day("2026-11-20"), day("2026-11-22")};
  CHECK(range.contains(day("2026-11-20")));
  CHECK(range.contains(day("2026-11-22")));
  CHECK_FALSE(range.contains(day("2026-11-19")));
  CHECK_FALSE(range.contains(day("2026-11-23")));
  CHECK_FALSE(DayRange{range.until, range.since}.contains(day("2026-11-21")));
}

}  // namespace connect::day_test
