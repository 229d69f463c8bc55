// Parses periods as people type them. As a period "3d" is the last three days, today included; as a
// day (dates.hpp) it is the one three days ago. A word that could mean two things is not guessed.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "connect/result.hpp"
#include "domain/time/dates.hpp"

namespace connect {

/// today, week, month, year (also "this week"), last-week, last-month, last-year (also "last week",
/// "last 7 days"), 7d, 2w, 12m, 2y, november (the latest that has begun), "november 2025", 2026,
/// 2026-11, 2026-W47, 2026-Q4, all, any day, "on DAY", or FROM..TO, where each side may be any of
/// these or left out. Periods relative to today end today; "all" and "..TO" begin with year 1;
/// "FROM.." ends today, or with FROM if that ends later. Anything else is a usage error.
Result<DayRange> period_from_words(std::string_view words, const Calendar& calendar);

/// The error for a word that has the shape of a date or of FROM..TO and is not a period, such as
/// 2026-13 or 03/04/2026, so that it must not be taken for text to search for.
std::optional<Error> misshaped_period(std::string_view word, const Calendar& calendar);

/// A side of FROM..TO (or the whole) that is a span such as 3d; empty if there is none.
std::string_view span_in(std::string_view words);
/// Whether a word is the name of a month or a weekday, which may also be the name of a person.
bool is_name_of_days(std::string_view word);

/// The words that periods begin with, for "did you mean".
std::span<const std::string_view> period_words();
/// One line that lists the accepted forms, for error messages and help.
std::string_view period_grammar();

}  // namespace connect
