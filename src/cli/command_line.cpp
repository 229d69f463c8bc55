// Repeats the words of the user in a hint, with a wrong one replaced.
#include <algorithm>
#include <span>

#include "cli/understand.hpp"
#include "domain/text/shell_word.hpp"

namespace connect::cli {
namespace {

/// Whether the option's value may be the text of a note.
bool is_of_text(const Option& option) { return option.key() == "note" || option.key() == "grep"; }

/// "--note=TEXT" or "-mTEXT".
bool has_text(const Command& command, std::string_view word) {
  if (word.starts_with("--")) {
    const auto sign = word.find('=');
    const Option* option = find_option(command, word.substr(0, sign));
    return sign != word.npos && option != nullptr && is_of_text(*option);
  }
  const Option* option = find_option(command, word.substr(0, 2));
  return word.size() > 2 && option != nullptr && is_of_text(*option);
}

/// Whether other words of the command are its note.
bool has_note(const Command& command) {
  return command.operands.find("NOTE") != command.operands.npos ||
         command.operands.find("WORDS") != command.operands.npos;
}

/// Whether the word names the entry to amend: "last", or digits of an id, which are hexadecimal.
bool is_of_entry(const Command& command, std::string_view word) {
  return command.name == "amend" &&
         (word == "last" || (word.find_first_of("0123456789") != word.npos &&
                             word.find_first_not_of("0123456789abcdef") == word.npos));
}

/// Whether a word after the command's name is none that may be part of a note.
bool is_repeatable(const Command& command, const std::string& previous, const std::string& word) {
  const Option* option = find_option(command, previous);
  if (option != nullptr && option->takes != Takes::nothing) return true;
  if (word.starts_with('-')) return !has_text(command, word);
  return word.starts_with('@') || word.starts_with('+') || act_from_word(word) ||
         !has_note(command);
}

/// The place after the day that comes before the words of `ask`; 0 if there is none.
std::size_t end_of_day(const Command& command, std::span<const std::string> words) {
  if (command.name != "ask") return 0;
  std::size_t place = words.size();
  while (place > 0 && !words[place - 1].starts_with('@')) --place;
  const std::string day = place == 0 ? "" : day_before_words(words_joined(words.subspan(place)));
  if (day.empty()) return 0;
  return place + 1 + static_cast<std::size_t>(std::ranges::count(day, ' '));
}

}  // namespace

std::string CommandLine::with(std::string_view wrong, const std::string& right) const {
  if (command == nullptr) return "";
  std::string out = "connect";
  std::string previous;
  const std::size_t day_end = end_of_day(*command, words);
  bool is_replaced = false, is_text = false, is_note = false, has_person = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool is_wrong =
        !is_replaced && !is_text && (word == wrong || word.starts_with(std::string(wrong) + "="));
    if (const Option* option = find_option(*command, previous);
        !is_wrong && option != nullptr && is_of_text(*option)) {
      out.append(" ").append(option->value);
      previous.clear();
      continue;
    }
    const bool is_id = i == place + 1 && is_of_entry(*command, word);
    const bool in_note =
        is_text || (is_note && act_from_word(word)) ||
        !(is_id || (has_person && i < day_end) || is_repeatable(*command, previous, word));
    if (!is_wrong && i != place && in_note) {
      if (!has_person || !has_note(*command)) return "";
      out += is_note ? "" : " NOTE";
      is_note = true;
      previous.clear();
      continue;
    }
    has_person = has_person || word.starts_with('@');
    out += ' ';
    out += is_wrong ? right : shell_word(word);
    if (is_wrong && word.size() > wrong.size()) {  // --option=value
      const Option* option = find_option(*command, right);
      out += option != nullptr && is_of_text(*option) ? "=" + std::string(option->value)
                                                      : shell_word(word.substr(wrong.size()));
    }
    previous = is_wrong ? right : word;
    is_replaced = is_replaced || is_wrong;
    is_text = is_text || word == "--";
  }
  return is_replaced ? out : "";
}

}  // namespace connect::cli
