// rest_days_from_words: days that are planned.
#include <algorithm>
#include <utility>
#include <vector>

#include "domain/time/dates.hpp"
#include "domain/time/day_words.hpp"

namespace connect {
namespace {

// Days; a longer range without years was hardly meant.
constexpr int longest_guess = 183;
// Longer text cannot be days, and would take long to split in every way.
constexpr std::size_t longest_words = 80;

/// The text after `prefix`, or nothing if it begins otherwise.
std::optional<std::string_view> text_after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  return text.substr(prefix.size());
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// The first day of this weekday from `first` on, also for "this mon".
std::optional<Day> next_weekday(std::string_view word, Day first) {
  const auto wanted = weekday_from_word(text_after(word, "this ").value_or(word));
  if (!wanted) return std::nullopt;
  return first + (*wanted - weekday(first) + 7) % 7;
}

/// "last sat", "3d ago" and "in 3 days".
std::optional<Day> counted_day(std::string_view text, Day today) {
  if (const auto word = text_after(text, "last "))
    if (const auto wanted = weekday_from_word(*word))
      return today - ((weekday(today) - *wanted + 6) % 7 + 1);
  if (text.ends_with(" ago"))
    if (const auto days = days_from_words(text.substr(0, text.size() - 4))) return today - *days;
  if (const auto words = text_after(text, "in "))
    if (const auto days = days_from_words(*words)) return today + *days;
  return std::nullopt;
}

/// The day of a date whose weekday may not fit.
std::optional<Day> written_day(std::string_view text, Day since) {
  const auto date = date_from_words(text);
  return date ? first_of(*date, since) : std::nullopt;
}

/// One day: a weekday from `weekday_since` on, a date without a year from `since` on.
std::optional<Day> one_day(std::string_view text, Day today, Day since, Day weekday_since) {
  if (text == "today") return today;
  if (text == "tomorrow") return today + 1;
  if (text == "yesterday") return today - 1;
  if (const auto day = next_weekday(text, weekday_since)) return day;
  if (const auto day = counted_day(text, today)) return day;
  if (const auto day = written_day(text, since))
    return fits_weekday(*date_from_words(text), *day) ? day : std::nullopt;
  return day_from_iso(text);
}

std::optional<Day> one_day(std::string_view text, Day today) {
  return one_day(text, today, today, today);
}

/// Several days with a name of their own: "3d", "next week".
std::optional<DayRange> named_days(std::string_view text, const Calendar& calendar) {
  const Day today = calendar.today;
  const Day week = first_of_week(today, calendar.week_start);
  if (const auto days = days_from_words(text); days && *days > 0)
    return DayRange{today, today + (*days - 1)};
  if (text == "this week") return DayRange{today, week + 6};
  if (text == "next week") return DayRange{week + 7, week + 13};
  if (text == "next month") {
    const Day first = last_of_month(today) + 1;
    return DayRange{first, last_of_month(first)};
  }
  if (text == "weekend" || text == "this weekend" || text == "the weekend") {
    const Day sunday = today + (6 - weekday(today));
    return DayRange{std::max(today, sunday - 1), sunday};
  }
  return std::nullopt;
}

/// The error for text that is not one day. `words`: as it was typed.
Error not_one_day(std::string_view words, const Calendar& calendar) {
  const std::string text = lower_case(words);
  if (named_days(text, calendar))
    return usage_error("\"" + std::string(words) + "\" is more than one day",
                       "name the first and the last day: 2026-12-24..2026-12-27");
  if (const auto word = text_after(text, "next "))
    if (const auto first = next_weekday(*word, calendar.today + 1))
      return usage_error(
          "\"" + std::string(words) + "\" could be " + iso(*first) + " or " + iso(*first + 7),
          "use one of these dates");
  return unknown_day(words, written_day(text, calendar.today), rest_grammar());
}

/// "24" beside "27 dec" is "24 dec".
std::string completed(std::string_view text, std::string_view other) {
  const bool is_number = !text.empty() && text.size() <= 2 &&
                         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  const auto date = is_number ? date_from_words(other) : std::nullopt;
  if (!date) return std::string(text);
  return std::string(text) + " " + std::string(month_short(date->month)) +
         (date->year ? " " + std::to_string(*date->year) : "");
}

/// The range between these days. Without years it is the first such range that is not over yet.
std::optional<DayRange> between(const std::string& from, const std::string& to, Day today) {
  const auto range_since = [&](Day since) -> std::optional<DayRange> {
    const auto until = one_day(to, today, since, since + 1);
    return until ? std::optional(DayRange{since, *until}) : std::nullopt;
  };
  const auto since = one_day(from, today);
  if (!since) return std::nullopt;
  if (const auto date = date_from_words(from); date && !date->year)
    if (const auto past = latest_of(*date, today); past && fits_weekday(*date, *past))
      if (const auto range = range_since(*past); range && range->until >= today) return range;
  return range_since(*since);
}

/// Whether both are dates without a year, as in "27 dec..24 dec".
bool lacks_years(std::string_view from, std::string_view to) {
  const auto first = date_from_words(from);
  const auto last = date_from_words(to);
  return first && last && !first->year && !last->year;
}

Result<DayRange> range_of(std::string_view from_words, std::string_view to_words,
                          const Calendar& calendar) {
  const std::string from = lower_case(completed(from_words, lower_case(to_words)));
  const std::string to = lower_case(completed(to_words, lower_case(from_words)));
  const auto range = between(from, to, calendar.today);
  if (!range) return not_one_day(one_day(from, calendar.today) ? to_words : from_words, calendar);
  if (range->until < range->since)
    return usage_error(
        "the range ends before it begins: " + std::string(from_words) + ".." +
            std::string(to_words),
        "put the earlier day first: " + iso(range->until) + ".." + iso(range->since));
  if (const int days = range->until - range->since + 1;
      days > longest_guess && lacks_years(from, to))
    return usage_error("\"" + std::string(from_words) + ".." + std::string(to_words) +
                           "\" would be " + std::to_string(days) + " days",
                       "put the earlier day first, or add the years: " + iso(range->since) + ".." +
                           iso(range->until));
  return *range;
}

using Ends = std::pair<std::string_view, std::string_view>;

/// Every way to split "FROM..TO" or "FROM to TO". There may be several, because "24.12." ends with
/// a dot.
std::vector<Ends> ways_to_split(std::string_view words) {
  const std::string text = lower_case(words);
  std::vector<Ends> ways;
  for (const std::string_view sign : {"..", " to ", " until ", " till ", " - "})
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1))
      ways.emplace_back(trimmed(words.substr(0, at)), trimmed(words.substr(at + sign.size())));
  return ways;
}

