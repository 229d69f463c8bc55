#include "domain/time/day.hpp"

#include <array>
#include <charconv>
#include <chrono>

namespace connect {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> weekday_names = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

year_month_day calendar(Day day) { return year_month_day(sys_days(std::chrono::days(day.number))); }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Writes the last `count` digits of `value` into `text`, so that they end before index `end`.
void put_digits(std::string& text, std::size_t end, std::size_t count, unsigned value) {
  for (; count > 0; --count, value /= 10) text[--end] = static_cast<char>('0' + value % 10);
}

}  // namespace

Civil civil(Day day) {
  const auto date = calendar(day);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

std::optional<Day> day_of(const Civil& date) {
  // chrono holds a month and a day in one byte each, a year in two.
  if (date.year < 1 || date.year > 9999 || date.month > 12 || date.day > 31) return std::nullopt;
  const year_month_day ymd(std::chrono::year(date.year), std::chrono::month(date.month),
                           std::chrono::day(date.day));
  if (!ymd.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(sys_days(ymd).time_since_epoch().count())};
}

std::string iso(Day day) {
  const Civil date = civil(day);
  std::string text = "0000-00-00";
  put_digits(text, 4, 4, static_cast<unsigned>(date.year));
  put_digits(text, 7, 2, date.month);
  put_digits(text, 10, 2, date.day);
  return text;
}

std::optional<Day> day_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_of({*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)});
}

int weekday(Day day) {
  const int since_monday = (day.number + 3) % 7;  // 1970-01-01 was a Thursday
  return since_monday < 0 ? since_monday + 7 : since_monday;
}

std::string_view weekday_name(int weekday) {
  return weekday_names[static_cast<std::size_t>(weekday)];
}

std::string_view weekday_short(Day day) { return weekday_name(weekday(day)).substr(0, 3); }

std::string_view month_short(unsigned month) { return month_names[month - 1]; }

std::string spoken(Day day, Day today) {
  const Civil date = civil(day);
  std::string text(weekday_short(day));
  text.append(" ").append(std::to_string(date.day)).append(" ").append(month_short(date.month));
  if (date.year != civil(today).year) text.append(" ").append(std::to_string(date.year));
  return text;
}

IsoWeek iso_week(Day day) {
  const Day thursday = day - weekday(day) + 3;  // a week belongs to the year of its Thursday
  const int year = civil(thursday).year;
  // Not day_of(), which is limited to the years 1 to 9999: parsing a period also asks for the weeks
  // just outside of them.
  const sys_days january_first(std::chrono::year(year) / 1 / 1);
  const auto since = sys_days(std::chrono::days(thursday.number)) - january_first;
  return {year, static_cast<int>(since.count() / 7) + 1};
}

Day first_of_week(Day day, int week_start) { return day - (weekday(day) - week_start + 7) % 7; }

Day first_of_month(Day day) { return day - static_cast<int>(civil(day).day) + 1; }

Day last_of_month(Day day) {
  const auto date = calendar(day);
  const auto last =
      std::chrono::year_month_day_last(date.year(), std::chrono::month_day_last(date.month()));
  return day + static_cast<int>(static_cast<unsigned>(last.day())) -
         static_cast<int>(civil(day).day);
}

Day a_year_before(Day day) {
  Civil date = civil(day);
  --date.year;
  const auto same = day_of(date);
  if (same) return *same;
  --date.day;
  return day_of(date).value_or(day);
}

}  // namespace connect
