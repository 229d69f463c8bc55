// Text quoted for a shell, for the commands that messages suggest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// The text as one word of a command line of sh, bash, zsh or fish: in single quotes, a quote
/// inside as '\'', unless it is made of letters, digits and -_./=:,+@ only.
std::string shell_word(const std::string& text);
/// Each name after this sign as a word with a space before it: " @Maya '@Aunt Ruth'".
std::string signed_words(std::string_view sign, const std::vector<std::string>& names);

}  // namespace connect
