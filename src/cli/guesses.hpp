// What people type who know other programs, for "did you mean".
#pragma once

#include <optional>
#include <string_view>

#include "cli/grammar.hpp"
#include "domain/suggest/act.hpp"

namespace connect::cli {

struct Guess {
  std::string_view word;
  std::string_view meant;  // in place of the word: "remove"; empty if several things may be meant
  std::string_view hint;   // where the user's line cannot be repeated
};

/// The guess for a word in place of a command; null if there is none.
const Guess* command_guess(std::string_view word);
/// The act that the words name: "thank", "check in". Empty for other words.
std::optional<Act> act_from_phrase(std::string_view words);
/// The act that a word for what was done probably means: "listened", "called".
std::optional<Act> act_guess(std::string_view words);
/// The long option of this command that is meant by an option of another program; empty if there is
/// none.
std::string_view option_guess(const Command& command, std::string_view name);

}  // namespace connect::cli
