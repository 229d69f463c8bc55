#include "domain/time/simple_periods.hpp"

#include <algorithm>
#include <cctype>

#include "domain/time/day_words.hpp"

namespace connect {
namespace {

constexpr int most_months = 1200;  // a century

DayRange month_of(int year, unsigned month) {
  const Day first = *day_of({year, month, 1});
  return {first, last_of_month(first)};
}

/// 2026, 2026-11, 2026-W47 or 2026-Q4, in lower case.
std::optional<DayRange> iso_unit(std::string_view text) {
  const auto year = small_number(text.substr(0, 4));
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
    const int week = small_number(rest.substr(2)).value_or(0);
    const Day fourth = *day_of({*year, 1, 4});  // always in week 1
    const Day monday = fourth - weekday(fourth) + (week - 1) * 7;
    if (iso_week(monday) != IsoWeek{*year, week}) return std::nullopt;
    return DayRange{monday, std::min(monday + 6, *day_of({9999, 12, 31}))};  // no day comes after
  }
  const auto month = small_number(rest.substr(1));
  if (rest.size() != 3 || !month || *month < 1 || *month > 12) return std::nullopt;
  return month_of(*year, static_cast<unsigned>(*month));
}

/// The last days, weeks, months or years up to today, from "7d", "2w", "12m" or "2y".
std::optional<DayRange> span(std::string_view word, Day today) {
  if (const auto days = span_days(word)) return DayRange{today - std::max(*days - 1, 0), today};
  if (word.size() < 2 || (word.back() != 'm' && word.back() != 'y')) return std::nullopt;
  const auto count = small_number(word.substr(0, word.size() - 1));
  const int months = count.value_or(0) * (word.back() == 'y' ? 12 : 1);
  if (months < 1 || months > most_months) return std::nullopt;
  const auto before = months_after(today, -months);
  return before ? std::optional(DayRange{*before + 1, today}) : std::nullopt;
}

/// "7 days" or "seven days" as "7d", "a week" as "1w"; empty if this is not a number and a unit.
std::string short_span(std::string_view words) {
  const auto space = words.find(' ');
  const std::string_view number = words.substr(0, space);
  const auto count = number == "a" ? std::optional(1) : number_from_word(number);
  if (space == words.npos || !count) return "";
  std::string_view unit = words.substr(space + 1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  for (const std::string_view known : {"day", "week", "month", "year"})
    if (unit == known) return std::to_string(*count) + known[0];
  return "";
}

/// Week 47 of a year for "w47", quarter 4 for "q4".
std::optional<DayRange> unit_of_year(const std::string& year, std::string unit) {
  if (year.size() != 4 || unit.size() < 2 || (unit[0] != 'w' && unit[0] != 'q'))
    return std::nullopt;
  if (unit[0] == 'w' && unit.size() == 2) unit.insert(1, "0");
  return iso_unit(year + "-" + unit);
}

/// "w47", "week 47" or "q4": the latest that has begun, or that of a year before or after it.
std::optional<DayRange> numbered_unit(std::string_view words, Day today) {
  constexpr std::string_view week = "week ";
  std::string name(words);
  if (const auto at = name.find(week); at != name.npos) name.replace(at, week.size(), "w");
  if (const auto space = name.find(' '); space != name.npos) {
    const std::string first = name.substr(0, space), second = name.substr(space + 1);
    return small_number(first) ? unit_of_year(first, second) : unit_of_year(second, first);
  }
  constexpr int most_years = 7;  // from one week 53 to the next
  const int year = iso_week(today).year;
  for (int back = 0; back <= most_years; ++back)
    if (const auto days = unit_of_year(std::to_string(year - back), name);
        days && days->since <= today)
      return days;
  return std::nullopt;
}

std::optional<DayRange> named_month(std::string_view words, Day today) {
  const auto space = words.find(' ');
  const std::string_view first = words.substr(0, space);
  if (space != words.npos) {
    const std::string_view second = words.substr(space + 1);
    const auto month = month_from_word(small_number(first) ? second : first);
    const std::string_view year_text = small_number(first) ? first : second;
    const auto year = year_text.size() == 4 ? small_number(year_text) : std::nullopt;
    if (!month || !year || *year < 1) return std::nullopt;
    return month_of(*year, *month);
  }
  const auto month = month_from_word(first);
  if (!month) return std::nullopt;
  const int year = civil(today).year - (*month > civil(today).month ? 1 : 0);
  return month_of(year, *month);
}

bool is_weekend(Day day) { return weekday(day) >= 5; }
Day latest_saturday(Day today) { return today - (weekday(today) + 2) % 7; }

std::optional<DayRange> last_unit(std::string_view unit, const Calendar& calendar) {
  const Day week = first_of_week(calendar.today, calendar.week_start);
  const Day month = first_of_month(calendar.today);
  const int year = civil(calendar.today).year;
  if (unit == "week") return DayRange{week - 7, week - 1};
  if (unit == "month") return DayRange{first_of_month(month - 1), month - 1};
  if (unit == "year") return iso_unit(std::to_string(year - 1));
  if (unit == "weekend") {
    const Day saturday = latest_saturday(calendar.today) - (is_weekend(calendar.today) ? 7 : 0);
    return DayRange{saturday, saturday + 1};
  }
  return std::nullopt;
}

std::optional<DayRange> this_unit(std::string_view unit, const Calendar& calendar) {
  const Day today = calendar.today;
  if (unit == "week") return DayRange{first_of_week(today, calendar.week_start), today};
  if (unit == "month") return DayRange{first_of_month(today), today};
  if (unit == "year") return DayRange{*day_of({civil(today).year, 1, 1}), today};
  if (unit == "weekend" && is_weekend(today)) return DayRange{latest_saturday(today), today};
  return std::nullopt;
}

std::optional<DayRange> single_day(std::string_view words, Day today) {
  const auto day = day_looking_back(words, today);
  return day ? std::optional(DayRange{*day, *day}) : std::nullopt;
}

/// The last days up to today, from "7d", "2w" or "7 days".
std::optional<DayRange> last_days(std::string_view words, Day today) {
  const auto days = span(words, today);
  return days ? days : span(short_span(words), today);
}

/// What follows "last": a unit, a span or a weekday.
std::optional<DayRange> after_last(std::string_view words, const Calendar& calendar) {
  if (const auto unit = last_unit(words, calendar)) return unit;
  if (const auto days = last_days(words, calendar.today)) return days;
  return weekday_from_word(words) ? single_day(words, calendar.today) : std::nullopt;
}

/// What follows "past": "week" is the last seven days.
std::optional<DayRange> after_past(std::string_view words, const Calendar& calendar) {
  if (words == "weekend") return last_unit(words, calendar);
  if (weekday_from_word(words)) return single_day(words, calendar.today);
  const auto days = last_days(words, calendar.today);
  return days ? days : last_days("1 " + std::string(words), calendar.today);
}

/// What follows "in": a month, or a year and its parts.
std::optional<DayRange> after_in(std::string_view words, Day today) {
  const auto month = named_month(words, today);
  return month ? month : iso_unit(words);
}

}  // namespace

std::string plain(std::string_view words) {
  constexpr std::string_view article = "the ";
  std::string out;
  const auto drop_article = [&] {
    const auto at = out.size() - std::min(out.size(), article.size());
    if (out.ends_with(article) && (at == 0 || out[at - 1] == ' ' || out[at - 1] == '.'))
      out.erase(at);
  };
  for (char c : words) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (c == ' ') drop_article();
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::optional<DayRange> simple_period(std::string_view words, const Calendar& calendar) {
  const Day today = calendar.today;
  if (words == "all") return DayRange{*day_of({1, 1, 1}), *day_of({9999, 12, 31})};
  if (words == "on weekend") return simple_period("weekend", calendar);
  if (words.starts_with("on ")) return single_day(words.substr(3), today);
  // "this past week", "these last 7 days"
  for (const std::string_view lead : {"this past ", "this last ", "these past ", "these last "})
    if (words.starts_with(lead)) words.remove_prefix(words.find(' ') + 1);
  if (words.starts_with("this ") || words.starts_with("this-")) {
    const auto unit = this_unit(words.substr(5), calendar);
    return unit ? unit : single_day(words, today);
  }
  for (const std::string_view lead : {"last", "previous"}) {
    if (words.size() <= lead.size() || !words.starts_with(lead)) continue;
    const std::string_view rest = words.substr(lead.size() + 1);
    if (words[lead.size()] == ' ') return after_last(rest, calendar);
    if (words[lead.size()] == '-') return last_unit(rest, calendar);
  }
  if (words.starts_with("past ")) return after_past(words.substr(5), calendar);
  if (words.starts_with("in ")) return after_in(words.substr(3), today);
  if (const auto unit = this_unit(words, calendar)) return unit;
  if (words == "weekend") return last_unit(words, calendar);  // on a working day the latest one
  if (const auto days = last_days(words, today)) return days;
  if (const auto month = named_month(words, today)) return month;
  if (const auto unit = numbered_unit(words, today)) return unit;
  if (const auto unit = iso_unit(words)) return unit;
  return single_day(words, today);
}

}  // namespace connect
