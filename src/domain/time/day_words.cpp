#include "domain/time/day_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "domain/time/dates.hpp"

namespace connect {
namespace {

constexpr std::array<std::string_view, 12> month_words = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
// 29 February may be this many years away.
constexpr int longest_gap = 8;
constexpr int most_months = 1200;  // a century

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Splits at spaces and commas, and between a digit and anything else: "20th" is "20" and "th".
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  bool goes_on = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_gap = text[i] == ' ' || text[i] == ',';
    if (!is_gap && goes_on && is_digit(text[i]) == is_digit(text[i - 1])) {
      parts.back() = text.substr(i - parts.back().size(), parts.back().size() + 1);
    } else if (!is_gap) {
      parts.push_back(text.substr(i, 1));
    }
    goes_on = !is_gap;
  }
  return parts;
}

std::optional<unsigned> day_number(std::string_view text) {
  const auto value = text.size() <= 2 ? small_number(text) : std::nullopt;
  return value ? std::optional(static_cast<unsigned>(*value)) : std::nullopt;
}

/// Nothing for an empty text, four digits for a year; false for anything else.
bool take_year(WrittenDate& date, std::string_view text) {
  if (text.empty()) return true;
  if (text.size() == 4) date.year = small_number(text);
  return date.year.has_value();
}

/// "20.11." or "20.11.2026".
std::optional<WrittenDate> dotted_date(std::string_view text) {
  const auto first = text.find('.');
  const auto second = first == text.npos ? text.npos : text.find('.', first + 1);
  if (second == text.npos) return std::nullopt;
  const auto day = day_number(text.substr(0, first));
  const auto month = day_number(text.substr(first + 1, second - first - 1));
  if (!day || !month) return std::nullopt;
  WrittenDate date{*day, *month, {}, {}};
  if (!take_year(date, text.substr(second + 1))) return std::nullopt;
  return date;
}

/// "20 nov" or "nov 20", with a year or without.
std::optional<WrittenDate> named_date(std::string_view text) {
  auto parts = parts_of(text);
  std::erase_if(parts, [](std::string_view part) {
    return part == "st" || part == "nd" || part == "rd" || part == "th" || part == "of";
  });
  if (parts.size() != 2 && parts.size() != 3) return std::nullopt;
  auto month = month_from_word(parts[1]);
  if (!month) {
    std::swap(parts[0], parts[1]);
    month = month_from_word(parts[1]);
  }
  const auto day = day_number(parts[0]);
  if (!day || !month) return std::nullopt;
  WrittenDate date{*day, *month, {}, {}};
  if (parts.size() == 3 && !take_year(date, parts[2])) return std::nullopt;
  return date;
}

constexpr int leap_year = 2024;

bool exists(const WrittenDate& date) {
  return day_of({date.year.value_or(leap_year), date.month, date.day}).has_value();
}

/// date_from_words(), also for a date that does not exist.
std::optional<WrittenDate> date_as_written(std::string_view words) {
  words = without_article(words);
  const auto end = words.find_first_of(" ,");
  const auto next = end == words.npos ? end : words.find_first_not_of(" ,", end);
  const auto weekday = next == words.npos ? std::nullopt : weekday_from_word(words.substr(0, end));
  if (weekday) words = without_article(words.substr(next));
  auto date = dotted_date(words);
  if (!date) date = named_date(words);
  if (date) date->weekday = weekday;
  return date;
}

std::optional<Day> resolved(const WrittenDate& date, Day today, Looking looking) {
  return looking == Looking::ahead ? first_of(date, today) : latest_of(date, today);
}

/// The error for a date whose weekday is another one. Without a year the date of another year may
/// have been meant.
Error wrong_weekday(const std::string& quoted, const WrittenDate& date, Day day, Day today,
                    Looking looking) {
  const int year = civil(day).year;
  const bool is_other_year = !date.year && year != civil(today).year;
  const auto past =
      date.year || looking == Looking::back ? std::nullopt : latest_of(date, today - 1);
  if (past && fits_weekday(date, *past))
    return usage_error(quoted + " is over, and in " + std::to_string(year) + " that day is a " +
                           std::string(weekday_name(weekday(day))),
                       "use " + iso(*past) + " for the day that is over, or " + iso(day));
  return usage_error(quoted + " is a " + std::string(weekday_name(weekday(day))) +
                         (is_other_year ? " in " + std::to_string(year) : ""),
                     "leave the weekday out, or use " + iso(day));
}

