// Decodes and encodes UTF-8. All other code reads text through decode().
#include "domain/text/utf8.hpp"

namespace connect {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr CodePoint ill_formed{replacement, 1, false};

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

/// 0 for a byte that cannot start a sequence: a continuation, C0, C1 (always overlong), F5 and up.
std::size_t length_from(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// The least value that needs this many bytes. A smaller one is overlong, a classic way around
/// filters.
char32_t least_of(std::size_t length) {
  if (length == 4) return 0x10000;
  return length == 3 ? 0x800 : 0x80;
}

char continuation(char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); }

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const std::size_t length = length_from(lead);
  if (length == 1) return {lead, 1, true};
  if (length == 0 || text.size() - at < length) return ill_formed;
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(text, at + i);
    if ((next & 0xC0U) != 0x80U) return ill_formed;
    value = (value << 6) | (next & 0x3FU);
  }
  if (value < least_of(length) || is_surrogate(value) || value > 0x10FFFF) return ill_formed;
  return {value, length, true};
}

void append_utf8(std::string& out, char32_t c) {
  if (is_surrogate(c) || c > 0x10FFFF) c = replacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += continuation(c >> 6);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += continuation(c >> 12);
    out += continuation(c >> 6);
  }
  out += continuation(c);
}

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    if (!point.valid) return at;
    at += point.bytes;
  }
  return std::nullopt;
}

std::size_t character_end(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return most;
}

std::string repaired_utf8(std::string_view text) {
  const auto first_bad = invalid_utf8_at(text);
  if (!first_bad) return std::string(text);
  std::string out(text.substr(0, *first_bad));
  for (std::size_t at = *first_bad; at < text.size();) {
    const CodePoint point = decode(text, at);
    append_utf8(out, point.value);
    at += point.bytes;
  }
  return out;
}

}  // namespace connect
