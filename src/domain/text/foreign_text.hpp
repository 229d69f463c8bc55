// Text that came from outside, such as files of other programs, command lines and editors, brought
// into the form in which it is kept; and which words may be an id. Pure, total and independent of
// the locale, as text.hpp.
#pragma once

#include <string>
#include <string_view>

namespace connect {

/// `text` without the byte order mark that some programs on Windows begin a file with.
std::string_view without_mark(std::string_view text);

/// A text as notes are kept: without a byte order mark, with LF for CR LF, and without a CR at the
/// end. Any other CR stays.
std::string unix_text(std::string_view text);

/// Whether a person can type this as an id: 1 to 200 letters, digits and - _ . : of ASCII. Every
/// entry that is logged or imported has such an id; a ledger may hold others.
bool is_plain_id(std::string_view text);
/// Whether it can be the id of a new entry: a plain one that no command takes for something else,
/// be it an option, an act (amend thank ...) or the word "last".
bool is_usable_id(std::string_view text);

}  // namespace connect
