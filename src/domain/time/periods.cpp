#include "domain/time/periods.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "domain/time/day_words.hpp"

namespace connect {
namespace {

constexpr int most_months = 1200;  // a century

constexpr auto plain_words = std::to_array<std::string_view>(
    {"today",     "yesterday", "week",      "month",     "year",    "last-week", "last-month",
     "last-year", "all",       "january",   "february",  "march",   "april",     "may",
     "june",      "july",      "august",    "september", "october", "november",  "december",
     "monday",    "tuesday",   "wednesday", "thursday",  "friday",  "saturday",  "sunday"});

Day first_of_calendar() { return *day_of({1, 1, 1}); }

/// In lower case, with single spaces and none at the ends.
std::string plain(std::string_view words) {
  std::string out;
  for (char c : words) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// A number of at most five digits and nothing else.
std::optional<int> whole(std::string_view text) {
  if (text.empty() || text.size() > 5) return std::nullopt;
  for (char c : text)
    if (c < '0' || c > '9') return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

DayRange month_of(int year, unsigned month) {
  const Day first = *day_of({year, month, 1});
  return {first, last_of_month(first)};
}

/// 2026, 2026-11, 2026-W47 or 2026-Q4, in lower case.
std::optional<DayRange> iso_unit(std::string_view text) {
  const auto year = whole(text.substr(0, 4));
  if (text.size() < 4 || !year || *year < 1) return std::nullopt;
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return DayRange{*day_of({*year, 1, 1}), *day_of({*year, 12, 31})};
  const bool dashed = rest[0] == '-' && rest.size() > 2;
  if (!dashed) return std::nullopt;
  if (rest[1] == 'q' && rest.size() == 3 && rest[2] >= '1' && rest[2] <= '4') {
    const unsigned first = static_cast<unsigned>(rest[2] - '1') * 3 + 1;
    return DayRange{*day_of({*year, first, 1}), month_of(*year, first + 2).until};
  }
  if (rest[1] == 'w' && rest.size() == 4) {
    const int week = whole(rest.substr(2)).value_or(0);
    const Day fourth = *day_of({*year, 1, 4});  // always in week 1
    const Day monday = fourth - weekday(fourth) + (week - 1) * 7;
    if (iso_week(monday) != IsoWeek{*year, week}) return std::nullopt;
    return DayRange{monday, std::min(monday + 6, *day_of({9999, 12, 31}))};  // no day comes after
  }
  const auto month = whole(rest.substr(1));
  if (rest.size() != 3 || !month || *month < 1 || *month > 12) return std::nullopt;
  return month_of(*year, static_cast<unsigned>(*month));
}

/// The same date so many months earlier, or the last day of that month.
Day months_before(Day day, int months) {
  const Civil date = civil(day);
  const int month = date.year * 12 + static_cast<int>(date.month) - 1 - months;
  const DayRange days = month_of(month / 12, static_cast<unsigned>(month % 12) + 1);
  return std::min(days.since + static_cast<int>(date.day) - 1, days.until);
}

/// The last days, weeks, months or years up to today, from "7d", "2w", "12m" or "2y".
std::optional<DayRange> span(std::string_view word, Day today) {
  if (const auto days = span_days(word)) return DayRange{today - std::max(*days - 1, 0), today};
  if (word.size() < 2 || (word.back() != 'm' && word.back() != 'y')) return std::nullopt;
  const auto count = whole(word.substr(0, word.size() - 1));
  const int months = count.value_or(0) * (word.back() == 'y' ? 12 : 1);
  if (months < 1 || months > most_months) return std::nullopt;
  return DayRange{months_before(today, months) + 1, today};
}

/// "7 days" as "7d"; empty if this is not a number and a unit.
std::string short_span(std::string_view words) {
  const auto space = words.find(' ');
  if (space == words.npos || !whole(words.substr(0, space))) return "";
  std::string_view unit = words.substr(space + 1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  for (const std::string_view known : {"day", "week", "month", "year"})
    if (unit == known) return std::string(words.substr(0, space)) + known[0];
  return "";
}

std::optional<DayRange> named_month(std::string_view words, Day today) {
  const auto space = words.find(' ');
  const std::string_view first = words.substr(0, space);
  if (space != words.npos) {
    const std::string_view second = words.substr(space + 1);
    const auto month = month_from_word(whole(first) ? second : first);
    const std::string_view year_text = whole(first) ? first : second;
    const auto year = year_text.size() == 4 ? whole(year_text) : std::nullopt;
    if (!month || !year || *year < 1) return std::nullopt;
    return month_of(*year, *month);
  }
  const auto month = month_from_word(first);
  if (!month) return std::nullopt;
  const int year = civil(today).year - (*month > civil(today).month ? 1 : 0);
  return month_of(year, *month);
}

std::optional<DayRange> last_unit(std::string_view unit, const Calendar& calendar) {
  const Day week = first_of_week(calendar.today, calendar.week_start);
  const Day month = first_of_month(calendar.today);
  const int year = civil(calendar.today).year;
  if (unit == "week") return DayRange{week - 7, week - 1};
  if (unit == "month") return DayRange{first_of_month(month - 1), month - 1};
  if (unit == "year") return iso_unit(std::to_string(year - 1));
  return std::nullopt;
}

std::optional<DayRange> this_unit(std::string_view unit, const Calendar& calendar) {
  const Day today = calendar.today;
  if (unit == "week") return DayRange{first_of_week(today, calendar.week_start), today};
  if (unit == "month") return DayRange{first_of_month(today), today};
  if (unit == "year") return DayRange{*day_of({civil(today).year, 1, 1}), today};
  return std::nullopt;
}

std::optional<DayRange> single_day(std::string_view words, Day today) {
  const auto day = day_looking_back(words, today);
  return day ? std::optional(DayRange{*day, *day}) : std::nullopt;
}

/// What follows "last": a unit, a span or a weekday.
std::optional<DayRange> after_last(std::string_view words, const Calendar& calendar) {
  if (const auto unit = last_unit(words, calendar)) return unit;
  if (const auto days = span(words, calendar.today)) return days;
  if (const auto days = span(short_span(words), calendar.today)) return days;
  return is_name_of_days(words) && !month_from_word(words) ? single_day(words, calendar.today)
                                                           : std::nullopt;
}

/// Any period but FROM..TO; `words` as plain() gives them.
std::optional<DayRange> simple_period(std::string_view words, const Calendar& calendar) {
  const Day today = calendar.today;
  if (words == "all") return DayRange{first_of_calendar(), today};
  if (words.starts_with("on ")) return single_day(words.substr(3), today);
  if (words.starts_with("this ") || words.starts_with("this-")) return this_unit(words.substr(5), calendar);
  if (words.starts_with("last ")) return after_last(words.substr(5), calendar);
  if (words.starts_with("last-")) return last_unit(words.substr(5), calendar);
  if (const auto unit = this_unit(words, calendar)) return unit;
  if (const auto days = span(words, today)) return days;
  if (const auto days = span(short_span(words), today)) return days;
  if (const auto month = named_month(words, today)) return month;
  if (const auto unit = iso_unit(words)) return unit;
  return single_day(words, today);
}

Error unknown_period(std::string_view words) {
  return usage_error("\"" + std::string(words) + "\" is not a period",
                     std::string(period_grammar()));
}

/// The sides of FROM..TO; empty if there are no dots, or nothing but dots.
std::optional<std::pair<std::string, std::string>> sides(std::string_view words) {
  const auto dots = words.find("..");
  if (dots == words.npos) return std::nullopt;
  std::pair out(plain(words.substr(0, dots)), plain(words.substr(dots + 2)));
  return out.first.empty() && out.second.empty() ? std::nullopt : std::optional(std::move(out));
}

/// "03/04/2026" and the like, which begin with the day in some countries and with the month in
/// others.
std::optional<Error> slashed_day(std::string_view word) {
  const auto first = word.find('/');
  const auto second = first == word.npos ? first : word.find('/', first + 1);
  if (second == word.npos) return std::nullopt;
  const auto a = whole(word.substr(0, first));
  const auto b = whole(word.substr(first + 1, second - first - 1));
  const auto year = whole(word.substr(second + 1));
  if (!a || !b || !year) return std::nullopt;
  std::vector<std::string> readings;
  for (const auto& [day, month] : {std::pair(*a, *b), std::pair(*b, *a)})
    if (const auto found =
            day_of({*year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
        found && *year > 999 && (readings.empty() || readings[0] != iso(*found)))
      readings.push_back(iso(*found));
  const std::string shown = "\"" + std::string(word) + "\"";
  if (readings.size() == 2)
    return usage_error(shown + " could be " + readings[0] + " or " + readings[1],
                       "write the date as year, month and day: " + readings[0]);
  return usage_error(
      shown + " is not written as a day",
      "write year, month and day: " + (readings.empty() ? "2026-11-20" : readings[0]));
}

}  // namespace

Result<DayRange> period_from_words(std::string_view words, const Calendar& calendar) {
  if (const auto period = simple_period(plain(words), calendar)) return *period;
  const auto both = sides(words);
  if (!both) return unknown_period(words);
  const auto& [from, to] = *both;
  const auto first = from.empty() ? std::nullopt : simple_period(from, calendar);
  const auto last = to.empty() ? std::nullopt : simple_period(to, calendar);
  if (!from.empty() && !first) return unknown_period(from);
  if (!to.empty() && !last) return unknown_period(to);
  const Day since = first ? first->since : first_of_calendar();
  const Day until = last ? last->until : std::max(calendar.today, first->until);
  if (until < since)
    return usage_error("the range ends before it begins: " + std::string(words),
                       "put the earlier day first: " + to + ".." + from);
  return DayRange{since, until};
}

std::optional<Error> misshaped_period(std::string_view word, const Calendar& calendar) {
  if (auto error = slashed_day(word)) return error;
  const std::string lower = plain(word);
  const auto after_year = lower.find_first_not_of("wq", 5);  // 2026-13, 2026-W54, 2026-Q5
  const bool is_dated = lower.size() > 5 && whole(lower.substr(0, 4)) && lower[4] == '-' &&
                        after_year != lower.npos && whole(lower.substr(after_year, 1));
  const auto both = sides(word);
  const bool is_range =
      both && (simple_period(both->first, calendar) || simple_period(both->second, calendar));
  if (!is_dated && !is_range) return std::nullopt;
  const auto period = period_from_words(word, calendar);
  return period ? std::nullopt : std::optional(period.error());
}

std::string_view span_in(std::string_view words) {
  const auto dots = words.find("..");
  const std::string_view from = words.substr(0, dots);
  if (span_days(from)) return from;
  const std::string_view to = dots == words.npos ? std::string_view() : words.substr(dots + 2);
  return span_days(to) ? to : std::string_view();
}

bool is_name_of_days(std::string_view word) {
  const std::string name = plain(word);
  return month_from_word(name) || weekday_from_word(name);
}

std::span<const std::string_view> period_words() { return plain_words; }

std::string_view period_grammar() {
  return "use today, week, month, year, last-week, last-month, last-year, 30d, 12m, november, "
         "2026, 2026-11, 2026-W47, 2026-Q4, all or FROM..TO";
}

}  // namespace connect
