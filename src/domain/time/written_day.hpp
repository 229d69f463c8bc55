// Parses dates as people write them: "20 nov", "nov 20", "20 november 2025", "20.11." and
// "20.11.2026". Only the order of day and month that has no second reading is understood, so never
// "20/11" or "20.11".
#pragma once

#include <optional>
#include <string_view>

#include "domain/time/day.hpp"

namespace connect {

/// A date with or without its year; it may not exist, as 31 February.
struct WrittenDay {
  unsigned day = 1;
  unsigned month = 1;
  std::optional<int> year;
};

/// `text`: in lower case. Empty if it is not written as a date.
std::optional<WrittenDay> written_day(std::string_view text);
/// The day itself if it has a year, else the latest one up to `today`; empty if there is none.
std::optional<Day> latest_day(const WrittenDay& written, Day today);
/// 11 for "november" and "nov"; `word`: in lower case.
std::optional<unsigned> month_from_word(std::string_view word);

}  // namespace connect
