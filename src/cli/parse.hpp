// Parses a command line: tokens by the command table, then arguments by the command's own function.
#pragma once

#include <string>
#include <vector>

#include "cli/grammar.hpp"

namespace connect::cli {

/// `words`: without the program's name. `calendar`: what words such as "yesterday" refer to. Every
/// error is a usage error.
Result<Request> parse(const std::vector<std::string>& words, const Calendar& calendar);

/// Whether the command is `complete` with the kind of names, which must never print an error. Alone
/// it was typed by somebody who means `done`.
bool is_completion(const std::vector<std::string>& words);

/// Of a command line that does not parse: the words from the one in place of a command on; empty if
/// that is a command.
std::vector<std::string> words_of_no_command(const std::vector<std::string>& words);
/// Of such a line: the value of --ledger, or empty.
std::string ledger_option(const std::vector<std::string>& words);

/// Whether --json or --format json is given, so that a command line that does not parse is still
/// answered in JSON.
bool wants_json(const std::vector<std::string>& words);

}  // namespace connect::cli
