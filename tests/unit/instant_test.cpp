// RFC 3339 moments: parsing, formatting, local days.
#include "domain/time/instant.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/random.hpp"
#include "support/show.hpp"

namespace connect::instant_test {

using test::day;

TEST_CASE("a moment written down comes back the same, with its offset") {
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    const Day on = day("0001-01-02") + random.between(0, 3'652'056);
    const int second = random.between(0, 86'399);
    const Instant at = instant_at(on, second, random.between(-1439, 1439));
    REQUIRE(local_day(at) == on);
    REQUIRE(local_second(at) == second);
    REQUIRE(instant_from_rfc3339(rfc3339(at)) == at);
  }
}

TEST_CASE("an evening in Berlin is the same moment as the afternoon in New York") {
  const auto berlin = instant_from_rfc3339("2026-11-23T22:14:05+01:00");
  const auto york = instant_from_rfc3339("2026-11-23T16:14:05-05:00");
  REQUIRE(berlin.has_value());
  REQUIRE(york.has_value());
  CHECK(berlin->seconds == 1'795'468'445);
  CHECK(berlin->seconds == york->seconds);
  CHECK(clock_time(*berlin) == "22:14");
  CHECK(clock_time(*york) == "16:14");
  CHECK(rfc3339(*berlin) == "2026-11-23T22:14:05+01:00");
}

TEST_CASE("the local day is that of the writer, on either side of midnight and of 1970") {
  CHECK(local_day({0, 0}) == day("1970-01-01"));
  CHECK(local_day({0, -1}) == day("1969-12-31"));
  CHECK(local_day({-1, 0}) == day("1969-12-31"));
  CHECK(local_day({-1, 1}) == day("1970-01-01"));
  CHECK(local_day({-86'400, 0}) == day("1969-12-31"));
  CHECK(local_day({-86'401, 0}) == day("1969-12-30"));
  CHECK(local_second({-1, 0}) == 86'399);
  CHECK(local_second({86'399, 840}) == 50'399);
  CHECK(local_day({86'399, 840}) == day("1970-01-02"));
}

TEST_CASE("seconds go beyond 2038") {
  const auto at = instant_from_rfc3339("2106-02-07T06:28:16Z");
  REQUIRE(at.has_value());
  CHECK(at->seconds == 4'294'967'296);
}

TEST_CASE("fractions are dropped, and Z, small letters and a blank are read") {
  const Instant at = instant_at(day("2026-11-23"), 7, 0);
  for (const std::string text :
       {"2026-11-23T00:00:07Z", "2026-11-23t00:00:07z", "2026-11-23 00:00:07Z",
        "2026-11-23T00:00:07.9Z", "2026-11-23T00:00:07.000000000000000001Z",
        "2026-11-23T00:00:07+00:00", "2026-11-23T00:00:07.5-00:00"}) {
    CAPTURE(text);
    CHECK(instant_from_rfc3339(text) == at);
  }
  CHECK(rfc3339(at) == "2026-11-23T00:00:07+00:00");
}

TEST_CASE("a leap second is the first second of the next minute") {
  CHECK(instant_from_rfc3339("2016-12-31T23:59:60Z") ==
        instant_from_rfc3339("2017-01-01T00:00:00Z"));
}

TEST_CASE("offsets reach up to a minute short of a day") {
  CHECK(instant_from_rfc3339("2026-11-23T12:00:00+23:59")->offset_minutes == 1439);
  CHECK(instant_from_rfc3339("2026-11-23T12:00:00-23:59")->offset_minutes == -1439);
  CHECK(rfc3339(instant_at(day("2026-11-23"), 0, -210)) == "2026-11-23T00:00:00-03:30");
  CHECK(rfc3339(instant_at(day("2026-11-23"), 0, 765)) == "2026-11-23T00:00:00+12:45");
}

TEST_CASE("malformed moments are nothing") {
  for (const std::string text : {"",
                                 "2026-11-23",
                                 "2026-11-23T22:14:05",
                                 "2026-11-23T22:14Z",
                                 "2026-11-23T24:00:00Z",
                                 "2026-11-23T22:60:05Z",
                                 "2026-11-23T22:14:61Z",
                                 "2026-02-30T22:14:05Z",
                                 "2026-11-23X22:14:05Z",
                                 "2026-11-23T22-14-05Z",
                                 "2026-11-23T22:14:05.Z",
                                 "2026-11-23T22:14:05.5",
                                 "2026-11-23T22:14:05+24:00",
                                 "2026-11-23T22:14:05+01:60",
                                 "2026-11-23T22:14:05+0100",
                                 "2026-11-23T22:14:05+1:00",
                                 "2026-11-23T22:14:05 01:00",
                                 "2026-11-23T22:14:05Zx",
                                 "2026-11-23T22:14:05ZZ",
                                 "2026-11-23T-1:14:05Z",
                                 "2026-11-23T22:1a:05Z",
                                 "2026-11-23T22:14:05,5Z",
                                 "2026-11-23T22:14:05+01:00 "}) {
    CAPTURE(text);
    CHECK_FALSE(instant_from_rfc3339(text).has_value());
  }
}

TEST_CASE("no byte changed, dropped or doubled makes a moment that is not written again the same") {
  const std::string text = "2026-11-23T22:14:05+01:00";
  for (std::size_t at = 0; at < text.size(); ++at)
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = text;
      changed[at] = static_cast<char>(byte);
      if (const auto moment = instant_from_rfc3339(changed)) {
        CAPTURE(changed);
        REQUIRE(instant_from_rfc3339(rfc3339(*moment)) == moment);
      }
    }
  for (std::size_t at = 0; at < text.size(); ++at) {
    CAPTURE(at);
    CHECK_FALSE(instant_from_rfc3339(text.substr(0, at) + text.substr(at + 1)).has_value());
    CHECK_FALSE(instant_from_rfc3339(text.substr(0, at) + text[at] + text.substr(at)).has_value());
  }
}

TEST_CASE("clock times are read with one or two digits of hours") {
  CHECK(minutes_from_clock("22:14") == 22 * 60 + 14);
  CHECK(minutes_from_clock("9:05") == 9 * 60 + 5);
  CHECK(minutes_from_clock("09:05") == 9 * 60 + 5);
  CHECK(minutes_from_clock("0:00") == 0);
  CHECK(minutes_from_clock("23:59") == 1439);
  for (const std::string text :
       {"", ":", "9", "24:00", "9:60", "9:5", "9:005", "009:05", ":05", "9:", "-1:00", " 9:05",
        "9:05 ", "9.05", "9:05:00", "a:05", "9:0a"}) {
    CAPTURE(text);
    CHECK_FALSE(minutes_from_clock(text).has_value());
  }
}

TEST_CASE("clock times are read as people write them") {
  const std::vector<std::pair<std::string, int>> times{{"22:14", 22 * 60 + 14},
                                                       {"19.30", 19 * 60 + 30},
                                                       {"7pm", 19 * 60},
                                                       {"7 PM", 19 * 60},
                                                       {"7:30pm", 19 * 60 + 30},
                                                       {"7.30 am", 7 * 60 + 30},
                                                       {"12am", 0},
                                                       {"12:15pm", 12 * 60 + 15},
                                                       {"12:59am", 59}};
  for (const auto& [text, minutes] : times) {
    CAPTURE(text);
    CHECK(minutes_from_words(text) == minutes);
  }
  for (const std::string text : {"", "pm", "7", "13pm", "0am", "0:30pm", "7:60pm", "7p", "7pm!",
                                 "19.3", "1930", "7  pm", "-1am"}) {
    CAPTURE(text);
    CHECK_FALSE(minutes_from_words(text).has_value());
  }
}

}  // namespace connect::instant_test
