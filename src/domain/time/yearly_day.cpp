#include "domain/time/yearly_day.hpp"

#include <algorithm>

namespace connect {
namespace {

constexpr int a_leap_year = 2000;
constexpr int last_year = 9999;

/// Its day in this year of the calendar, or in the nearest one.
Day in_year(const YearlyDay& date, int year) {
  year = std::clamp(year, 1, last_year);
  const auto found = day_of({year, date.month, date.day});
  return found ? *found : *day_of({year, date.month, 28U});
}

/// The number in exactly these digits.
std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string padded(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

bool exists(const YearlyDay& date) {
  return day_of({date.year == 0 ? a_leap_year : date.year, date.month, date.day}).has_value();
}

std::string iso(const YearlyDay& date) {
  const std::string day = padded(date.month) + "-" + padded(date.day);
  if (date.year == 0) return day;
  const std::string year = std::to_string(date.year);
  return std::string(4 - std::min<std::size_t>(year.size(), 4), '0') + year + "-" + day;
}

std::optional<YearlyDay> yearly_day_as_written(std::string_view text) {
  std::optional<int> year = 0;
  if (text.size() == 10 && text[4] == '-') {
    year = number_in(text.substr(0, 4));
    if (year == 0) return std::nullopt;
    text.remove_prefix(5);
  }
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = number_in(text.substr(0, 2)), day = number_in(text.substr(3));
  if (!year || !month || !day) return std::nullopt;
  return YearlyDay{static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day),
                   static_cast<std::int16_t>(*year)};
}

std::optional<YearlyDay> yearly_day_from_iso(std::string_view text) {
  const auto date = yearly_day_as_written(text);
  return date && exists(*date) ? date : std::nullopt;
}

std::string spoken(const YearlyDay& date) {
  return std::to_string(date.day) + " " + std::string(month_short(date.month)) +
         (date.year == 0 ? "" : " " + std::to_string(date.year));
}

bool is_same_day(const YearlyDay& a, const YearlyDay& b) {
  return a.month == b.month && a.day == b.day;
}

bool falls_on(const YearlyDay& date, Day day) {
  const int year = civil(day).year;
  return year >= date.year && in_year(date, year) == day;
}

Day next_on(const YearlyDay& date, Day day) {
  const int year = std::max<int>(civil(day).year, date.year);
  const Day this_year = in_year(date, year);
  return this_year >= day ? this_year : in_year(date, year + 1);
}

}  // namespace connect