/// The range, if the words are two days without anything between them but a comma or "and".
std::optional<DayRange> two_days(std::string_view text, Day today) {
  for (auto at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    std::string_view first = text.substr(0, at);
    if (first.ends_with(" and")) first.remove_suffix(4);
    if (first.ends_with(',')) first.remove_suffix(1);
    const auto since = one_day(first, today);
    const auto until = one_day(text.substr(at + 1), today);
    if (since && until) return DayRange{std::min(*since, *until), std::max(*since, *until)};
  }
  return std::nullopt;
}

Result<DayRange> days_of(std::string_view words, const Calendar& calendar) {
  for (const std::string_view lead : {"for ", "on ", "from "})
    if (lower_case(words).starts_with(lead)) {
      words.remove_prefix(lead.size());
      break;
    }
  const std::string text = lower_case(words);
  for (const std::string_view lead : {"until ", "till "})
    if (text.starts_with(lead)) return range_of("today", words.substr(lead.size()), calendar);
  if (const auto days = named_days(text, calendar)) return *days;
  if (const auto day = one_day(text, calendar.today)) return DayRange{*day, *day};
  // On a Monday, "next mon" can only be the one after today.
  if (const auto word = text_after(text, "next "))
    if (weekday_from_word(*word) == weekday(calendar.today))
      return DayRange{calendar.today + 7, calendar.today + 7};
  const auto ways = ways_to_split(words);
  for (const auto& [from, to] : ways)
    if (const auto range = range_of(from, to, calendar)) return *range;
  if (!ways.empty()) return range_of(ways[0].first, ways[0].second, calendar);
  const auto days = date_from_words(text) ? std::nullopt : two_days(text, calendar.today);
  if (days)
    return usage_error("\"" + std::string(words) + "\" names two days",
                       "connect rest " + iso(days->since) + ".." + iso(days->until));
  return not_one_day(words, calendar);
}

}  // namespace

std::string_view rest_grammar() {
  return "use tomorrow, sat, 3d, 2w, next week, 24 dec, until 6 jan, 2026-12-24 or FROM..TO";
}

Result<DayRange> rest_days_from_words(std::string_view words, const Calendar& calendar) {
  const auto refused = [&] { return unknown_day(words, std::nullopt, rest_grammar()); };
  if (words.size() > longest_words) return refused();
  auto days = days_of(words, calendar);
  // Counting from today may lead out of the calendar.
  const DayRange whole = {*day_of({1, 1, 1}), *day_of({9999, 12, 31})};
  if (days && (!whole.contains(days->since) || !whole.contains(days->until))) return refused();
  return days;
}

}  // namespace connect
