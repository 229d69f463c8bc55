// A calendar day, without clock or time zone. A day is a number, so that streaks and gaps are plain
// subtraction, and the clock change of a zone can never add or lose one.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace connect {

struct Day {
  std::int32_t number = 0;  // days since 1970-01-01; the calendar runs from year 1 to 9999
  auto operator<=>(const Day&) const = default;
};

inline Day operator+(Day day, int days) { return {day.number + days}; }
inline Day operator-(Day day, int days) { return {day.number - days}; }
inline int operator-(Day later, Day earlier) { return later.number - earlier.number; }

/// From the first day to the last, both included; empty when until < since.
struct DayRange {
  Day since;
  Day until;
  bool contains(Day day) const { return since <= day && day <= until; }
  auto operator<=>(const DayRange&) const = default;
};

struct Civil {
  int year = 1970;
  unsigned month = 1;  // 1 to 12
  unsigned day = 1;    // 1 to 31
  bool operator==(const Civil&) const = default;
};

Civil civil(Day day);
/// The day of this date; empty if the date does not exist.
std::optional<Day> day_of(const Civil& date);

/// "2026-11-23".
std::string iso(Day day);
/// Parses exactly YYYY-MM-DD; empty for anything else.
std::optional<Day> day_from_iso(std::string_view text);

/// 0 for Monday to 6 for Sunday.
int weekday(Day day);
/// "Mon" to "Sun", and "Monday" to "Sunday".
std::string_view weekday_short(Day day);
std::string_view weekday_name(int weekday);
/// "Jan" to "Dec"; month from 1 to 12.
std::string_view month_short(unsigned month);
/// "Mon 23 Nov", followed by the year if it is not that of `today`.
std::string spoken(Day day, Day today);

/// A week of ISO 8601, which belongs to the year of its Thursday.
struct IsoWeek {
  int year = 1970;
  int week = 1;  // 1 to 53
  bool operator==(const IsoWeek&) const = default;
};
/// The week of any day, also outside of the years 1 to 9999.
IsoWeek iso_week(Day day);

/// The first day of the week of `day`, for weeks that begin on this weekday (0 for Monday).
Day first_of_week(Day day, int week_start);
Day first_of_month(Day day);
Day last_of_month(Day day);
/// The same date a year earlier; 29 February becomes 28 February.
Day a_year_before(Day day);

}  // namespace connect