/// The parts of numbers with slashes between them, such as "24/12/2026"; empty for other words.
std::vector<std::string_view> slashed_parts(std::string_view words) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto slash = words.find('/');
    parts.push_back(words.substr(0, slash));
    if (!small_number(parts.back()) || parts.size() > 3) return {};
    if (slash == words.npos) return parts.size() > 1 ? parts : std::vector<std::string_view>();
    words.remove_prefix(slash + 1);
  }
}

/// The dates that these parts may be.
std::vector<WrittenDate> slashed_dates(const std::vector<std::string_view>& parts) {
  std::vector<WrittenDate> dates;
  const auto add = [&](std::string_view day, std::string_view month, std::string_view year) {
    if (!day_number(day) || !day_number(month)) return;
    WrittenDate date{*day_number(day), *day_number(month), {}, {}};
    if (take_year(date, year) && exists(date)) dates.push_back(date);
  };
  const std::string_view third = parts.size() == 3 ? parts[2] : std::string_view();
  add(parts[0], parts[1], third);
  if (parts[0] != parts[1]) add(parts[1], parts[0], third);
  add(third, parts[1], parts[0]);
  return dates;
}

/// 3 of "3 days", "three days" and 1 of "a day", where the unit is "day".
std::optional<int> count_of(std::string_view unit, std::string_view words) {
  const auto parts = parts_of(words);
  if (parts.size() != 2) return std::nullopt;
  std::string_view given = parts[1];
  if (given.ends_with('s')) given.remove_suffix(1);
  if (given != unit) return std::nullopt;
  return parts[0] == "a" ? 1 : number_from_word(parts[0]);
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out;
  for (char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 5 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  int value = 0;
  for (char c : text) value = value * 10 + (c - '0');
  return value;
}

std::optional<int> number_from_word(std::string_view word) {
  constexpr auto names =
      std::to_array<std::string_view>({"one", "two", "three", "four", "five", "six", "seven",
                                       "eight", "nine", "ten", "eleven", "twelve"});
  const auto name = std::ranges::find(names, word);
  return name == names.end() ? small_number(word)
                             : std::optional(static_cast<int>(name - names.begin()) + 1);
}

std::string month_name(unsigned month) {
  std::string name(month_words[month - 1]);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::optional<unsigned> month_from_word(std::string_view word) {
  for (unsigned i = 0; i < month_words.size(); ++i)
    if (word == month_words[i] || word == month_words[i].substr(0, 3) || (i == 8 && word == "sept"))
      return i + 1;
  return std::nullopt;
}

std::optional<int> weekday_from_word(std::string_view word) {
  for (int i = 0; i < 7; ++i) {
    const std::string name = lower_case(weekday_name(i));
    if (word == name || word == name.substr(0, 3)) return i;
  }
  return std::nullopt;
}

std::optional<int> days_from_words(std::string_view words) {
  if (const auto days = span_days(words)) return days;
  if (const auto days = count_of("day", words)) return span_days(std::to_string(*days) + "d");
  const auto weeks = count_of("week", words);
  return weeks ? span_days(std::to_string(*weeks) + "w") : std::nullopt;
}

std::optional<int> months_from_words(std::string_view words) {
  const auto years = count_of("year", words);
  const auto count = years ? years : count_of("month", words);
  if (!count || *count < 1 || *count > most_months) return std::nullopt;
  const int months = *count * (years ? 12 : 1);
  return months <= most_months ? std::optional(months) : std::nullopt;
}

std::optional<Day> months_after(Day day, int months) {
  const Civil date = civil(day);
  const int month = date.year * 12 + static_cast<int>(date.month) - 1 + months;
  const auto first = day_of({month / 12, static_cast<unsigned>(month % 12) + 1, 1});
  if (!first) return std::nullopt;
  return std::min(*first + (static_cast<int>(date.day) - 1), last_of_month(*first));
}

std::string_view without_article(std::string_view words) {
  constexpr std::string_view article = "the ";
  return words.starts_with(article) ? words.substr(article.size()) : words;
}

std::optional<Day> relative_day(std::string_view words, Day today) {
  words = without_article(words);
  if (words == "today") return today;
  if (words == "yesterday") return today - 1;
  if (words == "tomorrow") return today + 1;
  if (words == "day before yesterday") return today - 2;
  if (words == "day after tomorrow") return today + 2;
  constexpr std::string_view ago = " ago";
  if (!words.ends_with(ago)) return std::nullopt;
  words.remove_suffix(ago.size());
  if (const auto days = days_from_words(words)) return today - *days;
  const auto months = months_from_words(words);
  return months ? months_after(today, -*months) : std::nullopt;
}

std::optional<WrittenDate> date_from_words(std::string_view words) {
  const auto date = date_as_written(words);
  return date && exists(*date) ? date : std::nullopt;
}

std::optional<Error> impossible_date(std::string_view words) {
  const auto date = date_as_written(lower_case(words));
  if (!date || exists(*date) || date->month < 1 || date->month > 12) return std::nullopt;
  const std::string quoted = "\"" + std::string(words) + "\"";
  const auto first = day_of({date->year.value_or(leap_year), date->month, 1});
  if (!first) return std::nullopt;
  const std::string year = date->year ? " " + std::to_string(*date->year) : "";
  const std::string month = lower_case(month_short(date->month)) + year;
  const std::string last = std::to_string(civil(last_of_month(*first)).day);
  return usage_error(quoted + " does not exist: " + month_name(date->month) + year + " has " +
                         (date->month == 2 && !date->year ? "28 or 29" : last) + " days",
                     "use another day, such as \"" + std::string(date->month == 2 ? "28" : last) +
                         " " + month + "\"");
}

std::optional<Day> latest_of(const WrittenDate& date, Day last) {
  if (date.year) return day_of({*date.year, date.month, date.day});
  const int year = civil(last).year;
  for (int back = 0; back <= longest_gap; ++back)
    if (const auto day = day_of({year - back, date.month, date.day}); day && *day <= last)
      return day;
  return std::nullopt;
}

std::optional<Day> first_of(const WrittenDate& date, Day first) {
  if (date.year) return day_of({*date.year, date.month, date.day});
  const int year = civil(first).year;
  for (int on = 0; on <= longest_gap; ++on)
    if (const auto day = day_of({year + on, date.month, date.day}); day && *day >= first)
      return day;
  return std::nullopt;
}

bool fits_weekday(const WrittenDate& date, Day day) {
  return !date.weekday || *date.weekday == weekday(day);
}

std::optional<Error> slashed_day(std::string_view words, Day today, Looking looking) {
  const auto parts = slashed_parts(words);
  if (parts.empty()) return std::nullopt;
  std::vector<std::string> readings;
  for (const WrittenDate& date : slashed_dates(parts))
    if (const auto day = resolved(date, today, looking)) readings.push_back(iso(*day));
  const std::string quoted = "\"" + std::string(words) + "\"";
  if (readings.size() == 2)
    return usage_error(quoted + " could be " + readings[0] + " or " + readings[1],
                       "write the date as year, month and day: " + readings[0]);
  return usage_error(
      quoted + " is not written as a day",
      "write year, month and day: " + (readings.empty() ? "2026-11-20" : readings[0]));
}

Error unknown_day(std::string_view words, Day today, Looking looking, std::string_view grammar) {
  const std::string lower = lower_case(words);
  const std::string quoted = "\"" + std::string(words) + "\"";
  if (const auto date = date_from_words(lower))
    if (const auto day = resolved(*date, today, looking); day && !fits_weekday(*date, *day))
      return wrong_weekday(quoted, *date, *day, today, looking);
  if (auto error = impossible_date(words)) return *std::move(error);
  if (auto error = slashed_day(words, today, looking)) return *std::move(error);
  std::string_view word = lower;
  if (word.ends_with(" ago")) word.remove_suffix(4);
  if (word.ends_with('m') && small_number(word.substr(0, word.size() - 1)))
    return usage_error(quoted + " could be minutes or months",
                       "use days or weeks, such as 3d or 2w, or a date such as 2026-11-20");
  if (day_number(word))
    return usage_error(quoted + " is not a day", "add the month, in quotes: \"20 nov\"");
  return usage_error(quoted + " is not a day", std::string(grammar));
}

}  // namespace connect
