// Days and periods as people type them. They look back: this is a diary, so a future day is
// refused, and a word is never guessed at.
#pragma once

#include <optional>
#include <string_view>

#include "connect/result.hpp"
#include "domain/time/day.hpp"

namespace connect {

/// What the words below mean depends on it.
struct Calendar {
  Day today;
  int week_start = 0;  // 0 for Monday to 6 for Sunday
};

/// today, yesterday, mon to sunday (the latest, today excluded), 3d, 2w (also "3d ago"), or an ISO
/// date up to today. Anything else: a usage error that lists the grammar.
Result<Day> day_from_words(std::string_view words, const Calendar& calendar);

/// The same, for ranges that may lie ahead (rests): also "tomorrow" and future ISO dates, and
/// FROM..TO. A range that ends before it begins is a usage error.
Result<DayRange> range_from_words(std::string_view words, const Calendar& calendar);

/// today yesterday week month year last-week last-month 7d 30d 2026 2026-11 2026-W47 2026-Q4 all, a
/// day, or FROM..TO. Those that count from today end today; "all" begins with year 1.
Result<DayRange> period_from_words(std::string_view words, const Calendar& calendar);

/// The length in days of "3d" or "2w", at most a century.
std::optional<int> span_days(std::string_view text);

/// One line that lists the accepted forms, for errors and help.
std::string_view date_grammar();
std::string_view period_grammar();

}  // namespace connect
