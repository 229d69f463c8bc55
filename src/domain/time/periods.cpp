#include "domain/time/periods.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "domain/time/day_words.hpp"
#include "domain/time/range_words.hpp"
#include "domain/time/simple_periods.hpp"

namespace connect {
namespace {

constexpr auto plain_words = std::to_array<std::string_view>(
    {"today",      "yesterday", "week",     "month",   "year",     "last-week",
     "last-month", "last-year", "all",      "january", "february", "march",
     "april",      "may",       "june",     "july",    "august",   "september",
     "october",    "november",  "december", "monday",  "tuesday",  "wednesday",
     "thursday",   "friday",    "saturday", "sunday",  "weekend"});

constexpr auto beginnings = std::to_array<std::string_view>({"since", "from", "after"});
constexpr auto endings = std::to_array<std::string_view>({"until", "till", "before"});

template <std::size_t n>
bool has_word(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// From here on, every date without a year has an earlier one, also 29 February.
constexpr int first_safe_year = 9;

Day first_of_calendar() { return *day_of({1, 1, 1}); }
Day last_of_calendar() { return *day_of({9999, 12, 31}); }

/// The range after "from" or "since".
std::string_view without_lead(std::string_view words) {
  for (const std::string_view lead : {"from ", "since "})
    if (words.starts_with(lead)) return words.substr(lead.size());
  return words;
}

bool is_name_of_days(std::string_view word) {
  return month_from_word(word) || weekday_from_word(word);
}

/// Whether this is "last mon".
bool is_last_weekday(std::string_view words) {
  constexpr std::string_view lead = "last ";
  return words.starts_with(lead) && weekday_from_word(words.substr(lead.size()));
}

/// The error for "next week" and other periods that have not begun; nothing for other words.
std::optional<Error> period_ahead(std::string_view words) {
  const std::string_view unit = words.substr(std::min<std::size_t>(words.size(), 5));
  const bool is_ahead = words.starts_with("next ") || words.starts_with("next-");
  const bool is_unit = unit == "week" || unit == "month" || unit == "year" || unit == "weekend";
  if (!(is_ahead && (is_unit || is_name_of_days(unit))) && words != "this weekend")
    return std::nullopt;
  return usage_error("\"" + std::string(words) + "\" has not begun",
                     "use a period that has begun, such as week, last-week or 30d");
}

/// The error for "last 3", which lacks its unit.
std::optional<Error> span_without_unit(std::string_view words) {
  const auto space = words.find(' ');
  const std::string_view lead = words.substr(0, space);
  if (space == words.npos || (lead != "last" && lead != "past" && lead != "previous"))
    return std::nullopt;
  const auto count = number_from_word(words.substr(space + 1));
  if (!count) return std::nullopt;
  const std::string number = std::to_string(*count);
  return usage_error("\"" + std::string(words) + "\" lacks its unit",
                     "use last " + number + " days, last " + number + " weeks or last " + number +
                         " months; for a number of entries: --limit " + number);
}

Error unknown_period(std::string_view words, Day today) {
  if (auto error = slashed_day(words, today, Looking::back)) return *std::move(error);
  if (auto error = incomplete_period(words)) return *std::move(error);
  return usage_error("\"" + std::string(words) + "\" is not a period",
                     std::string(period_grammar()));
}

/// The first such month, weekday or date from `first` on; nothing for other words, and for a date
/// with its year.
std::optional<DayRange> first_from(std::string_view words, Day first) {
  const auto month = month_from_word(words);
  const auto date = month ? std::optional(WrittenDate{1, *month, {}, {}}) : date_from_words(words);
  if (date && !date->year) {
    const auto day = first_of(*date, month ? first_of_month(first) : first);
    if (!day || !fits_weekday(*date, *day)) return std::nullopt;
    return DayRange{*day, month ? last_of_month(*day) : *day};
  }
  const auto wanted = weekday_from_word(words);
  if (!wanted) return std::nullopt;
  const Day day = first + (*wanted - weekday(first) + 7) % 7;
  return day <= last_of_calendar() ? std::optional(DayRange{day, day}) : std::nullopt;
}

/// From the first day of one period to the last day of the other. Each is the latest one; when they
/// would end before they begin, the second is the first one after the first, and beside a year the
/// first is the latest one before the second.
Result<DayRange> range_between(const RangeEnds& ends, const Calendar& calendar) {
  const auto& [from, to] = ends;
  auto first = from.empty() ? std::nullopt : simple_period(from, calendar);
  auto last = to.empty() ? std::nullopt : simple_period(to, calendar);
  if (from.empty() && to.empty()) return unknown_period("..", calendar.today);
  if (!first && !from.empty()) return unknown_period(from, calendar.today);
  if (!last && !to.empty()) return unknown_period(to, calendar.today);
  if (first && last && last->until < first->since) {
    if (const auto next = first_from(to, first->since))
      last = next;
    else if ((first_from(from, last->until) || is_last_weekday(from)) &&
             civil(last->until).year >= first_safe_year)
      first = simple_period(from, {last->until, calendar.week_start});
  }
  const Day since = first ? first->since : first_of_calendar();
  const Day until = last ? last->until : std::max(calendar.today, first->until);
  if (until < since)
    return usage_error("the range ends before it begins: " + from + ".." + to,
                       "put the earlier day first: " + to + ".." + from);
  return DayRange{since, until};
}

/// "since", "from" and "after" with a period, which end today, and "until", "till" and "before",
/// which begin with year 1.
std::optional<DayRange> open_period(std::string_view words, const Calendar& calendar) {
  const auto space = words.find(' ');
  if (space == words.npos) return std::nullopt;
  const std::string_view lead = words.substr(0, space);
  const auto period = simple_period(words.substr(space + 1), calendar);
  const bool begins = has_word(beginnings, lead);
  if (!period || !(begins || has_word(endings, lead))) return std::nullopt;
  DayRange days = {first_of_calendar(), lead == "before" ? period->since - 1 : period->until};
  if (begins) {
    days.since = lead == "after" ? period->until + 1 : period->since;
    days.until = std::max({calendar.today, days.since, period->until});
  }
  const bool exists = days.since <= days.until && days.until <= last_of_calendar();
  return exists ? std::optional(days) : std::nullopt;
}

}  // namespace

Result<DayRange> period_from_words(std::string_view words, const Calendar& calendar) {
  const std::string text = plain(words);
  if (text.size() > longest_range_words) return unknown_period(words, calendar.today);
  if (const auto period = simple_period(text, calendar)) return *period;
  if (const auto period = open_period(text, calendar)) return *period;
  const auto ways = ways_to_split(without_lead(text));
  for (const auto& ends : ways)
    if (const auto range = range_between(ends, calendar)) return *range;
  if (ways.empty()) return unknown_period(words, calendar.today);
  return range_between(ways[0], calendar);
}

std::optional<Error> incomplete_period(std::string_view words) {
  const std::string text = plain(words);
  auto error = period_ahead(text);
  return error ? error : span_without_unit(text);
}

std::optional<Error> misshaped_period(std::string_view word, const Calendar& calendar) {
  const std::string lower = plain(word);
  if (auto error = incomplete_period(lower)) return error;
  if (std::ranges::count(lower, '/') == 2) return slashed_day(lower, calendar.today, Looking::back);
  const auto after_year = lower.find_first_not_of("wq", 5);  // 2026-13, 2026-W54, 2026-Q5
  const bool is_dated = lower.size() > 5 && small_number(lower.substr(0, 4)) && lower[4] == '-' &&
                        after_year != lower.npos && small_number(lower.substr(after_year, 1));
  const auto dots = lower.find("..");
  const bool is_range =
      dots != lower.npos && (simple_period(plain(lower.substr(0, dots)), calendar) ||
                             simple_period(plain(lower.substr(dots + 2)), calendar));
  if (!is_dated && !is_range) return std::nullopt;
  const auto period = period_from_words(word, calendar);
  return period ? std::nullopt : std::optional(period.error());
}

std::optional<Bound> bound_of(std::string_view words) {
  const std::string text = plain(words);
  const std::string_view lead = std::string_view(text).substr(0, text.find(' '));
  if (has_word(endings, lead)) return Bound::until;
  if (!has_word(beginnings, lead) || !ways_to_split(without_lead(text)).empty())
    return std::nullopt;
  return Bound::since;
}

std::string_view span_in(std::string_view words) {
  const auto dots = words.find("..");
  const std::string_view from = words.substr(0, dots);
  if (span_days(from)) return from;
  const std::string_view to = dots == words.npos ? std::string_view() : words.substr(dots + 2);
  return span_days(to) ? to : std::string_view();
}

std::span<const std::string_view> period_words() { return plain_words; }

std::string_view period_grammar() {
  return "use week, last-month, 30d, november, 2026, 2026-11, 2026-W47, all or FROM..TO";
}

}  // namespace connect
