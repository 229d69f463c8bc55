// Normalizes text from outside, such as files of other programs, command lines and editors, to the
// form in which it is stored. Pure, total and independent of the locale, as utf8.hpp.
#pragma once

#include <string>
#include <string_view>

namespace connect {

/// `text` without the UTF-8 byte order mark that some Windows programs write.
std::string_view without_mark(std::string_view text);

/// Normalizes a note: no byte order mark, LF for CR LF, and no CR at the end. Any other CR stays.
std::string unix_text(std::string_view text);

}  // namespace connect
