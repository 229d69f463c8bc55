// Parses a ledger line into a record and serializes a record as a line. The format is one JSON
// object per line, version 1; the names of its fields are in codec.cpp, fields.cpp (parser) and
// fast_decode.cpp (fast path of the parser).
#pragma once

#include <string>
#include <string_view>

#include "connect/record.hpp"

namespace connect::store {

enum class LineKind : std::uint8_t {
  record,   // a record, possibly of a kind unknown here
  foreign,  // JSON, but not a ledger record
  bad,      // not well-formed, too deep, or a known field has an invalid value
};

struct Decoded {
  LineKind kind = LineKind::bad;
  Record record;       // when kind is record
  std::string reason;  // otherwise: what is wrong, without quoting the line
};

/// Parses one line. Ill-formed UTF-8 is replaced by U+FFFD; the nesting depth is limited to 8.
Decoded decode(std::string_view line);
/// The same, reusing the memory of `into`.
void decode(std::string_view line, Decoded& into);
/// The same, without the fast path for lines that this program wrote (fast_decode.hpp).
Decoded decode_any(std::string_view line);

/// The line for a record, without LF. Control and bidi characters are escaped, so that a terminal
/// can show it. For a Foreign record only the common fields are written, since the others are not
/// known; its line in a ledger is never serialized again.
std::string encode(const Record& record);

}  // namespace connect::store
