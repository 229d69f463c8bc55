// Decodes and encodes UTF-8, code point by code point. Pure, total (any bytes are accepted, nothing
// is thrown but bad_alloc) and independent of the locale, as are all functions of this folder, so
// that output is the same on every machine.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace connect {

/// One decoded code point. Ill-formed input decodes byte by byte to U+FFFD, not valid.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
  bool valid = false;

  friend bool operator==(const CodePoint&, const CodePoint&) = default;
};

/// The code point at byte `at`, by the strict rules of Unicode table 3-7: no overlong form, no
/// surrogate, nothing above U+10FFFF. `bytes` is 1 to 4. Requires at < text.size().
CodePoint decode(std::string_view text, std::size_t at);

/// Appends the 1 to 4 bytes of `c`. A surrogate or a value above U+10FFFF is appended as U+FFFD.
void append_utf8(std::string& out, char32_t c);

/// The offset of the first ill-formed byte; empty if all of `text` is UTF-8.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

/// The end of the longest beginning of well-formed `text` that has at most `most` bytes and does
/// not end inside a character.
std::size_t character_end(std::string_view text, std::size_t most);

/// `text` with every ill-formed byte replaced by U+FFFD; well-formed text is returned unchanged.
std::string repaired_utf8(std::string_view text);

}  // namespace connect
