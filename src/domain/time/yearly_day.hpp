// A date that comes back every year, such as a birthday: 05-12, or 2019-03-02 when the year in
// which it began is known.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time/day.hpp"

namespace connect {

struct YearlyDay {
  std::uint8_t month = 1;  // 1 to 12
  std::uint8_t day = 1;    // 1 to 31
  std::int16_t year = 0;   // 0 when it is not known
  auto operator<=>(const YearlyDay&) const = default;
};

/// Whether it exists in some year, or in its own: 29 February does in no year and in 2020, not in
/// 2019.
bool exists(const YearlyDay& date);
/// "05-12" or "2019-03-02".
std::string iso(const YearlyDay& date);
/// Parses exactly MM-DD or YYYY-MM-DD, also a date that does not exist; empty for anything else.
std::optional<YearlyDay> yearly_day_as_written(std::string_view text);
/// The same for a date that exists.
std::optional<YearlyDay> yearly_day_from_iso(std::string_view text);
/// "12 May" or "2 Mar 2019".
std::string spoken(const YearlyDay& date);

/// Whether they are the same day of the year, whatever their years are.
bool is_same_day(const YearlyDay& a, const YearlyDay& b);
/// Whether this day is one of its days: not before its year; 29 February counts on 28 February in
/// years without it.
bool falls_on(const YearlyDay& date, Day day);
/// Its first day on `day` or later.
Day next_on(const YearlyDay& date, Day day);

}  // namespace connect
