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

/// today, yesterday, mon to sunday (the latest before today), 3d, 2w (also "3d ago"), an ISO date,
/// or one such as "20 nov" (written_day.hpp), up to today. Anything else is a usage error that lists the grammar.
Result<Day> day_from_words(std::string_view words, const Calendar& calendar);

/// The same, for ranges that may be in the future (rest days): also "tomorrow" and future ISO
/// dates, and FROM..TO. A range that ends before it begins is a usage error.
Result<DayRange> range_from_words(std::string_view words, const Calendar& calendar);

/// A day in the words of day_from_words(), "tomorrow", or a date that is in the future; a date
/// without a year ("20 nov", see written_day.hpp) is the latest one. Empty for other words.
std::optional<Day> day_looking_back(std::string_view words, Day today);

/// The number of days in "3d" or "2w", at most a century; empty for anything else.
std::optional<int> span_days(std::string_view text);

/// One line that lists the accepted forms, for error messages and help.
std::string_view date_grammar();

}  // namespace connect
