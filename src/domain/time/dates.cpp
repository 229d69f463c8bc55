#include "domain/time/dates.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "domain/time/written_day.hpp"

namespace connect {
namespace {

constexpr int longest_span = 36600;  // days; a century, so that no sum leaves the calendar

std::string normal(std::string_view words) {
  std::string out;
  for (char c : words) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string_view without_ago(std::string_view word) {
  return word.ends_with(" ago") ? word.substr(0, word.size() - 4) : word;
}

std::optional<int> number(std::string_view text) {
  if (text.empty() || text.size() > 5) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Day> latest_weekday(std::string_view word, Day today) {
  for (int i = 0; i < 7; ++i) {
    const std::string name = normal(weekday_name(i));
    if (word != name && word != name.substr(0, 3)) continue;
    const int back = (weekday(today) - i + 6) % 7 + 1;  // 1 to 7: never today
    return today - back;
  }
  return std::nullopt;
}

std::optional<Day> plain_day(std::string_view words, Day today) {
  const std::string word = normal(words);
  if (word == "today") return today;
  if (word == "yesterday") return today - 1;
  if (word == "tomorrow") return today + 1;
  if (const auto day = latest_weekday(word, today)) return day;
  if (const auto days = span_days(without_ago(word))) return today - *days;
  return day_from_iso(word);
}

Error unknown_day(std::string_view words) {
  const std::string lower = normal(words);
  const std::string_view word = without_ago(lower);
  if (word.size() > 1 && word.back() == 'm' && number(word.substr(0, word.size() - 1)))
    return usage_error("\"" + std::string(words) + "\" could be minutes or months",
                       "use days or weeks, such as 3d or 2w, or a date such as 2026-11-20");
  return usage_error("\"" + std::string(words) + "\" is not a day", std::string(date_grammar()));
}

}  // namespace

std::optional<int> span_days(std::string_view text) {
  if (text.size() < 2 || (text.back() != 'd' && text.back() != 'w')) return std::nullopt;
  const auto count = number(text.substr(0, text.size() - 1));
  if (!count) return std::nullopt;
  const int days = text.back() == 'w' ? *count * 7 : *count;
  return days <= longest_span ? std::optional(days) : std::nullopt;
}

std::optional<Day> day_looking_back(std::string_view words, Day today) {
  if (const auto day = plain_day(words, today)) return day;
  const auto written = written_day(normal(words));
  return written ? latest_day(*written, today) : std::nullopt;
}

std::string_view date_grammar() {
  return "use today, yesterday, mon to sun, 3d, 2w or a date such as 2026-11-20";
}

Result<Day> day_from_words(std::string_view words, const Calendar& calendar) {
  const auto day = day_looking_back(words, calendar.today);
  if (!day) return unknown_day(words);
  if (*day > calendar.today)
    return usage_error("\"" + std::string(words) + "\" is in the future",
                       "log it when the day has come; today is " + iso(calendar.today));
  return *day;
}

Result<DayRange> range_from_words(std::string_view words, const Calendar& calendar) {
  const auto dots = words.find("..");
  const std::string_view from = words.substr(0, dots);
  const std::string_view to = dots == std::string_view::npos ? from : words.substr(dots + 2);
  const auto since = plain_day(from, calendar.today);
  const auto until = plain_day(to, calendar.today);
  if (!since) return unknown_day(from);
  if (!until) return unknown_day(to);
  if (*until < *since)
    return usage_error("the range ends before it begins: " + std::string(words),
                       "put the earlier day first: " + iso(*until) + ".." + iso(*since));
  return DayRange{*since, *until};
}

}  // namespace connect
