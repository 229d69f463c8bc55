// What the fuzz targets share. A target is a function of arbitrary bytes that checks laws. It is
// run by libFuzzer (clang), or by replay.cpp on a corpus and edits of it.
#pragma once

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string_view>

#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"

namespace connect::fuzz {

/// Each target defines this function.
void target(std::string_view input);

/// Ends the process when a law does not hold.
inline void must(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", law);
  std::terminate();
}

/// Consumes an input from its front; past its end, bytes are 0 and texts empty.
class Bytes {
 public:
  explicit Bytes(std::string_view input) : left_(input) {}

  unsigned byte() {
    if (left_.empty()) return 0;
    const auto first = static_cast<unsigned char>(left_[0]);
    left_.remove_prefix(1);
    return first;
  }
  std::string_view text(std::size_t size) {
    const auto piece = left_.substr(0, size);
    left_.remove_prefix(piece.size());
    return piece;
  }
  std::string_view rest() { return text(left_.size()); }
  bool empty() const { return left_.empty(); }

 private:
  std::string_view left_;
};

/// Whether the text is valid UTF-8 without invisible characters. `lines`: LF is allowed.
inline bool is_seen(std::string_view text, bool lines) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid || (is_hidden(point.value) && !(lines && point.value == '\n'))) return false;
    at += point.bytes;
  }
  return true;
}

}  // namespace connect::fuzz
