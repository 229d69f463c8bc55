// rest_days_from_words: days that are planned.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "domain/time/dates.hpp"
#include "domain/time/day_words.hpp"
#include "domain/time/range_words.hpp"

namespace connect {
namespace {

// Days; a longer range without years was hardly meant.
constexpr int longest_guess = 183;

/// The text after `prefix`, or nothing if it begins otherwise.
std::optional<std::string_view> text_after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  return text.substr(prefix.size());
}

/// The first day of this weekday from `first` on, also for "this mon".
std::optional<Day> next_weekday(std::string_view word, Day first) {
  const auto wanted = weekday_from_word(text_after(word, "this ").value_or(word));
  if (!wanted) return std::nullopt;
  return first + (*wanted - weekday(first) + 7) % 7;
}

/// "last sat", "in 3 days" and "in a month".
std::optional<Day> counted_day(std::string_view text, Day today) {
  if (const auto word = text_after(text, "last "))
    if (const auto wanted = weekday_from_word(*word))
      return today - ((weekday(today) - *wanted + 6) % 7 + 1);
  const auto words = text_after(text, "in ");
  if (!words) return std::nullopt;
  if (const auto days = days_from_words(*words)) return today + *days;
  const auto months = months_from_words(*words);
  return months ? months_after(today, *months) : std::nullopt;
}

/// The day of a date whose weekday may not fit.
std::optional<Day> written_day(std::string_view text, Day since) {
  const auto date = date_from_words(text);
  return date ? first_of(*date, since) : std::nullopt;
}

/// One day: a weekday from `weekday_since` on, a date without a year from `since` on.
std::optional<Day> one_day(std::string_view text, Day today, Day since, Day weekday_since) {
  text = without_article(text);
  if (text == "tonight" || text == "this evening") return today;
  if (const auto day = relative_day(text, today)) return day;
  if (const auto day = next_weekday(text, weekday_since)) return day;
  // On a Monday, "next mon" can only be the one after today.
  if (const auto word = text_after(text, "next "))
    if (weekday_from_word(*word) == weekday(today)) return today + 7;
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
  text = without_article(text);
  if (const auto days = days_from_words(text); days && *days > 0)
    return DayRange{today, today + (*days - 1)};
  if (const auto months = months_from_words(text))
    if (const auto end = months_after(today, *months)) return DayRange{today, *end - 1};
  if (text == "this week") return DayRange{today, week + 6};
  if (text == "next week") return DayRange{week + 7, week + 13};
  if (text == "last week") return DayRange{week - 7, week - 1};
  if (text == "next month") {
    const Day first = last_of_month(today) + 1;
    return DayRange{first, last_of_month(first)};
  }
  const Day sunday = today + (6 - weekday(today));
  if (text == "weekend" || text == "this weekend")
    return DayRange{std::max(today, sunday - 1), sunday};
  if (text == "next weekend" && weekday(today) >= 5) return DayRange{sunday + 6, sunday + 7};
  return std::nullopt;
}

/// Weeks and months that rest days may fill: "week", "month", "december", "december 2027", "w52".
/// From today on if they have begun, else the next such.
std::optional<DayRange> whole_days(std::string_view text, const Calendar& calendar) {
  const Day today = calendar.today;
  text = text_after(text, "in ").value_or(text);
  if (text == "week") return named_days("this week", calendar);
  if (text == "month" || text == "this month") return DayRange{today, last_of_month(today)};
  const auto space = text.find(' ');
  const std::string_view name = text.substr(0, space);
  const auto year = space == text.npos ? std::nullopt : small_number(text.substr(space + 1));
  if (const auto month = month_from_word(name); month && (space == text.npos || year)) {
    const Civil now = civil(today);
    const auto first = day_of({year.value_or(now.year + (*month < now.month ? 1 : 0)), *month, 1});
    if (!first || last_of_month(*first) < today) return std::nullopt;
    return DayRange{std::max(*first, today), last_of_month(*first)};
  }
  const auto number = text_after(text, "week ") ? text_after(text, "week ") : text_after(text, "w");
  const auto week = number ? small_number(*number) : std::nullopt;
  if (!week || *week < 1 || *week > 53) return std::nullopt;
  for (int ahead = 0; ahead < 53 * 7; ahead += 7)
    if (const Day monday = today - weekday(today) + ahead; iso_week(monday).week == *week)
      return DayRange{std::max(monday, today), monday + 6};
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
  if (text == "next weekend") {
    const Day saturday = calendar.today + (5 - weekday(calendar.today));
    return usage_error("\"" + std::string(words) + "\" could be " + iso(saturday) + ".." +
                           iso(saturday + 1) + " or " + iso(saturday + 7) + ".." +
                           iso(saturday + 8),
                       "use one of these dates");
  }
  return unknown_day(words, calendar.today, Looking::ahead, rest_grammar());
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

/// From today to this day, which "until" or the words of a range name.
Result<DayRange> until_day(const std::string& words, const Calendar& calendar) {
  const Day today = calendar.today;
  const std::string text = lower_case(words);
  const auto last = one_day(text, today);
  if (!last) return not_one_day(words, calendar);
  const std::string quoted = "\"" + words + "\"";
  if (*last == today && next_weekday(text, today))
    return usage_error(quoted + " could be today or " + iso(today + 7),
                       "connect rest today, or connect rest until " + iso(today + 7));
  if (*last < today)
    return usage_error(
        quoted + " is over, and these days would begin today",
        "name the first day, too: connect rest " + iso(*last - 2) + ".." + iso(*last));
  const int days = *last - today + 1;
  if (const auto date = date_from_words(text); days > longest_guess && date && !date->year)
    return usage_error("\"until " + words + "\" would be " + std::to_string(days) + " days",
                       "add the year: connect rest until " + iso(*last));
  return DayRange{today, *last};
}

/// The error for days that begin on this one and do not end.
Error without_end(std::string_view words, Day since) {
  return usage_error("\"" + std::string(words) + "\" has no last day",
                     "name the last day, too: connect rest " + iso(since) + ".." + iso(since + 6));
}

Result<DayRange> range_of(const RangeEnds& ends, const Calendar& calendar) {
  const std::string from = lower_case(ends.first), to = lower_case(ends.second);
  if (!to.empty() && (from.empty() || from == "today")) return until_day(ends.second, calendar);
  if (const auto since = one_day(from, calendar.today); since && to.empty())
    return without_end(ends.first + "..", *since);
  const auto range = between(from, to, calendar.today);
  if (!range)
    return not_one_day(one_day(from, calendar.today) ? ends.second : ends.first, calendar);
  const std::string words = ends.first + ".." + ends.second;
  if (range->until < range->since)
    return usage_error(
        "the range ends before it begins: " + words,
        "put the earlier day first: " + iso(range->until) + ".." + iso(range->since));
  if (const int days = range->until - range->since + 1;
      days > longest_guess && lacks_years(from, to))
    return usage_error(
        "\"" + words + "\" would be " + std::to_string(days) + " days",
        "put the earlier day first: " + ends.second + ".." + ends.first + ", or add the years");
  return *range;
}

/// The range, if the words are two days without anything between them but a comma or "and".
std::optional<DayRange> two_days(std::string_view words, Day today) {
  std::string text(words);  // with a space after each comma
  for (auto at = text.find(','); at != text.npos; at = text.find(',', at + 1))
    if (at + 1 < text.size() && text[at + 1] != ' ') text.insert(at + 1, " ");
  for (auto at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    std::string_view first = std::string_view(text).substr(0, at);
    if (first.ends_with(" and")) first.remove_suffix(4);
    if (first.ends_with(',')) first.remove_suffix(1);
    const auto since = one_day(first, today);
    const auto until = one_day(std::string_view(text).substr(at + 1), today);
    if (since && until) return DayRange{std::min(*since, *until), std::max(*since, *until)};
  }
  return std::nullopt;
}

/// The weekdays of "weekends", "every sunday" or "mondays and fridays", as a list of the setting
/// rest_days; empty for other words.
std::string every_week(std::string_view words) {
  std::string text = lower_case(words);
  bool is_weekly = false;
  for (const std::string_view lead : {"on ", "every ", "each "})
    if (text.starts_with(lead)) {
      text.erase(0, lead.size());
      is_weekly = is_weekly || lead != "on ";
    }
  std::array<bool, 7> days{};
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(" ,", at), text.size());
    std::string word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "and") continue;
    if (word.size() > 3 && word.ends_with('s')) {
      word.pop_back();
      is_weekly = true;
    }
    const auto day = weekday_from_word(word);
    if (!day && word != "weekend") return "";
    if (day) days[static_cast<std::size_t>(*day)] = true;
    if (!day) days[5] = days[6] = true;
  }
  std::string list;
  for (int i = 0; i < 7 && is_weekly; ++i)
    if (days[static_cast<std::size_t>(i)])
      list += (list.empty() ? "\"" : ", \"") + lower_case(weekday_name(i).substr(0, 3)) + "\"";
  return list;
}

