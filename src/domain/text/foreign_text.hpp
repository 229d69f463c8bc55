// Normalizes text from outside, such as files of other programs, command lines and editors, to the
// form in which it is stored, and validates ids. Pure, total and independent of the locale, as
// utf8.hpp.
#pragma once

#include <string>
#include <string_view>

namespace connect {

/// `text` without the UTF-8 byte order mark that some Windows programs write.
std::string_view without_mark(std::string_view text);

/// Normalizes a note: no byte order mark, LF for CR LF, and no CR at the end. Any other CR stays.
std::string unix_text(std::string_view text);

/// Whether a person can type this as an id: 1 to 200 ASCII letters, digits and - _ . : characters.
/// Every entry that is logged or imported has such an id; a ledger may have others.
bool is_plain_id(std::string_view text);
/// Whether it can be the id of a new entry: a plain id that no command takes for something else,
/// such as an option, an act (amend thank ...) or the word "last".
bool is_usable_id(std::string_view text);

}  // namespace connect
