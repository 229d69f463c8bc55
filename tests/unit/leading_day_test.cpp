// The day at the beginning of a follow-up: "friday how it went".
#include <doctest/doctest.h>

#include <string>

#include "domain/time/dates.hpp"
#include "support/show.hpp"

namespace connect::leading_day_test {

using test::day;

namespace {

const Calendar monday = {day("2026-11-23"), 0};

/// The day, and the words after it; "no day" if the text begins with none.
std::string said(std::string_view text, const Calendar& calendar = monday) {
  CAPTURE(text);
  const auto found = leading_day(text, calendar);
  REQUIRE(static_cast<bool>(found));
  if (!*found) return "no day";
  return iso((*found)->day) + "|" + std::string(text.substr((*found)->size));
}

/// The message and the hint of the error.
std::string refused(std::string_view text) {
  CAPTURE(text);
  const auto found = leading_day(text, monday);
  REQUIRE_FALSE(static_cast<bool>(found));
  CHECK(found.error().kind == ErrorKind::usage);
  return found.error().message + " | " + found.error().hint;
}

}  // namespace

TEST_CASE("a follow-up may begin with a day in every form of the manual") {
  CHECK(said("today how it goes") == "2026-11-23| how it goes");
  CHECK(said("tonight how it goes") == "2026-11-23| how it goes");
  CHECK(said("this evening how it goes") == "2026-11-23| how it goes");
  CHECK(said("tomorrow how it went") == "2026-11-24| how it went");
  CHECK(said("fri how it went") == "2026-11-27| how it went");
  CHECK(said("Friday how it went") == "2026-11-27| how it went");
  CHECK(said("this friday how it went") == "2026-11-27| how it went");
  CHECK(said("3d how it went") == "2026-11-26| how it went");
  CHECK(said("3 days how it went") == "2026-11-26| how it went");
  CHECK(said("in 3 days how it went") == "2026-11-26| how it went");
  CHECK(said("2w how it went") == "2026-12-07| how it went");
  CHECK(said("in 2 weeks how it went") == "2026-12-07| how it went");
  CHECK(said("weekend plans") == "2026-11-28| plans");
  CHECK(said("at the weekend about the trip") == "2026-11-28| about the trip");
  CHECK(said("next week about the move") == "2026-11-30| about the move");
  CHECK(said("next month about the move") == "2026-12-01| about the move");
  CHECK(said("24 dec how she is") == "2026-12-24| how she is");
  CHECK(said("dec 24 how she is") == "2026-12-24| how she is");
  CHECK(said("24.12. how she is") == "2026-12-24| how she is");
  CHECK(said("24 dec 2027 how she is") == "2027-12-24| how she is");
  CHECK(said("thu 24 dec how she is") == "2026-12-24| how she is");
  CHECK(said("thu 24 dec 2026 how she is") == "2026-12-24| how she is");
  CHECK(said("2026-12-24 how she is") == "2026-12-24| how she is");
}

TEST_CASE("a little word before the day and a sign after it belong to the day") {
  CHECK(said("on friday how it went") == "2026-11-27| how it went");
  CHECK(said("by 24 dec about the trip") == "2026-12-24| about the trip");
  CHECK(said("on thu 24 dec 2026 how she is") == "2026-12-24| how she is");
  CHECK(said("friday, how it went") == "2026-11-27| how it went");
  CHECK(said("friday: how it went") == "2026-11-27| how it went");
}

TEST_CASE("the weekday of today is a week ahead") {
  CHECK(said("mon how it went") == "2026-11-30| how it went");
  CHECK(said("next monday how it went") == "2026-11-30| how it went");
}

TEST_CASE("a week begins on the first day of the settings") {
  CHECK(said("next week about it", {monday.today, 6}) == "2026-11-29| about it");
}

TEST_CASE("a day without words takes all of the text") {
  CHECK(said("friday") == "2026-11-27|");
  CHECK(said("24 dec") == "2026-12-24|");
}

TEST_CASE("a date that has passed this year is that of the next") {
  CHECK(said("20 nov how it went") == "2027-11-20| how it went");
}

TEST_CASE("other words are no day") {
  for (const std::string text :
       {"", "how the interview went", "the lease", "on the phone, about the lease", "at work",
        "by the way, the book", "15 people came", "next steps", "may I borrow it", "in the garden",
        "friday's exam", "tomorrow's exam", "and/or", "how friday went"}) {
    CAPTURE(text);
    CHECK(said(text) == "no day");
  }
}

TEST_CASE("a day that is over is refused") {
  const std::string ahead = " | use a day to come, such as tomorrow, fri, 3d or 24 dec";
  CHECK(refused("yesterday how it went") ==
        "\"yesterday\" is over, and a follow-up lies ahead" + ahead);
  CHECK(refused("last friday how") ==
        "\"last friday\" is over, and a follow-up lies ahead" + ahead);
  CHECK(refused("3 days ago how") == "\"3 days ago\" is over, and a follow-up lies ahead" + ahead);
  CHECK(refused("2026-11-22 how") == "\"2026-11-22\" is over, and a follow-up lies ahead" + ahead);
}

TEST_CASE("a day that does not exist is refused") {
  const std::string grammar = " | use tomorrow, fri, 3d, next week, 24 dec or 2026-12-24";
  CHECK(refused("31 feb how it went") ==
        "\"31 feb\" does not exist: February has 28 or 29 days | use another day, such as \"28 "
        "feb\"");
  CHECK(refused("2026-02-31 how it went") == "\"2026-02-31\" is not a day" + grammar);
}

TEST_CASE("a weekday that does not fit the date is refused, not read alone") {
  CHECK(refused("fri 24 dec how") ==
        "\"fri 24 dec\" is a Thursday | leave the weekday out, or use 2026-12-24");
}

TEST_CASE("a day that could be two is refused with both") {
  CHECK(refused("next tue how it went") ==
        "\"next tue\" could be 2026-11-24 or 2026-12-01 | use tue for the first, or the date");
  CHECK(
      refused("on next friday how") ==
      "\"next friday\" could be 2026-11-27 or 2026-12-04 | use friday for the first, or the date");
  CHECK(refused("next weekend about it") ==
        "\"next weekend\" could be 2026-11-28 or 2026-12-05 | use weekend for the first, or the "
        "date");
  CHECK(refused("3/4 about it") ==
        "\"3/4\" could be 2027-04-03 or 2027-03-04 | write the date as year, month and day: "
        "2027-04-03");
}

TEST_CASE("no text crashes it, and a day that is found is not over") {
  for (const std::string text : {"9999-12-31 x", "99999d x", "in 99999999999 days x", "0d x", " ",
                                 "  friday x", "on ", "next ", "friday  x", ", x"}) {
    CAPTURE(text);
    const auto found = leading_day(text, monday);
    if (found && *found) {
      CHECK((*found)->day >= monday.today);
      CHECK((*found)->size <= text.size());
    }
  }
}

}  // namespace connect::leading_day_test
