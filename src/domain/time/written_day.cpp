#include "domain/time/written_day.hpp"

#include <array>
#include <charconv>
#include <vector>

namespace connect {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// A number of one to `most_digits` digits and nothing else.
std::optional<int> digits(std::string_view text, std::size_t most_digits) {
  if (text.size() > most_digits) return std::nullopt;
  for (char c : text)
    if (c < '0' || c > '9') return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} ? std::optional(value) : std::nullopt;
}

std::optional<int> year_number(std::string_view text) {
  return text.size() == 4 ? digits(text, 4) : std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = text.find(' ');
    if (end != 0) words.push_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return words;
}

std::optional<WrittenDay> made_of(std::optional<int> day, std::optional<unsigned> month,
                                  std::optional<int> year) {
  if (!day || *day < 1 || *day > 31 || !month || *month < 1 || *month > 12) return std::nullopt;
  if (year && *year < 1) return std::nullopt;
  return WrittenDay{static_cast<unsigned>(*day), *month, year};
}

/// "20 nov", "nov 20", either with a year at the end.
std::optional<WrittenDay> with_month_name(const std::vector<std::string_view>& words) {
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const auto year = words.size() == 3 ? year_number(words[2]) : std::nullopt;
  if (words.size() == 3 && !year) return std::nullopt;
  if (const auto month = month_from_word(words[1])) return made_of(digits(words[0], 2), month, year);
  return made_of(digits(words[1], 2), month_from_word(words[0]), year);
}

/// "20.11." or "20.11.2026".
std::optional<WrittenDay> with_stops(std::string_view text) {
  const auto first = text.find('.');
  const auto second = first == text.npos ? first : text.find('.', first + 1);
  if (second == text.npos) return std::nullopt;
  const auto month = digits(text.substr(first + 1, second - first - 1), 2);
  const std::string_view rest = text.substr(second + 1);
  const auto year = year_number(rest);
  if (!month || *month < 1 || (!rest.empty() && !year)) return std::nullopt;
  return made_of(digits(text.substr(0, first), 2), static_cast<unsigned>(*month), year);
}

}  // namespace

std::optional<unsigned> month_from_word(std::string_view word) {
  for (unsigned i = 0; i < months.size(); ++i)
    if (word == months[i] || word == months[i].substr(0, 3)) return i + 1;
  return std::nullopt;
}

std::optional<WrittenDay> written_day(std::string_view text) {
  if (const auto stops = with_stops(text)) return stops;
  return with_month_name(words_of(text));
}

std::optional<Day> latest_day(const WrittenDay& written, Day today) {
  if (written.year) return day_of({*written.year, written.month, written.day});
  const int this_year = civil(today).year;
  for (int year = this_year; year > this_year - 9 && year > 0; --year) {  // 29 Feb is rare
    const auto day = day_of({year, written.month, written.day});
    if (day && *day <= today) return day;
  }
  return std::nullopt;
}

}  // namespace connect
