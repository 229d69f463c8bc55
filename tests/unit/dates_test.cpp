// Parsing of days, ranges and periods in every form of the manual.
#include "domain/time/dates.hpp"

#include <doctest/doctest.h>

#include <string>

#include "domain/time/periods.hpp"
#include "support/show.hpp"

namespace connect::dates_test {

using test::day;

namespace {

const Calendar monday = {day("2026-11-23"), 0};

Day day_said(std::string_view words) {
  CAPTURE(words);
  const auto said = day_from_words(words, monday);
  REQUIRE(static_cast<bool>(said));
  return *said;
}

DayRange period_said(std::string_view words, const Calendar& calendar = monday) {
  CAPTURE(words);
  const auto said = period_from_words(words, calendar);
  REQUIRE(static_cast<bool>(said));
  return *said;
}

DayRange days(std::string_view since, std::string_view until) { return {day(since), day(until)}; }

DayRange rest_said(std::string_view words, const Calendar& calendar = monday) {
  CAPTURE(words);
  const auto said = rest_days_from_words(words, calendar);
  REQUIRE(static_cast<bool>(said));
  return *said;
}

/// The message and the hint of the error.
std::string rest_refused(std::string_view words) {
  CAPTURE(words);
  const auto said = rest_days_from_words(words, monday);
  REQUIRE_FALSE(static_cast<bool>(said));
  CHECK(said.error().kind == ErrorKind::usage);
  return said.error().message + " | " + said.error().hint;
}

}  // namespace

TEST_CASE("a day may be said in every form of the manual") {
  CHECK(day_said("today") == day("2026-11-23"));
  CHECK(day_said("yesterday") == day("2026-11-22"));
  CHECK(day_said("0d") == day("2026-11-23"));
  CHECK(day_said("3d") == day("2026-11-20"));
  CHECK(day_said("2w") == day("2026-11-09"));
  CHECK(day_said("3d ago") == day("2026-11-20"));
  CHECK(day_said("2w ago") == day("2026-11-09"));
  CHECK(day_said("2026-11-20") == day("2026-11-20"));
  CHECK(day_said("YESTERDAY") == day("2026-11-22"));
  CHECK(day_said("3D") == day("2026-11-20"));
}

TEST_CASE("a weekday is the latest of its name, today excluded, on any day of the week") {
  for (int shift = 0; shift < 7; ++shift) {
    const Calendar calendar = {monday.today + shift, 0};
    for (int number = 0; number < 7; ++number) {
      const std::string name(weekday_name(number));
      for (const std::string& word : {name, name.substr(0, 3)}) {
        CAPTURE(word);
        const auto said = day_from_words(word, calendar);
        REQUIRE(static_cast<bool>(said));
        CHECK(weekday(*said) == number);
        CHECK(*said < calendar.today);
        CHECK(*said >= calendar.today - 7);
      }
    }
  }
  CHECK(day_said("mon") == day("2026-11-16"));
  CHECK(day_said("SUNDAY") == day("2026-11-22"));
}

TEST_CASE("a bare m is refused, because it could be minutes or months") {
  for (const std::string words : {"3m", "10m", "3M", "3m ago"}) {
    CAPTURE(words);
    const auto said = day_from_words(words, monday);
    REQUIRE_FALSE(static_cast<bool>(said));
    CHECK(said.error().kind == ErrorKind::usage);
    CHECK(said.error().message.find("minutes or months") != std::string::npos);
    CHECK(said.error().hint.find("3d or 2w") != std::string::npos);
  }
}

TEST_CASE("a future day is refused, and told when today is") {
  for (const std::string words : {"tomorrow", "2026-11-24", "9999-12-31"}) {
    CAPTURE(words);
    const auto said = day_from_words(words, monday);
    REQUIRE_FALSE(static_cast<bool>(said));
    CHECK(said.error().message.find("is in the future") != std::string::npos);
    CHECK(said.error().hint.find("2026-11-23") != std::string::npos);
  }
}

TEST_CASE("a word that is no day is never guessed at") {
  for (const std::string words : {"",          " ",
                                  "tod",       "tues",
                                  "mo",        "mond",
                                  "last week", "3",
                                  "3x",        "d",
                                  "-3d",       "3.5d",
                                  "3 d",       "99999d",
                                  "999999d",   "36601d",
                                  "2026-11",   "2026-02-30",
                                  "23.11.26",  "week",
                                  "tomorrows", "ago",
                                  " ago",      "yesterday\n",
                                  "\xff\xfe",  "20.11",
                                  "20/11",     "nov",
                                  "nov 2026",  "32 nov",
                                  "0 nov",     "29 feb 2025",
                                  "20 nov 25", "20 nov 2026 x",
                                  "20..11.",   "fri ",
                                  "fri,",      "20 nuv",
                                  "20.13.",    "next mon"}) {
    CAPTURE(words);
    const auto said = day_from_words(words, monday);
    REQUIRE_FALSE(static_cast<bool>(said));
    CHECK(said.error().kind == ErrorKind::usage);
    CHECK_FALSE(said.error().hint.empty());
  }
}

TEST_CASE("a date with its month is the latest such day, and with a year that day") {
  for (const std::string words :
       {"20 nov", "nov 20", "20 November", "20th of november", "20nov", "nov 20, 2026",
        "Fri 20 Nov", "20.11.", "20.11.2026", "friday 20.11."})
    CHECK(day_said(words) == day("2026-11-20"));
  CHECK(day_said("23 nov") == day("2026-11-23"));
  CHECK(day_said("24 nov") == day("2025-11-24"));
  CHECK(day_said("1 sept") == day("2026-09-01"));
  CHECK(day_said("20 nov 2019") == day("2019-11-20"));
  CHECK(day_said("29 feb") == day("2024-02-29"));
  CHECK(day_said("last mon") == day("2026-11-16"));
  CHECK(day_said("2 weeks ago") == day("2026-11-09"));
  CHECK(day_said("a day ago") == day("2026-11-22"));
  CHECK_FALSE(static_cast<bool>(day_from_words("24 nov 2026", monday)));
  const auto error_of = [](std::string_view words) {
    return day_from_words(words, monday).error();
  };
  CHECK(error_of("Sat 20 nov").message == "\"Sat 20 nov\" is a Friday");
  CHECK(error_of("11/20/2026").hint.ends_with("2026-11-20"));
  CHECK(error_of("2026/11/20").hint.ends_with("2026-11-20"));
  CHECK(error_of("3/4").message == "\"3/4\" could be 2026-04-03 or 2026-03-04");
  CHECK(error_of("11/24").hint.ends_with("2025-11-24"));
  CHECK(error_of("31/31").message == "\"31/31\" is not written as a day");
  CHECK(error_of("20").hint.find("20 nov") != std::string::npos);
}

TEST_CASE("a rest day looks ahead") {
  CHECK(rest_said("today") == days("2026-11-23", "2026-11-23"));
  CHECK(rest_said("tomorrow") == days("2026-11-24", "2026-11-24"));
  CHECK(rest_said("sat") == days("2026-11-28", "2026-11-28"));
  CHECK(rest_said("Saturday") == days("2026-11-28", "2026-11-28"));
  CHECK(rest_said("this sat") == days("2026-11-28", "2026-11-28"));
  CHECK(rest_said("mon") == days("2026-11-23", "2026-11-23"));
  CHECK(rest_said("next mon") == days("2026-11-30", "2026-11-30"));
  CHECK(rest_said("24 dec") == days("2026-12-24", "2026-12-24"));
  CHECK(rest_said("23 nov") == days("2026-11-23", "2026-11-23"));
  CHECK(rest_said("22 nov") == days("2027-11-22", "2027-11-22"));
  CHECK(rest_said("29 feb") == days("2028-02-29", "2028-02-29"));
  CHECK(rest_said("6.1.") == days("2027-01-06", "2027-01-06"));
  CHECK(rest_said("in 3 days") == days("2026-11-26", "2026-11-26"));
}

TEST_CASE("a rest day may be over when its words say so") {
  CHECK(rest_said("yesterday") == days("2026-11-22", "2026-11-22"));
  CHECK(rest_said("last sat") == days("2026-11-21", "2026-11-21"));
  CHECK(rest_said("last mon") == days("2026-11-16", "2026-11-16"));
  CHECK(rest_said("3d ago") == days("2026-11-20", "2026-11-20"));
  CHECK(rest_said("2026-11-20") == days("2026-11-20", "2026-11-20"));
  CHECK(rest_said("20 nov 2026") == days("2026-11-20", "2026-11-20"));
}

TEST_CASE("several rest days begin today, or are a week, a weekend or a month") {
  CHECK(rest_said("1d") == days("2026-11-23", "2026-11-23"));
  CHECK(rest_said("3d") == days("2026-11-23", "2026-11-25"));
  CHECK(rest_said("for 3 days") == days("2026-11-23", "2026-11-25"));
  CHECK(rest_said("2w") == days("2026-11-23", "2026-12-06"));
  CHECK(rest_said("a week") == days("2026-11-23", "2026-11-29"));
  CHECK(rest_said("until 6 jan") == days("2026-11-23", "2027-01-06"));
  CHECK(rest_said("until sat") == days("2026-11-23", "2026-11-28"));
  CHECK(rest_said("this week") == days("2026-11-23", "2026-11-29"));
  CHECK(rest_said("next week") == days("2026-11-30", "2026-12-06"));
  CHECK(rest_said("next week", {day("2026-11-25"), 6}) == days("2026-11-29", "2026-12-05"));
  CHECK(rest_said("next month") == days("2026-12-01", "2026-12-31"));
  CHECK(rest_said("weekend") == days("2026-11-28", "2026-11-29"));
  CHECK(rest_said("weekend", {day("2026-11-29"), 0}) == days("2026-11-29", "2026-11-29"));
}

TEST_CASE("a range of rest days ends on the first such day after it begins") {
  CHECK(rest_said("mon..fri") == days("2026-11-23", "2026-11-27"));
  CHECK(rest_said("mon..fri", {day("2026-11-25"), 0}) == days("2026-11-30", "2026-12-04"));
  CHECK(rest_said("fri to mon") == days("2026-11-27", "2026-11-30"));
  CHECK(rest_said("sat..sat") == days("2026-11-28", "2026-12-05"));
  CHECK(rest_said("tomorrow until fri") == days("2026-11-24", "2026-11-27"));
  CHECK(rest_said("24 dec..2 jan") == days("2026-12-24", "2027-01-02"));
  CHECK(rest_said("24..27 dec") == days("2026-12-24", "2026-12-27"));
  CHECK(rest_said("dec 24..27") == days("2026-12-24", "2026-12-27"));
  CHECK(rest_said("24.12. - 27.12.") == days("2026-12-24", "2026-12-27"));
  CHECK(rest_said("24.12...27.12.") == days("2026-12-24", "2026-12-27"));
  CHECK(rest_said("from Thu 24 Dec to Sun 27 Dec") == days("2026-12-24", "2026-12-27"));
  CHECK(rest_said("2026-12-24..27 dec") == days("2026-12-24", "2026-12-27"));
  CHECK(rest_said("24 dec..24 dec") == days("2026-12-24", "2026-12-24"));
  CHECK(rest_said("yesterday..tomorrow") == days("2026-11-22", "2026-11-24"));
}

TEST_CASE("a range of rest days without years that is not over yet is the one meant") {
  CHECK(rest_said("20 nov..25 nov") == days("2026-11-20", "2026-11-25"));
  CHECK(rest_said("20 nov..23 nov") == days("2026-11-20", "2026-11-23"));
  CHECK(rest_said("20 nov..22 nov") == days("2027-11-20", "2027-11-22"));
}

TEST_CASE("rest days that could be read in two ways are asked about, with the remedy") {
  CHECK(rest_refused("2026-12-24 2026-12-27").find("connect rest 2026-12-24..2026-12-27") !=
        std::string::npos);
  CHECK(rest_refused("sat and sun").find("connect rest 2026-11-28..2026-11-29") !=
        std::string::npos);
  CHECK(rest_refused("next fri").find("2026-11-27 or 2026-12-04") != std::string::npos);
  CHECK(rest_refused("next tue..fri").find("2026-11-24 or 2026-12-01") != std::string::npos);
  CHECK(rest_refused("24/12/2026").ends_with("year, month and day: 2026-12-24"));
  CHECK(rest_refused("12/24").ends_with("year, month and day: 2026-12-24"));
  CHECK(rest_refused("3/4").find("2027-04-03 or 2027-03-04") != std::string::npos);
  CHECK(rest_refused("sun 24 dec").find("is a Thursday") != std::string::npos);
  CHECK(rest_refused("24 dec..2w").find("more than one day") != std::string::npos);
  CHECK(rest_refused("next weekend").find("2026-11-28..2026-11-29 or 2026-12-05..2026-12-06") !=
        std::string::npos);
  CHECK(rest_said("next weekend", {day("2026-11-29"), 0}) == days("2026-12-05", "2026-12-06"));
  CHECK(rest_refused("until next week").find("more than one day") != std::string::npos);
  CHECK(rest_refused("3m").find("minutes or months") != std::string::npos);
  CHECK(rest_refused("2026-12-27..2026-12-24").find("2026-12-24..2026-12-27") != std::string::npos);
}

TEST_CASE("rest days until the weekday of today could end today or in a week") {
  for (const std::string words : {"until mon", "till Monday", "today..mon", "today to this mon"})
    CHECK(rest_refused(words).ends_with(
        "could be today or 2026-11-30 | connect rest today, or connect rest until 2026-11-30"));
  CHECK(rest_said("until today") == days("2026-11-23", "2026-11-23"));
  CHECK(rest_said("until next mon") == days("2026-11-23", "2026-11-30"));
  CHECK(rest_said("next mon..fri") == days("2026-11-30", "2026-12-04"));
}

TEST_CASE("rest days without a last day, or with one that is over, are asked about") {
  for (const std::string words : {"from sat", "sat..", "from sat..", "saturday .."})
    CHECK(rest_refused(words).ends_with(
        "has no last day | name the last day, too: connect rest 2026-11-28..2026-12-04"));
  CHECK(rest_refused("from next week").ends_with("connect rest 2026-11-30..2026-12-06"));
  CHECK(rest_refused("until yesterday") ==
        "\"yesterday\" is over, and these days would begin today | "
        "name the first day, too: connect rest 2026-11-20..2026-11-22");
  CHECK(rest_refused("until 22 nov") ==
        "\"until 22 nov\" would be 365 days | add the year: connect rest until 2027-11-22");
  CHECK(rest_said("until 2027-11-22") == days("2026-11-23", "2027-11-22"));
  CHECK(rest_said("..sat") == days("2026-11-23", "2026-11-28"));
}

TEST_CASE("words that are no rest days are refused, however long") {
  for (const std::string words : {"", " ", "..", "today..", "today...today", "0d", "to", "until",
                                  "for", "christmas", "31 feb", "3d..tomorrow", "99999d"})
    CHECK(rest_refused(words).find(" | ") != std::string::npos);
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "for ..";
  CHECK(rest_refused(words).find("is not a day") != std::string::npos);
}

TEST_CASE("rest days never leave the calendar") {
  const Calendar last = {day("9999-12-31"), 0};
  CHECK(rest_said("1d", last) == days("9999-12-31", "9999-12-31"));
  for (const std::string words :
       {"tomorrow", "2d", "next week", "in 2 days", "next month", "1 jan"})
    CHECK_FALSE(static_cast<bool>(rest_days_from_words(words, last)));
  const Calendar first = {day("0001-01-01"), 0};
  for (const std::string words : {"yesterday", "last mon", "3d ago"})
    CHECK_FALSE(static_cast<bool>(rest_days_from_words(words, first)));
}

TEST_CASE("\"ago\" belongs to a count of days or weeks, not to other words") {
  CHECK_FALSE(static_cast<bool>(day_from_words("2026-11-20 ago", monday)));
  CHECK_FALSE(static_cast<bool>(day_from_words("yesterday ago", monday)));
  CHECK_FALSE(static_cast<bool>(period_from_words("week ago", monday)));
}

TEST_CASE("a period may lie ahead, but not end before it begins") {
  CHECK(period_said("2026-12-24..2026-12-27") == days("2026-12-24", "2026-12-27"));
  CHECK(period_said("tomorrow") == days("2026-11-24", "2026-11-24"));
  const auto backwards = period_from_words("2026-12-27..2026-12-24", monday);
  REQUIRE_FALSE(static_cast<bool>(backwards));
  CHECK(backwards.error().hint.find("2026-12-24..2026-12-27") != std::string::npos);
}

TEST_CASE("a period may be said in every form of the manual") {
  CHECK(period_said("today") == days("2026-11-23", "2026-11-23"));
  CHECK(period_said("yesterday") == days("2026-11-22", "2026-11-22"));
  CHECK(period_said("week") == days("2026-11-23", "2026-11-23"));
  CHECK(period_said("month") == days("2026-11-01", "2026-11-23"));
  CHECK(period_said("year") == days("2026-01-01", "2026-11-23"));
  CHECK(period_said("last-week") == days("2026-11-16", "2026-11-22"));
  CHECK(period_said("last-month") == days("2026-10-01", "2026-10-31"));
  CHECK(period_said("7d") == days("2026-11-17", "2026-11-23"));
  CHECK(period_said("1d") == days("2026-11-23", "2026-11-23"));
  CHECK(period_said("2w") == days("2026-11-10", "2026-11-23"));
  CHECK(period_said("2026") == days("2026-01-01", "2026-12-31"));
  CHECK(period_said("2026-11") == days("2026-11-01", "2026-11-30"));
  CHECK(period_said("2024-02") == days("2024-02-01", "2024-02-29"));
  CHECK(period_said("2026-W47") == days("2026-11-16", "2026-11-22"));
  CHECK(period_said("2026-w47") == days("2026-11-16", "2026-11-22"));
  CHECK(period_said("all") == days("0001-01-01", "9999-12-31"));
  CHECK(period_said("2026-11-20") == days("2026-11-20", "2026-11-20"));
  CHECK(period_said("2026-11-01..2026-11-20") == days("2026-11-01", "2026-11-20"));
  CHECK(period_said("mon..yesterday") == days("2026-11-16", "2026-11-22"));
}

TEST_CASE("a month is the latest of its name that has begun") {
  CHECK(period_said("november") == days("2026-11-01", "2026-11-30"));
  CHECK(period_said("Nov") == days("2026-11-01", "2026-11-30"));
  CHECK(period_said("december") == days("2025-12-01", "2025-12-31"));
  CHECK(period_said("feb") == days("2026-02-01", "2026-02-28"));
  CHECK(period_said("november 2025") == days("2025-11-01", "2025-11-30"));
  CHECK(period_said("2024 feb") == days("2024-02-01", "2024-02-29"));
}

TEST_CASE("the last days, weeks, months and years end today") {
  CHECK(period_said("3d") == days("2026-11-21", "2026-11-23"));
  CHECK(period_said("12m") == days("2025-11-24", "2026-11-23"));
  CHECK(period_said("1m") == days("2026-10-24", "2026-11-23"));
  CHECK(period_said("2y") == days("2024-11-24", "2026-11-23"));
  CHECK(period_said("1m", {day("2026-03-31"), 0}) == days("2026-03-01", "2026-03-31"));
  CHECK(period_said("1m", {day("2026-03-30"), 0}) == days("2026-03-01", "2026-03-30"));
  CHECK(period_said("12m", {day("2024-02-29"), 0}) == days("2023-03-01", "2024-02-29"));
  CHECK(period_said("7 days") == days("2026-11-17", "2026-11-23"));
  CHECK(period_said("last 2 weeks") == days("2026-11-10", "2026-11-23"));
  CHECK(period_said("last month") == period_said("last-month"));
  CHECK(period_said("last  year") == days("2025-01-01", "2025-12-31"));
  CHECK(period_said("this year") == period_said("year"));
  CHECK(period_said("last monday") == days("2026-11-16", "2026-11-16"));
}

TEST_CASE("a period of two others is from the first day of one to the last day of the other") {
  CHECK(period_said("2018..2020") == days("2018-01-01", "2020-12-31"));
  CHECK(period_said("2018-03..2019") == days("2018-03-01", "2019-12-31"));
  CHECK(period_said("november..today") == days("2026-11-01", "2026-11-23"));
  CHECK(period_said("2018 .. 2019") == days("2018-01-01", "2019-12-31"));
  CHECK(period_said("2018..") == days("2018-01-01", "2026-11-23"));
  CHECK(period_said("2026..") == days("2026-01-01", "2026-12-31"));
  CHECK(period_said("..2020") == days("0001-01-01", "2020-12-31"));
  CHECK(period_said("3d..today") == days("2026-11-21", "2026-11-23"));
  const auto backwards = period_from_words("2020..2018", monday);
  REQUIRE_FALSE(static_cast<bool>(backwards));
  CHECK(backwards.error().hint == "put the earlier day first: 2018..2020");
}

TEST_CASE("a range without years is the latest one that has begun") {
  const Calendar december = {day("2026-12-05"), 0};  // a Saturday
  CHECK(period_said("1 dec..31 dec", december) == days("2026-12-01", "2026-12-31"));
  CHECK(period_said("1 dec..31 dec") == days("2025-12-01", "2025-12-31"));
  CHECK(period_said("dec..jan", december) == days("2026-12-01", "2027-01-31"));
  CHECK(period_said("dec..jan") == days("2025-12-01", "2026-01-31"));
  CHECK(period_said("oct..dec") == days("2026-10-01", "2026-12-31"));
  CHECK(period_said("27 dec..3 jan") == days("2025-12-27", "2026-01-03"));
  CHECK(period_said("1..3 dec", december) == days("2026-12-01", "2026-12-03"));
  CHECK(period_said("1.12...3.12.", december) == days("2026-12-01", "2026-12-03"));
  CHECK(period_said("29 feb..1 mar") == days("2024-02-29", "2026-03-01"));
  CHECK(period_said("mon..wed", december) == days("2026-11-30", "2026-12-02"));
  CHECK(period_said("fri..mon", december) == days("2026-12-04", "2026-12-07"));
  CHECK(period_said("sat..mon", december) == days("2026-11-28", "2026-11-30"));
  CHECK(period_said("2026-12-01..31 dec", december) == days("2026-12-01", "2026-12-31"));
}

TEST_CASE("a year at one end of a range is also that of the other end") {
  CHECK(period_said("1 nov..30 nov 2025") == days("2025-11-01", "2025-11-30"));
  CHECK(period_said("nov..dec 2025") == days("2025-11-01", "2025-12-31"));
  CHECK(period_said("27 dec..3 jan 2025") == days("2024-12-27", "2025-01-03"));
  CHECK(period_said("1..3 nov 2025") == days("2025-11-01", "2025-11-03"));
  for (const std::string words : {"nov..0001-01", "2 feb..0001-01-01", "mon..0001-01-01"})
    CHECK_FALSE(static_cast<bool>(period_from_words(words, monday)));
  CHECK(period_said("nov 2024..jan") == days("2024-11-01", "2026-01-31"));
}

TEST_CASE("a range may be said with words") {
  for (const std::string words : {"from 1 nov to 3 nov", "1 nov to 3 nov", "1 nov - 3 nov",
                                  "1 to 3 nov", "since 1 nov until 3 nov", "From nov 1 till nov 3"})
    CHECK(period_said(words) == days("2026-11-01", "2026-11-03"));
  CHECK(period_said("mon to wed") == days("2026-11-16", "2026-11-18"));
  CHECK(period_said("september to october") == days("2026-09-01", "2026-10-31"));
  for (const std::string words : {"from 1 nov", "since 1 nov", "1 nov.."})
    CHECK(period_said(words) == days("2026-11-01", "2026-11-23"));
  CHECK(period_said("after 1 nov") == days("2026-11-02", "2026-11-23"));
  CHECK(period_said("after today") == days("2026-11-24", "2026-11-24"));
  CHECK(period_said("until 2020") == days("0001-01-01", "2020-12-31"));
  CHECK(period_said("before 2020") == days("0001-01-01", "2019-12-31"));
  CHECK(bound_of("from 1 nov") == Bound::since);
  CHECK(bound_of("before 1 nov") == Bound::until);
  CHECK_FALSE(bound_of("since 1 nov until 3 nov").has_value());
  CHECK_FALSE(bound_of("1 nov..").has_value());
  for (const std::string words :
       {"from maya to sam", "to", "from", "from to", "nov to", "to nov", "before all", "after 9999",
        "- nov", "from ..", "until 2018..2020"})
    CHECK_FALSE(static_cast<bool>(period_from_words(words, monday)));
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "from to ";
  CHECK_FALSE(static_cast<bool>(period_from_words(words, monday)));
}

TEST_CASE("past means up to today, last means the whole unit before") {
  CHECK(period_said("past week") == days("2026-11-17", "2026-11-23"));
  CHECK(period_said("past month") == days("2026-10-24", "2026-11-23"));
  CHECK(period_said("past year") == days("2025-11-24", "2026-11-23"));
  CHECK(period_said("past 3 days") == days("2026-11-21", "2026-11-23"));
  CHECK(period_said("past 2w") == period_said("2w"));
  CHECK(period_said("past weekend") == period_said("last weekend"));
  CHECK(period_said("in november") == period_said("november"));
  CHECK(period_said("in 2025") == period_said("2025"));
  CHECK_FALSE(static_cast<bool>(period_from_words("in 3 days", monday)));
  CHECK(period_said("last 3 days") == days("2026-11-21", "2026-11-23"));
}

TEST_CASE("a number may be a word, and last may be previous") {
  CHECK(period_said("last three days") == days("2026-11-21", "2026-11-23"));
  CHECK(period_said("past twelve months") == period_said("12m"));
  CHECK(period_said("two weeks") == period_said("2w"));
  CHECK(period_said("previous month") == period_said("last-month"));
  CHECK(period_said("previous-week") == period_said("last-week"));
  CHECK(day_looking_back("three days ago", monday.today) == day("2026-11-20"));
  CHECK_FALSE(period_from_words("thirteen days", monday));
  CHECK_FALSE(period_from_words("previously", monday));
}

TEST_CASE("a week or a quarter without its year is the latest that has begun") {
  CHECK(period_said("W48") == days("2026-11-23", "2026-11-29"));
  CHECK(period_said("week 48") == period_said("2026-W48"));
  CHECK(period_said("w49") == period_said("2025-W49"));
  CHECK(period_said("w5") == period_said("2026-W05"));
  CHECK(period_said("week 53") == period_said("2020-W53"));
  CHECK(period_said("week 48 2020") == period_said("2020-W48"));
  CHECK(period_said("2020 w48") == period_said("2020-W48"));
  CHECK(period_said("Q4") == period_said("2026-Q4"));
  CHECK(period_said("q3 2025") == period_said("2025-Q3"));
  for (const char* words : {"w0", "w54", "week 60", "q5", "q0", "q", "w", "week x", "q4 25", "4q"})
    CHECK_FALSE(period_from_words(words, monday));
}

TEST_CASE("a hyphen makes a range of dates, months and weekdays only") {
  CHECK(period_said("2-4 nov") == period_said("2 nov..4 nov"));
  CHECK(period_said("nov 2-4") == period_said("2 nov..4 nov"));
  CHECK(period_said("2–4 nov 2025") == days("2025-11-02", "2025-11-04"));
  CHECK(period_said("28 oct-3 nov") == period_said("28 oct..3 nov"));
  CHECK(period_said("oct-nov") == period_said("oct..nov"));
  CHECK(period_said("2026-11-20") == days("2026-11-20", "2026-11-20"));
  CHECK(*rest_days_from_words("24-27 dec", monday) == days("2026-12-24", "2026-12-27"));
  CHECK(*rest_days_from_words("24th-27th dec", monday) == days("2026-12-24", "2026-12-27"));
  CHECK(*rest_days_from_words("thu 24 to sun 27 dec", monday) == days("2026-12-24", "2026-12-27"));
  CHECK(*rest_days_from_words("mon-fri", monday) == days("2026-11-23", "2026-11-27"));
  for (const char* words : {"3-4", "nov-x", "well-known", "2-4 xyz", "-nov"})
    CHECK_FALSE(period_from_words(words, monday));
}

TEST_CASE("a period without its unit is refused, with what to type") {
  for (const std::string words : {"last 3", "Past three", "previous 12"}) {
    CAPTURE(words);
    const auto error = incomplete_period(words);
    REQUIRE(error.has_value());
    CHECK(error->message.ends_with("lacks its unit"));
    CHECK(period_from_words(words, monday).error().message.ends_with("lacks its unit"));
  }
  CHECK_FALSE(incomplete_period("last").has_value());
  CHECK_FALSE(incomplete_period("last words").has_value());
}

TEST_CASE("a weekend is the latest that has begun, and the last one is over") {
  const Calendar saturday = {day("2026-11-28"), 0}, sunday = {day("2026-11-29"), 0};
  CHECK(period_said("weekend") == days("2026-11-21", "2026-11-22"));
  CHECK(period_said("last weekend") == days("2026-11-21", "2026-11-22"));
  CHECK(period_said("weekend", saturday) == days("2026-11-28", "2026-11-28"));
  CHECK(period_said("this weekend", sunday) == days("2026-11-28", "2026-11-29"));
  CHECK(period_said("last-weekend", saturday) == days("2026-11-21", "2026-11-22"));
  CHECK(period_said("last weekend", sunday) == days("2026-11-21", "2026-11-22"));
}

TEST_CASE("a period that has not begun is refused, with what to type") {
  for (const std::string words :
       {"next week", "next-month", "Next Year", "next weekend", "next fri", "this weekend"}) {
    CAPTURE(words);
    const auto error = incomplete_period(words);
    REQUIRE(error.has_value());
    CHECK(error->message.ends_with("has not begun"));
    CHECK(period_from_words(words, monday).error().message == error->message);
  }
  CHECK(misshaped_period("next-week", monday).has_value());
  CHECK_FALSE(incomplete_period("next").has_value());
  CHECK_FALSE(incomplete_period("next door").has_value());
}

TEST_CASE("a date is read as people write it, where it has no second reading") {
  for (const std::string words : {"20 nov", "nov 20", "20 November", "20.11.", "20.11.2026",
                                  "20 nov 2026", "nov 20 2026", "on 20 nov"}) {
    CAPTURE(words);
    CHECK(period_said(words) == days("2026-11-20", "2026-11-20"));
  }
  CHECK(day_said("20 nov") == day("2026-11-20"));
  CHECK(day_said("24 dec") == day("2025-12-24"));
  CHECK(day_said("3.4.") == day("2026-04-03"));
  CHECK(day_said("29 feb") == day("2024-02-29"));
  CHECK_FALSE(static_cast<bool>(day_from_words("24.12.2026", monday)));  // it is in the future
}

TEST_CASE("a span is one day after \"on\" and with \"ago\", and else the days up to today") {
  CHECK(period_said("on 3d") == days("2026-11-20", "2026-11-20"));
  CHECK(period_said("3d ago") == days("2026-11-20", "2026-11-20"));
  CHECK(span_in("3d") == "3d");
  CHECK(span_in("3d..today") == "3d");
  CHECK(span_in("2026..2w") == "2w");
  CHECK(span_in("2026..today").empty());
}

TEST_CASE("a word with the shape of a date is not taken for text") {
  const auto message = [](std::string_view word) {
    const auto error = misshaped_period(word, monday);
    return error ? error->message + "; " + error->hint : "";
  };
  CHECK(message("03/04/2026") ==
        "\"03/04/2026\" could be 2026-04-03 or 2026-03-04; "
        "write the date as year, month and day: 2026-04-03");
  CHECK(message("20/11/2026").ends_with("year, month and day: 2026-11-20"));
  for (const char* word : {"2026-13", "2026-W54", "2026-Q5", "2026-11-31", "2020..2018", "2020..x"})
    CHECK_FALSE(message(word).empty());
  for (const char* word : {"24/7", "soup..", "..", "1984-style", "20.11", "2026", "maya"})
    CHECK(message(word).empty());
}

TEST_CASE("the four quarters make up the year") {
  CHECK(period_said("2026-Q1") == days("2026-01-01", "2026-03-31"));
  CHECK(period_said("2026-Q2") == days("2026-04-01", "2026-06-30"));
  CHECK(period_said("2026-Q3") == days("2026-07-01", "2026-09-30"));
  CHECK(period_said("2026-q4") == days("2026-10-01", "2026-12-31"));
  CHECK(period_said("2024-Q1") == days("2024-01-01", "2024-03-31"));
}

TEST_CASE("week 53 exists only in the years that have one") {
  CHECK(period_said("2026-W53") == days("2026-12-28", "2027-01-03"));
  CHECK(period_said("9999-W52") == days("9999-12-27", "9999-12-31"));
  CHECK(period_said("2020-W53") == days("2020-12-28", "2021-01-03"));
  CHECK(period_said("2026-W01") == days("2025-12-29", "2026-01-04"));
  CHECK_FALSE(static_cast<bool>(period_from_words("2025-W53", monday)));
  CHECK_FALSE(static_cast<bool>(period_from_words("2027-W53", monday)));
}

TEST_CASE(
    "the year, month, quarter and week of every number are a period or an error, never both") {
  const auto number = [](int value, int digits) {
    const std::string text = std::to_string(value);
    return std::string(static_cast<std::size_t>(digits) - text.size(), '0') + text;
  };
  const auto is_period = [](const std::string& words) {
    CAPTURE(words);
    const auto said = period_from_words(words, monday);
    if (said) {
      REQUIRE(said->since <= said->until);
      REQUIRE(said->since >= day("0001-01-01"));
      REQUIRE(said->until <= day("9999-12-31"));
    }
    return static_cast<bool>(said);
  };
  for (int year : {0, 1, 2, 4, 1583, 1899, 1969, 1970, 2026, 9996, 9998, 9999}) {
    const std::string start_of = number(year, 4);
    CHECK(is_period(start_of) == (year >= 1));
    // A year has 53 weeks when it begins on a Thursday, or on a Wednesday and is a leap year.
    bool is_long = false;
    if (const auto first = day_of({year, 1, 1}))
      is_long = weekday(*first) == 3 || (weekday(*first) == 2 && day_of({year, 2, 29}).has_value());
    for (int i = 0; i <= 99; ++i) {
      const bool is_week = year >= 1 && i >= 1 && i <= (is_long ? 53 : 52);
      CHECK(is_period(start_of + "-W" + number(i, 2)) == is_week);
      CHECK(is_period(start_of + "-" + number(i, 2)) == (year >= 1 && i >= 1 && i <= 12));
      if (i < 10)
        CHECK(is_period(start_of + "-Q" + number(i, 1)) == (year >= 1 && i >= 1 && i <= 4));
    }
  }
}

TEST_CASE("every week of every year follows the one before it") {
  Day expected = day("1999-01-04");
  for (int year = 1999; year < 2030; ++year)
    for (int week = 1; week <= 53; ++week) {
      const std::string words =
          std::to_string(year) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
      const auto said = period_from_words(words, monday);
      if (!said && week == 53) continue;
      CAPTURE(words);
      REQUIRE(static_cast<bool>(said));
      REQUIRE(*said == DayRange{expected, expected + 6});
      expected = expected + 7;
    }
}

TEST_CASE("weeks begin on the day that was configured") {
  const Day wednesday = day("2026-11-25");
  CHECK(period_said("week", {wednesday, 0}) == days("2026-11-23", "2026-11-25"));
  CHECK(period_said("week", {wednesday, 6}) == days("2026-11-22", "2026-11-25"));
  CHECK(period_said("week", {wednesday, 2}) == days("2026-11-25", "2026-11-25"));
  CHECK(period_said("week", {wednesday, 3}) == days("2026-11-19", "2026-11-25"));
  CHECK(period_said("last-week", {wednesday, 6}) == days("2026-11-15", "2026-11-21"));
}

TEST_CASE("a word that is no period is never guessed at") {
  for (const std::string words :
       {"",         "weeks",      "2026-",   "2026-1",    "2026-13",    "2026-00",   "2026-W",
        "2026-W00", "2026-W54",   "2026-W4", "2026-W047", "2026-Q0",    "2026-Q5",   "2026-Q",
        "0000",     "202",        "20261",   "2026-11-",  "last",       "last_week", "..",
        "0m",       "1201m",      "101y",    "soon..",    "2026..soon", "20.11",     "31.02.",
        "31 feb",   "20/11/2026", "on",      "on soon",   "on week",    "this day",  "20 nov 26"}) {
    CAPTURE(words);
    const auto said = period_from_words(words, monday);
    REQUIRE_FALSE(static_cast<bool>(said));
    CHECK(said.error().kind == ErrorKind::usage);
    CHECK_FALSE(said.error().hint.empty());
  }
}

}  // namespace connect::dates_test
