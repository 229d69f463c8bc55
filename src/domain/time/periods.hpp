// Parses periods as people type them. As a period "3d" is the last three days, today included; as a
// day (dates.hpp) it is the one three days ago. A word that could mean two things is not guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "connect/result.hpp"
#include "domain/time/dates.hpp"

namespace connect {

/// today, week, month, year (also "this week"), last-week, last-month, last-year (also "last week",
/// "previous week", "last 7 days", "last seven days"), "past week" (the last seven days), weekend
/// (the latest that has begun), 7d, 2w, 12m, 2y, november, q4, w47, "week 47" (the latest that has
/// begun), "november 2025", "q4 2025", "in november", 2026, 2026-11, 2026-W47, 2026-Q4, all, any
/// day, "on DAY"; "since", "from", "after", "until" or "before" with any of these; or FROM..TO,
/// also "FROM to TO", where each side may be any of these or left out. Periods relative to today
/// end today; "all" is every day, "..TO" begins with year 1; "FROM.." ends today, or with FROM if
/// that ends later. When FROM..TO would end before it begins, TO without a year is the first after
/// FROM, else FROM without a year is the latest before TO. Anything else is a usage error.
Result<DayRange> period_from_words(std::string_view words, const Calendar& calendar);

/// The error for "next week" and other periods that have not begun, and for "last 3"; nothing for
/// other words.
std::optional<Error> incomplete_period(std::string_view words);

/// The error for a word that has the shape of a date or of FROM..TO and is not a period, such as
/// 2026-13 or 03/04/2026, or that is ahead, so that it must not be taken for text to search for.
std::optional<Error> misshaped_period(std::string_view word, const Calendar& calendar);

/// The end of a period that its words set: the beginning in "since monday" and "after 2020", the
/// end in "until monday"; nothing when they set both.
enum class Bound : std::uint8_t { since, until };
std::optional<Bound> bound_of(std::string_view words);

/// A side of FROM..TO (or the whole) that is a span such as 3d; empty if there is none.
std::string_view span_in(std::string_view words);

/// The words that periods begin with, for "did you mean".
std::span<const std::string_view> period_words();
/// One line that lists the accepted forms, for error messages and help.
std::string_view period_grammar();

}  // namespace connect
