#include "domain/time/dates.hpp"

#include <algorithm>
#include <optional>

#include "domain/time/day_words.hpp"

namespace connect {
namespace {

constexpr int longest_span = 36600;  // days; a century, so that no sum leaves the calendar

/// The latest day of this weekday before today, also for "last mon"; for "this mon" the one of the
/// week from Monday to Sunday.
std::optional<Day> latest_weekday(std::string_view word, Day today) {
  if (word.starts_with("this ")) {
    const auto wanted = weekday_from_word(word.substr(5));
    return wanted ? std::optional(today + (*wanted - weekday(today))) : std::nullopt;
  }
  if (word.starts_with("last ")) word.remove_prefix(5);
  const auto wanted = weekday_from_word(word);
  if (!wanted) return std::nullopt;
  return today - ((weekday(today) - *wanted + 6) % 7 + 1);  // 1 to 7 days ago: never today
}

}  // namespace

std::optional<int> span_days(std::string_view text) {
  if (text.size() < 2 || (text.back() != 'd' && text.back() != 'w')) return std::nullopt;
  const auto count = small_number(text.substr(0, text.size() - 1));
  if (!count) return std::nullopt;
  const int days = text.back() == 'w' ? *count * 7 : *count;
  return days <= longest_span ? std::optional(days) : std::nullopt;
}

std::string_view date_grammar() {
  return "use today, yesterday, mon to sun, 3d, 2w or a date such as 2026-11-20";
}

std::optional<Day> day_looking_back(std::string_view words, Day today) {
  const std::string lower = lower_case(words);
  const std::string_view word = without_article(lower);
  if (const auto day = relative_day(word, today)) return day;
  if (const auto day = latest_weekday(word, today)) return day;
  if (const auto days = days_from_words(word)) return today - *days;
  if (const auto date = date_from_words(word)) {
    const auto day = latest_of(*date, today);
    return day && fits_weekday(*date, *day) ? day : std::nullopt;
  }
  return day_from_iso(word);
}

Result<Day> day_from_words(std::string_view words, const Calendar& calendar) {
  const auto day = day_looking_back(words, calendar.today);
  if (!day) return unknown_day(words, calendar.today, Looking::back, date_grammar());
  if (*day > calendar.today)
    return usage_error("\"" + std::string(words) + "\" is in the future",
                       "log it when the day has come; today is " + iso(calendar.today));
  return *day;
}

}  // namespace connect
