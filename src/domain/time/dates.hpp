// Parses days as people type them. The ledger records the past, so a future day is a
// usage error unless noted otherwise, and so is an ambiguous word, which is never guessed at.
#pragma once

#include <optional>
#include <string_view>

#include "connect/result.hpp"
#include "domain/time/day.hpp"

namespace connect {

/// What the meaning of the words below depends on.
struct Calendar {
  Day today;
  int week_start = 0;  // 0 for Monday to 6 for Sunday
};

/// A day that is not ahead: today, yesterday, mon to sunday (the latest before today; also "last
/// mon"), 3d, 2w (also "3 days ago"), an ISO date, or a date such as "20 nov", "nov 20 2025" or
/// "20.11." (without a year the latest one). Anything else is a usage error that lists the grammar.
Result<Day> day_from_words(std::string_view words, const Calendar& calendar);

/// The same words, but the day may be in the future: also "tomorrow" and future dates. Empty for
/// other words, and for a weekday that does not fit its date.
std::optional<Day> day_looking_back(std::string_view words, Day today);

/// The days of `rest`, which looks ahead: "sat" is the next Saturday, today included, "24 dec" the
/// next such day, "3d" today and the two days after, "2w" fourteen days from today. Also "next
/// week", "this week", "next month", "weekend", "in 3 days", "until DATE", and FROM..TO or "FROM to
/// TO" with a DATE on both sides; without a year TO is the first such day after FROM. A past day is
/// an ISO date, "yesterday", "last sat" or "3d ago".
Result<DayRange> rest_days_from_words(std::string_view words, const Calendar& calendar);

/// The day at the start of a text, for something to come, and the bytes that name it.
struct LeadingDay {
  Day day;
  std::size_t size = 0;
};
/// "friday how it went": the first such day after today; also "tomorrow", "3d" and "in 3 days" (in
/// three days), "next week" (its first day), "24 dec" and an ISO date. Empty if the text begins
/// with no day. A usage error for a day that is over or does not exist, and for one that could be
/// two.
Result<std::optional<LeadingDay>> leading_day(std::string_view text, const Calendar& calendar);

/// The number of days in "3d" or "2w", at most a century; empty for anything else.
std::optional<int> span_days(std::string_view text);

/// One line that lists the accepted forms, for error messages and help.
std::string_view date_grammar();
std::string_view rest_grammar();

}  // namespace connect
