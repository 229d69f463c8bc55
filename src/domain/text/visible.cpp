// The only place that makes foreign text safe for a terminal, a JSON reader or an ASCII-only
// locale.
#include "domain/text/visible.hpp"

#include <algorithm>
#include <array>

#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"

namespace connect {
namespace {

struct Twin {
  char32_t glyph;
  std::string_view ascii;
};

// The glyphs that the program draws, and their ASCII equivalents; sorted for binary search.
constexpr std::array twins{
    Twin{U'·', "-"},  Twin{U'–', "-"},  Twin{U'—', "-"},   Twin{U'‘', "'"},  Twin{U'’', "'"},
    Twin{U'“', "\""}, Twin{U'”', "\""}, Twin{U'…', "..."}, Twin{U'→', "->"}, Twin{U'▁', "_"},
    Twin{U'▂', ","},  Twin{U'▃', "."},  Twin{U'▄', "-"},   Twin{U'▅', "="},  Twin{U'▆', "+"},
    Twin{U'▇', "*"},  Twin{U'█', "#"},  Twin{U'░', ":"},   Twin{U'▒', "="},  Twin{U'▓', "+"},
    Twin{U'■', "#"},  Twin{U'□', "."},  Twin{U'○', "o"},   Twin{U'●', "*"},
};
static_assert(std::ranges::is_sorted(twins, {}, &Twin::glyph));

void append_hex(std::string& out, char32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += "0123456789abcdef"[(value >> shift) & 0xF];
}

void append_escape(std::string& out, char32_t c) {
  const bool is_short = c <= 0xFFFF;
  out += is_short ? "\\u" : "\\U";
  append_hex(out, c, is_short ? 4 : 8);
}

/// JSON escapes have four digits, so a code point above U+FFFF is written as a surrogate pair (RFC
/// 8259).
void append_json_escape(std::string& out, char32_t c) {
  if (c > 0xFFFF) {
    append_json_escape(out, 0xD800 + ((c - 0x10000) >> 10));
    c = 0xDC00 + ((c - 0x10000) & 0x3FF);
  }
  out += "\\u";
  append_hex(out, c, 4);
}

void append_visible(std::string& out, char32_t c) {
  if (!is_hidden(c)) return append_utf8(out, c);
  if (c >= 0x80) return append_escape(out, c);
  out += '^';
  out += static_cast<char>(c ^ 0x40);
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

void append_ascii(std::string& out, char32_t c) {
  const auto twin = std::ranges::lower_bound(twins, c, {}, &Twin::glyph);
  if (twin != twins.end() && twin->glyph == c) {
    out += twin->ascii;
  } else if (const std::string letters = without_accents(c); !letters.empty()) {
    out += letters;
  } else if (!is_accent(c) || out.empty() || !is_letter(out.back())) {
    append_escape(out, c);
  }
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

}  // namespace

bool is_hidden(char32_t c) {
  if (c < 0xA0) return c < 0x20 || c >= 0x7F;
  return c == 0x61C || in(c, 0x200E, 0x200F) || in(c, 0x2028, 0x202E) || in(c, 0x2066, 0x2069) ||
         c == 0xFEFF || in(c, 0xE0000, 0xE007F);
}

std::string visible(std::string_view text) {
  const auto is_plain = [](char byte) { return byte >= ' ' && byte <= '~'; };
  if (std::ranges::all_of(text, is_plain)) return std::string(text);
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    append_visible(out, point.value);
    at += point.bytes;
  }
  return out;
}

std::string json_escaped_hidden(std::string_view json) {
  // Compared as unsigned: plain char is signed on some machines and not on others.
  const auto is_plain = [](char byte) { return static_cast<unsigned char>(byte) < 0x7F; };
  if (std::ranges::all_of(json, is_plain)) return std::string(json);
  std::string out;
  out.reserve(json.size() + 16);
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint point = decode(json, at);
    if (point.value >= 0x7F && is_hidden(point.value))
      append_json_escape(out, point.value);
    else
      out += json.substr(at, point.bytes);
    at += point.bytes;
  }
  return out;
}

std::string ascii_only(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value < 0x80)
      out += static_cast<char>(point.value);
    else
      append_ascii(out, point.value);
    at += point.bytes;
  }
  return out;
}

}  // namespace connect
