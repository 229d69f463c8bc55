// Parses ratings of contentment, trust and calm, and the words of `feel`.
#include <algorithm>
#include <charconv>
#include <span>

#include "cli/understand.hpp"
#include "domain/text/shell_word.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view feelings_grammar =
    "use three numbers from 0 to 10, or - to skip one: 7,6,5 or 7,-,5";

/// Splits at commas and spaces; two commas have an empty part between them.
std::vector<std::string_view> ratings_of(std::string_view text) {
  std::vector<std::string_view> parts;
  bool after_comma = true;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto end = std::min(text.find_first_of(", "), text.size());
    if (end > 0 || after_comma) parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    after_comma = text.starts_with(',');
    if (after_comma) text.remove_prefix(1);
    if (text.empty() && !after_comma) return parts;
  }
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_rating(std::string_view text) { return text == "-" || whole_number(text); }

Error no_ratings(const std::string& text, const std::vector<std::string_view>& parts) {
  const bool are_numbers = std::ranges::all_of(parts, is_rating);
  const auto is_outside = [](std::string_view part) {
    const auto value = whole_number(part);
    return value && (*value < 0 || *value > 10);
  };
  const auto outside = std::ranges::find_if(parts, is_outside);
  std::string message = "\"" + text + "\" is not a rating of contentment, trust and calm";
  if (are_numbers && parts.size() != 3)
    message = "contentment, trust and calm are three numbers, not " + std::to_string(parts.size());
  else if (are_numbers && outside != parts.end())
    message = std::string(*outside) + " is not between 0 (not at all) and 10 (completely)";
  return usage_error(std::move(message), std::string(feelings_grammar));
}

/// The error if the first or last words are a day, which belongs to --on: "6 7 5 yesterday".
std::optional<Error> day_among(const std::vector<std::string>& words, const Calendar& calendar) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string day = words_joined(std::span(words).subspan(i));
    if (is_rating(words[i]) || !day_from_words(day, calendar)) continue;
    auto before = std::span(words).first(i);
    if (!before.empty() && (before.back() == "on" || before.back() == "for"))
      before = before.first(before.size() - 1);
    if (!before.empty() && !std::ranges::all_of(ratings_of(words_joined(before)), is_rating)) break;
    return usage_error("\"" + day + "\" is a day, and needs --on",
                       "connect feel " + (before.empty() ? "6 7 5" : words_joined(before)) +
                           " --on " + shell_word(day));
  }
  for (std::size_t i = words.size(); i-- > 1;) {
    const std::string day = words_joined(std::span(words).first(i));
    const bool are_ratings =
        std::ranges::all_of(ratings_of(words_joined(std::span(words).subspan(i))), is_rating);
    if (are_ratings && day_from_words(day, calendar))
      return usage_error(
          "\"" + day + "\" is a day, and needs --on",
          "connect feel " + words_joined(std::span(words).subspan(i)) + " --on " + shell_word(day));
  }
  return std::nullopt;
}

}  // namespace

Result<Feelings> feelings_from(const std::string& text) {
  const auto parts = ratings_of(text);
  Feelings feelings;
  bool fits = parts.size() == feelings.items.size();
  for (std::size_t i = 0; fits && i < parts.size(); ++i) {
    if (parts[i] == "-") continue;
    const auto value = whole_number(parts[i]);
    fits = value && *value >= 0 && *value <= 10;
    if (fits) feelings.items[i] = static_cast<std::int8_t>(*value);
  }
  if (fits) return feelings;
  return no_ratings(text, parts);
}

Result<Invocation> understand_feel(const ParsedArgs& words, const Calendar& calendar) {
  std::vector<std::string> given = words.words;
  given.insert(given.end(), words.rest.begin(), words.rest.end());
  if (auto error = day_among(given, calendar)) return *error;
  const auto day = day_option(words, calendar);
  if (!day) return day.error();
  if (given.empty()) return Invocation{RatingsArgs{*day}};
  const auto felt = feelings_from(words_joined(given));
  if (!felt) return felt.error();
  if (felt->empty())
    return usage_error("all three feelings are skipped", "skip at most two: connect feel 6,-,5");
  return Invocation{FeelArgs{*felt, *day}};
}

}  // namespace connect::cli
