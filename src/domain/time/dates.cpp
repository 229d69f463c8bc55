#include "domain/time/dates.hpp"

#include <algorithm>
#include <optional>

#include "domain/time/day_words.hpp"

namespace connect {
namespace {

constexpr int longest_span = 36600;  // days; a century, so that no sum leaves the calendar

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

/// The latest day of this weekday before today, also for "last mon".
std::optional<Day> latest_weekday(std::string_view word, Day today) {
  if (word.starts_with("last ")) word.remove_prefix(5);
  const auto wanted = weekday_from_word(word);
  if (!wanted) return std::nullopt;
  return today - ((weekday(today) - *wanted + 6) % 7 + 1);  // 1 to 7 days ago: never today
}

std::optional<Day> plain_day(std::string_view words, Day today) {
  const std::string word = lower_case(words);
  if (word == "today") return today;
  if (word == "yesterday") return today - 1;
  if (word == "tomorrow") return today + 1;
  if (const auto day = latest_weekday(word, today)) return day;
  if (const auto days = days_from_words(without_ago(word))) return today - *days;
  if (const auto date = date_from_words(word)) {
    const auto day = latest_of(*date, today);
    return day && fits_weekday(*date, *day) ? day : std::nullopt;
  }
  return day_from_iso(word);
}

Error not_a_day(std::string_view words, Day today) {
  const auto date = date_from_words(lower_case(words));
  return unknown_day(words, date ? latest_of(*date, today) : std::nullopt, date_grammar());
}

/// 2026, 2026-11, 2026-W47 or 2026-Q4, in lower case.
std::optional<DayRange> iso_unit(std::string_view text) {
  const auto year = number(text.substr(0, 4));
  if (text.size() < 4 || !year || *year < 1) return std::nullopt;
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return DayRange{*day_of({*year, 1, 1}), *day_of({*year, 12, 31})};
  const bool dashed = rest[0] == '-' && rest.size() > 2;
  if (!dashed) return std::nullopt;
  if (rest[1] == 'q' && rest.size() == 3 && rest[2] >= '1' && rest[2] <= '4') {
    const unsigned first = static_cast<unsigned>(rest[2] - '1') * 3 + 1;
    return DayRange{*day_of({*year, first, 1}), last_of_month(*day_of({*year, first + 2, 1}))};
  }
  if (rest[1] == 'w' && rest.size() == 4) {
    const int week = number(rest.substr(2)).value_or(0);
    const Day fourth = *day_of({*year, 1, 4});  // always in week 1
    const Day monday = fourth - weekday(fourth) + (week - 1) * 7;
    if (iso_week(monday) != IsoWeek{*year, week}) return std::nullopt;
    return DayRange{monday, std::min(monday + 6, *day_of({9999, 12, 31}))};  // no day comes after
  }
  const auto month = number(rest.substr(1));
  if (rest.size() != 3 || !month || *month < 1 || *month > 12) return std::nullopt;
  const Day first = *day_of({*year, static_cast<unsigned>(*month), 1});
  return DayRange{first, last_of_month(first)};
}

std::optional<DayRange> named_period(std::string_view word, const Calendar& calendar) {
  const Day today = calendar.today;
  const Day week = first_of_week(today, calendar.week_start);
  const Day month = first_of_month(today);
  if (word == "all") return DayRange{*day_of({1, 1, 1}), today};
  if (word == "week") return DayRange{week, today};
  if (word == "last-week") return DayRange{week - 7, week - 1};
  if (word == "month") return DayRange{month, today};
  if (word == "last-month") return DayRange{first_of_month(month - 1), month - 1};
  if (word == "year") return DayRange{*day_of({civil(today).year, 1, 1}), today};
  if (const auto days = span_days(word)) return DayRange{today - std::max(*days - 1, 0), today};
  return iso_unit(word);
}

}  // namespace

std::optional<int> span_days(std::string_view text) {
  if (text.size() < 2 || (text.back() != 'd' && text.back() != 'w')) return std::nullopt;
  const auto count = number(text.substr(0, text.size() - 1));
  if (!count) return std::nullopt;
  const int days = text.back() == 'w' ? *count * 7 : *count;
  return days <= longest_span ? std::optional(days) : std::nullopt;
}

std::string_view date_grammar() {
  return "use today, yesterday, mon to sun, 3d, 2w or a date such as 2026-11-20";
}

std::string_view period_grammar() {
  return "use today, week, month, year, last-week, last-month, 30d, 2026, 2026-11, 2026-W47, "
         "2026-Q4, all or FROM..TO";
}

Result<Day> day_from_words(std::string_view words, const Calendar& calendar) {
  const auto day = plain_day(words, calendar.today);
  if (!day) return not_a_day(words, calendar.today);
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
  if (!since) return not_a_day(from, calendar.today);
  if (!until) return not_a_day(to, calendar.today);
  if (*until < *since)
    return usage_error("the range ends before it begins: " + std::string(words),
                       "put the earlier day first: " + iso(*until) + ".." + iso(*since));
  return DayRange{*since, *until};
}

Result<DayRange> period_from_words(std::string_view words, const Calendar& calendar) {
  if (const auto period = named_period(lower_case(words), calendar)) return *period;
  if (words.find("..") != std::string_view::npos || plain_day(words, calendar.today))
    return range_from_words(words, calendar);
  return usage_error("\"" + std::string(words) + "\" is not a period",
                     std::string(period_grammar()));
}

}  // namespace connect
