// Code points and bytes that the functions of domain/text must cope with, well-formed or not.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "domain/text/utf8.hpp"

namespace connect::test {

inline constexpr char32_t last_code_point = 0x10FFFF;

/// The bytes of one code point.
inline std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

/// Text like hostile input: raw bytes mixed with the characters that the rules are about.
inline std::string random_text(std::mt19937& random) {
  constexpr std::array<char32_t, 16> pool{U'a',   U' ',    U'é',    0x301,   0x200D, 0xFE0F,
                                          0x202E, 0x1F469, 0x1F3FD, 0x1F1EB, 0x4E2D, 0x93F,
                                          0x1B,   0xE0041, U'ß',    U'…'};
  std::string out;
  for (auto left = random() % 12; left > 0; --left) {
    if (random() % 8 == 0)
      out += static_cast<char>(random() % 256);
    else
      append_utf8(out, pool[random() % pool.size()]);
  }
  return out;
}

/// Calls `check` with sequences of one to three bytes, with every lead byte and many tails.
template <class Check>
void for_each_short_sequence(Check check) {
  for (unsigned lead = 0; lead < 256; ++lead)
    for (unsigned tail = 0; tail < 0x10000; tail += 37) {
      const char raw[] = {static_cast<char>(lead), static_cast<char>(tail >> 8),
                          static_cast<char>(tail)};
      for (std::size_t length = 1; length <= 3; ++length) check(std::string_view(raw, length));
    }
}

/// The bytes as numbers, for the message of a failed check: "195 40".
inline std::string byte_numbers(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (!out.empty()) out += ' ';
    out += std::to_string(static_cast<unsigned char>(byte));
  }
  return out;
}

}  // namespace connect::test
