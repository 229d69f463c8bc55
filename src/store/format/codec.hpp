// One ledger line <-> one record. The only place that knows the names of the ledger's fields.
#pragma once

#include <string>
#include <string_view>

#include "connect/record.hpp"

namespace connect::store {

enum class LineKind : std::uint8_t {
  record,   // a record, perhaps of a kind unknown here
  foreign,  // JSON, but no record of any connect ledger
  bad,      // not well-formed, too deep, or a known field holds what it cannot
};

struct Decoded {
  LineKind kind = LineKind::bad;
  Record record;       // when kind is record
  std::string reason;  // when it is not: what is wrong, without quoting the line
};

/// Reads one line. Ill-formed UTF-8 is read as U+FFFD; nesting is followed to a depth of 8.
Decoded decode(std::string_view line);
/// The same, in the room of what was decoded before.
void decode(std::string_view line, Decoded& into);
/// The same, without the quick way for lines that this program wrote (own_line.hpp).
Decoded decode_any(std::string_view line);

/// The line for a record, without LF; control and bidi characters are escaped, so that a terminal
/// can show it. Of a foreign record only the head is known; its line in a ledger stays as it is.
std::string encode(const Record& record);

}  // namespace connect::store
