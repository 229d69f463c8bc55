// The words for a day that look the same whether they refer to the past (dates.cpp) or to the
// future (days_ahead.cpp). Except for lower_case and the errors, all take text in lower case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "connect/result.hpp"
#include "domain/time/day.hpp"

namespace connect {

/// The text with its ASCII letters in lower case.
std::string lower_case(std::string_view text);
/// A number of at most five digits and nothing else.
std::optional<int> small_number(std::string_view text);
/// small_number(), also for "one" to "twelve".
std::optional<int> number_from_word(std::string_view word);
/// "January" to "December"; month from 1 to 12.
std::string month_name(unsigned month);
/// 1 for "jan" or "january" to 12 for "dec" or "december".
std::optional<unsigned> month_from_word(std::string_view word);
/// 0 for "mon" or "monday" to 6 for "sun" or "sunday".
std::optional<int> weekday_from_word(std::string_view word);
/// The number of days in "3d", "2w", "3 days", "two weeks", "a week"; at most a century.
std::optional<int> days_from_words(std::string_view words);

/// The number of months in "a month", "2 months", "one year"; at most a century.
std::optional<int> months_from_words(std::string_view words);
/// The same date so many months later, or earlier if `months` is negative; the last day of that
/// month if it is shorter. Empty outside the years 1 to 9999.
std::optional<Day> months_after(Day day, int months);
/// "today", "yesterday", "tomorrow", "day before yesterday", "day after tomorrow", "3d ago", "two
/// weeks ago" and "a month ago".
std::optional<Day> relative_day(std::string_view words, Day today);
/// The words without a "the" at their beginning.
std::string_view without_article(std::string_view words);

/// A date with its month, and perhaps a year or a weekday: "20 nov", "nov 20, 2025", "fri 20 nov",
/// "20th of november", "20.11.", "20.11.2026".
struct WrittenDate {
  unsigned day = 1;
  unsigned month = 1;
  std::optional<int> year;
  std::optional<int> weekday;
};
/// Empty for anything else, and for a date that exists in no year.
std::optional<WrittenDate> date_from_words(std::string_view words);
/// The day of this date up to `last`, the latest one; with a year the only one, also if it is
/// later. The weekday is not looked at.
std::optional<Day> latest_of(const WrittenDate& date, Day last);
/// The same from `first` on.
std::optional<Day> first_of(const WrittenDate& date, Day first);
bool fits_weekday(const WrittenDate& date, Day day);

/// The error for a date that no calendar has, such as "31 feb" or "29 feb 2025"; nothing for other
/// words.
std::optional<Error> impossible_date(std::string_view words);

/// Whether a date without a year is the latest one or the next one.
enum class Looking : std::uint8_t { back, ahead };

/// The error for a date with slashes, such as "3/4" or "24/12/2026", which begins with the day in
/// some countries and with the month in others; nothing for other words.
std::optional<Error> slashed_day(std::string_view words, Day today, Looking looking);
/// The error for words that are not a day.
Error unknown_day(std::string_view words, Day today, Looking looking, std::string_view grammar);

}  // namespace connect
