#include "domain/time/range_words.hpp"

#include "domain/time/day_words.hpp"

namespace connect {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool names_days(std::string_view word) {
  return date_from_words(word) || month_from_word(word) || weekday_from_word(word);
}

/// "24" or "24th" beside "27 dec" is "24 dec".
std::string completed(std::string_view text, std::string_view other) {
  const auto date = date_from_words(lower_case(other));
  if (!date || names_days(lower_case(text))) return std::string(text);
  const std::string whole = std::string(text) + " " + lower_case(month_short(date->month)) +
                            (date->year ? " " + std::to_string(*date->year) : "");
  return date_from_words(lower_case(whole)) ? whole : std::string(text);
}

}  // namespace

std::vector<RangeEnds> ways_to_split(std::string_view words) {
  const std::string text = lower_case(words);
  std::vector<RangeEnds> ways;
  for (const std::string_view sign : {"..", " to ", " until ", " till ", " - "})
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1)) {
      const std::string_view from = trimmed(words.substr(0, at));
      const std::string_view to = trimmed(words.substr(at + sign.size()));
      ways.emplace_back(completed(from, to), completed(to, from));
    }
  // Other words with a hyphen, such as 2026-11-20, are no ranges.
  for (const std::string_view hyphen : {"-", "–"}) {
    const auto at = text.find(hyphen);
    if (at == text.npos) continue;
    const std::string_view from = trimmed(words.substr(0, at));
    const std::string_view to = trimmed(words.substr(at + hyphen.size()));
    RangeEnds ends{completed(from, to), completed(to, from)};
    if (names_days(lower_case(ends.first)) && names_days(lower_case(ends.second)))
      ways.push_back(std::move(ends));
  }
  return ways;
}

}  // namespace connect