Result<DayRange> days_of(std::string_view words, const Calendar& calendar) {
  const std::string_view typed = words;
  for (const std::string_view lead : {"for ", "on ", "from "})
    if (lower_case(words).starts_with(lead)) {
      words.remove_prefix(lead.size());
      break;
    }
  const std::string text = lower_case(words);
  for (const std::string_view lead : {"until ", "till "})
    if (text.starts_with(lead)) return until_day(std::string(words.substr(lead.size())), calendar);
  auto days = named_days(text, calendar);
  if (!days) days = whole_days(text, calendar);
  if (const auto day = one_day(text, calendar.today)) days = DayRange{*day, *day};
  if (days && lower_case(typed).starts_with("from ")) return without_end(typed, days->since);
  if (days) return *days;
  const auto ways = ways_to_split(words);
  for (const auto& ends : ways)
    if (const auto range = range_of(ends, calendar)) return *range;
  if (!ways.empty()) return range_of(ways[0], calendar);
  const auto two = date_from_words(text) ? std::nullopt : two_days(text, calendar.today);
  const bool is_range = two && (two->until - two->since == 1 || text.find(" and ") == text.npos);
  if (two)
    return usage_error("\"" + std::string(words) + "\" names two days",
                       "connect rest " + iso(two->since) +
                           (is_range ? ".." : ", then connect rest ") + iso(two->until));
  return not_one_day(words, calendar);
}

}  // namespace

