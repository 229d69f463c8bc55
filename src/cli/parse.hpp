// Words of a command line -> what was asked.
#pragma once

#include <string>
#include <vector>

#include "cli/grammar.hpp"

namespace connect::cli {

Result<Request> parse(const std::vector<std::string>& words, const Calendar& calendar);

/// Whether the command is `complete`: a key press of Tab must never be answered by an error.
bool is_completion(const std::vector<std::string>& words);

/// Whether --json stands among the words, so that even an unreadable command line is answered in
/// the form that was asked for.
bool wants_json(const std::vector<std::string>& words);

}  // namespace connect::cli
