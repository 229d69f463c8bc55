// Text as people write it and as terminals show it: UTF-8, what is safe to print, how wide it is,
// and when two names are the same. Everything here is pure, total (any bytes are accepted, nothing
// is thrown but bad_alloc) and independent of the locale, so output is the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace connect {

// One step through a text. Ill-formed input is U+FFFD, one byte, not valid.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
  bool valid = false;

  friend bool operator==(const CodePoint&, const CodePoint&) = default;
};

// The code point at byte `at`, by the strict rules of Unicode table 3-7: no overlong form, no
// surrogate, nothing above U+10FFFF. `bytes` is 1 to 4. Requires at < text.size().
CodePoint decode(std::string_view text, std::size_t at);

// Appends the 1 to 4 bytes of `c`. A surrogate or a value above U+10FFFF is appended as U+FFFD.
void append_utf8(std::string& out, char32_t c);

// The byte offset of the first ill-formed byte, or nothing when all of `text` is UTF-8.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

// `text` with every ill-formed byte replaced by U+FFFD; well-formed text comes back unchanged.
std::string repaired_utf8(std::string_view text);

// Whether `c` acts on a terminal or a reader without being seen: C0, DEL, C1, bidi controls, line
// and paragraph separators, the byte order mark, tag characters. Joiners are not hidden: emoji and
// several scripts need them.
bool is_hidden(char32_t c);

// `text` made safe for a terminal: caret notation for C0 and DEL (^[ ^?), \u202e or \U000e0041 for
// other hidden code points, U+FFFD for ill-formed bytes. Newlines and tabs are escaped too, so the
// result is one line. For reading, not for parsing back: a typed backslash is not doubled.
std::string visible(std::string_view text);

// JSON text with its hidden code points from U+007F up as \uXXXX (surrogate pairs above U+FFFF).
// Requires that strings are already escaped; all else, newlines included, passes untouched.
std::string json_escaped_hidden(std::string_view json);

// `text` for a locale that is not UTF-8. The program's own glyphs get ASCII twins, any other code
// point becomes \u00eb or \U0001f389, an ill-formed byte \ufffd. ASCII passes untouched, controls
// included. May widen the text, so lay out after this, not before.
std::string ascii_only(std::string_view text);

// Terminal cells of one code point by Unicode 15: 0 for combining and zero-width ones, 2 for East
// Asian wide, fullwidth and emoji presentation, else 1. Regional indicators count 1 (a flag is
// two).
int cell_width(char32_t c);

// Terminal cells of `text`, which must already be visible (a control counts 1). An emoji sequence
// (joined by ZWJ, toned, a flag, or a base before U+FE0F) is one glyph of 2 cells.
std::size_t cells(std::string_view text);

// `text` in at most `width` cells, ending in "…" when something was cut; empty for width 0. Never
// cuts inside a code point, before a combining mark or inside an emoji sequence.
std::string clipped(std::string_view text, std::size_t width);

// The key under which two names are the same person: case and accents aside, for Latin, Greek and
// Cyrillic; U+0300 to U+036F dropped; ß ss, æ ae, œ oe, ø o, ł l, đ d, ı i; runs of white space
// become one space, none at the ends. Idempotent. Empty when the name has only spaces and marks.
std::string fold_key(std::string_view name);

// How many code points to insert, delete, replace or swap with their neighbour to turn `a` into `b`
// (optimal string alignment). Takes fold keys. Time is |a| * |b|: the caller bounds the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate most likely meant by `word`, for "did you mean": the least edit_distance of fold
// keys, at most 1, or 2 when both keys have five letters; a candidate that begins with `word`
// counts at any distance. Ties go to the first. Never `word`
// itself, byte for byte; nothing for a key of 1 byte or of more than 128.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// "1 day", "5 days"; "5 entries" where the plural is not formed so.
std::string counted(std::int64_t number, std::string_view noun, std::string_view plural = {});

}  // namespace connect