std::string_view rest_grammar() {
  return "use tomorrow, sat, 3d, 2w, next week, 24 dec, until 6 jan, 2026-12-24 or FROM..TO";
}

Result<DayRange> rest_days_from_words(std::string_view words, const Calendar& calendar) {
  const auto refused = [&] {
    return unknown_day(words, calendar.today, Looking::ahead, rest_grammar());
  };
  if (words.size() > longest_range_words) return refused();
  if (const std::string days = every_week(words); !days.empty())
    return usage_error("\"" + std::string(words) + "\" means days of every week",
                       "set them with connect config edit: rest_days = [" + days + "]");
  auto days = days_of(words, calendar);
  // Counting from today may lead out of the calendar.
  const DayRange whole = {*day_of({1, 1, 1}), *day_of({9999, 12, 31})};
  if (days && (!whole.contains(days->since) || !whole.contains(days->until))) return refused();
  return days;
}

namespace {

/// The day of these words for a follow-up: a weekday is the next one, "3d" in three days, and of
/// several days it is the first.
std::optional<Day> follow_up_day(std::string_view text, const Calendar& calendar) {
  const Day today = calendar.today;
  if (const auto days = days_from_words(text)) return today + *days;
  if (const auto months = months_from_words(text)) return months_after(today, *months);
  if (const auto day = one_day(text, today, today, today + 1)) return day;
  if (const auto days = named_days(text, calendar))
    return days->until < today ? days->since : std::max(days->since, today);
  return std::nullopt;
}

constexpr std::string_view follow_up_grammar =
    "use tomorrow, fri, 3d, next week, 24 dec or 2026-12-24";

/// "31.11." or "99999d".
bool is_number_with_marks(std::string_view word) {
  constexpr std::string_view digits = "0123456789";
  return digits.find(word[0]) != digits.npos && word.find_first_not_of(digits) != word.npos;
}

/// Whether the word names a month, and nothing else: not "may" and "march".
bool is_only_month(std::string_view word) {
  return month_from_word(word) && word != "may" && word != "mar" && word != "march";
}

/// Whether the text begins like a day that is not understood: "31.11.", "feb 30", "99999d", "in a
/// month", "end of month", "january", "until friday".
bool begins_like_day(std::string_view text, const Calendar& calendar) {
  std::array<std::string_view, 3> words;
  for (auto& word : words) {
    word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  const auto& [first, second, third] = words;
  constexpr std::string_view digits = "0123456789";
  const auto begins_with_digit = [&](std::string_view word) {
    return !word.empty() && digits.find(word[0]) != digits.npos;
  };
  const auto is_unit = [](std::string_view word) {
    for (const std::string_view unit : {"day", "week", "month", "year"})
      if (word.starts_with(unit) && word.size() <= unit.size() + 1) return true;
    return false;
  };
  const auto number = first.find_first_not_of(digits);
  const bool has_marks =
      number != first.npos && first.find_first_not_of("0123456789-./") == first.npos;
  const bool is_span = number != first.npos && number + 1 == first.size() &&
                       std::string_view("dwmy").find(first[number]) != std::string_view::npos;
  if (begins_with_digit(first))
    return has_marks || is_span ||
           (number == first.npos && (is_unit(second) || month_from_word(second)));
  if (is_only_month(first) || first == "week" || first == "month") return true;
  if (month_from_word(first)) return begins_with_digit(second);
  if (first == "in")
    return begins_with_digit(second) || month_from_word(second) ||
           (second == "a" && is_unit(third));
  for (const std::string_view lead : {"until", "till", "before", "after", "since", "from"})
    if (first == lead)
      return begins_with_digit(second) || month_from_word(second) ||
             one_day(second, calendar.today);
  if (first == "last") return is_unit(second) || second == "night";
  if (first == "day" || (first == "the" && second == "day"))
    return (first == "day" ? second : third) == "before";
  if (first == "a" || first == "next" || first == "this") return is_unit(second);
  return first == "end" && second == "of";
}

/// The error for words that look like a day but are none, such as "31 feb", or that could be two.
std::optional<Error> doubtful_day(std::string_view text, std::string_view first_word,
                                  const Calendar& calendar) {
  const Day today = calendar.today;
  if (auto error = slashed_day(first_word, today, Looking::ahead)) return error;
  const bool is_iso = first_word.size() == 10 && first_word[4] == '-' && first_word[7] == '-' &&
                      small_number(first_word.substr(0, 4));
  const auto second = text_after(text, std::string(first_word) + " ");
  const std::string word(second ? second->substr(0, second->find(' ')) : "");
  if (is_iso) return unknown_day(first_word, today, Looking::ahead, follow_up_grammar);
  if (small_number(first_word) && month_from_word(word))
    return unknown_day(text.substr(0, first_word.size() + 1 + word.size()), today, Looking::ahead,
                       follow_up_grammar);
  const auto next = next_weekday(word == "weekend" ? "sat" : word, today + 1);
  const bool is_whole = word.empty() || is_number_with_marks(first_word) || first_word == "week" ||
                        first_word == "month" || (is_only_month(first_word) && !small_number(word));
  if (begins_like_day(text, calendar))
    return usage_error("cannot tell which day \"" + std::string(first_word) +
                           (is_whole ? "" : " " + word) + "\" means",
                       std::string(follow_up_grammar) + "; for other words put -- before them");
  if (first_word != "next" || !next) return std::nullopt;
  return usage_error("\"next " + word + "\" could be " + iso(*next) + " or " + iso(*next + 7),
                     "use " + word + " for the first, or the date");
}

}  // namespace

Result<std::optional<LeadingDay>> leading_day(std::string_view text, const Calendar& calendar) {
  constexpr int most_words = 5;  // "on fri 20 nov 2026"
  const std::string lower = lower_case(text);
  std::size_t start = 0;
  for (const std::string_view lead : {"on ", "by ", "at "})
    if (lower.starts_with(lead)) start = lead.size();
  std::vector<std::size_t> ends;
  for (auto at = start; at != lower.npos && ends.size() < most_words;) {
    const auto end = lower.find(' ', at);
    ends.push_back(end == lower.npos ? lower.size() : end);
    at = end == lower.npos ? end : end + 1;
  }
  for (std::size_t i = ends.size(); i-- > 0;) {
    std::string_view words = std::string_view(lower).substr(start, ends[i] - start);
    while (words.ends_with(',') || words.ends_with(':')) words.remove_suffix(1);
    const auto day = follow_up_day(words, calendar);
    // "fri 20 nov" that is a Saturday; "fri" alone was not meant.
    if (!day && date_from_words(words))
      return unknown_day(words, calendar.today, Looking::ahead, follow_up_grammar);
    if (!day) continue;
    // "29 feb 2027": without the year it would be the day of another one.
    const std::string_view rest =
        std::string_view(lower).substr(std::min(ends[i] + 1, lower.size()));
    const std::string_view year = rest.substr(0, rest.find(' '));
    if (const auto date = date_from_words(words);
        date && !date->year && year.size() == 4 && small_number(year))
      return unknown_day(std::string(words) + " " + std::string(year), calendar.today,
                         Looking::ahead, follow_up_grammar);
    if (*day < calendar.today || iso(*day).size() != 10)
      return usage_error("\"" + std::string(text.substr(start, ends[i] - start)) +
                             "\" is over, and a follow-up lies ahead",
                         "use a day to come, such as tomorrow, fri, 3d or 24 dec");
    return std::optional(LeadingDay{*day, ends[i]});
  }
  if (!ends.empty())
    if (auto error = doubtful_day(std::string_view(lower).substr(start),
                                  std::string_view(lower).substr(start, ends[0] - start), calendar))
      return *std::move(error);
  return std::optional<LeadingDay>();
}

}  // namespace connect
