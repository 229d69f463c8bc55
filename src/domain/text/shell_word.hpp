// Text quoted for a shell, for the commands that messages suggest.
#pragma once

#include <string>

namespace connect {

/// The text as one word of a command line of sh, bash, zsh or fish: in single quotes, a quote
/// inside as '\'', unless it is made of letters, digits and -_./=:,+@ only.
std::string shell_word(const std::string& text);

}  // namespace connect
