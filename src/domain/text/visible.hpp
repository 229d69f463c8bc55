// Escapes characters that act on a terminal or a reader without being seen.
#pragma once

#include <string>
#include <string_view>

namespace connect {

/// Whether `c` acts on a terminal or a reader without being seen: C0, DEL, C1, bidi controls, line
/// and paragraph separators, the byte order mark, tag characters. Joiners are not hidden: emoji and
/// several scripts need them.
bool is_hidden(char32_t c);

/// `text` made safe for a terminal: caret notation for C0 and DEL (^[ ^?), \u202e or \U000e0041 for
/// other hidden code points, U+FFFD for ill-formed bytes. Newlines and tabs are escaped too, so the
/// result is one line. It cannot be parsed back: a typed backslash is not doubled.
std::string visible(std::string_view text);

/// JSON text with its hidden code points from U+007F up as \uXXXX (surrogate pairs above U+FFFF).
/// Requires that strings are escaped already; everything else, newlines included, is unchanged.
std::string json_escaped_hidden(std::string_view json);

/// `text` for a locale that is not UTF-8. The glyphs that the program draws become ASCII
/// equivalents, Latin letters lose their accents, any other code point becomes \u0436 or
/// \U0001f389, an ill-formed byte \ufffd. ASCII is unchanged, controls included. The text may get
/// wider, so lay it out after this, not before.
std::string ascii_only(std::string_view text);

}  // namespace connect
