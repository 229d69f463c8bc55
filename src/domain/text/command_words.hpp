// The words of a command in a setting or a variable, which no shell parses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// Splits at spaces and tabs; quotes mean nothing.
std::vector<std::string> command_words(std::string_view command);

}  // namespace connect
