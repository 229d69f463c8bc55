// A point in time as it is stored in the ledger: seconds since 1970 (UTC) and the writer's offset
// from UTC, so that "ten at night in Berlin" is shown as such on any other machine.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time/day.hpp"

namespace connect {

struct Instant {
  std::int64_t seconds = 0;         // since 1970-01-01T00:00:00Z; years 1 to 9999
  std::int16_t offset_minutes = 0;  // local time minus UTC, -1439 to 1439
  auto operator<=>(const Instant&) const = default;
};

/// The local day, the calendar's unless days begin `day_start` minutes after midnight.
Day local_day(const Instant& at, int day_start = 0);
/// The second of the calendar day (0 to 86399).
int local_second(const Instant& at);

/// The instant of a local day and second, given the offset in force there.
Instant instant_at(Day day, int second, int offset_minutes);

/// RFC 3339 with offset: "2026-11-23T22:14:05+01:00".
std::string rfc3339(const Instant& at);
/// Parses RFC 3339; a fraction of a second is dropped, 'Z' is offset 0. Empty if malformed.
std::optional<Instant> instant_from_rfc3339(std::string_view text);

/// "22:14" in local time.
std::string clock_time(const Instant& at);
/// Minutes since midnight of "22:14" or "9:05"; empty if malformed.
std::optional<int> minutes_from_clock(std::string_view text);
/// The same as people type it: also "19.30", "7pm" and "7:30 PM".
std::optional<int> minutes_from_words(std::string_view text);

}  // namespace connect
