// The bytes of a ledger as a row of pieces, so that it can be written anew without losing or
// changing a byte of any record: each record's own text, and between them what could not be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/format/scanner.hpp"

namespace connect::store {

struct Piece {
  enum class Kind : std::uint8_t { record, unreadable, marker };
  Kind kind = Kind::record;
  std::string text;     // a record's text; else the whole lines, without the last LF
  Record record;        // of Kind::record
  bool is_line = true;  // stands in the file just so, on a line of its own
};

std::vector<Piece> pieces_of(std::string_view bytes);

/// Whether these are the pieces of something else than a ledger, which must not be written.
bool is_foreign(const std::vector<Piece>& pieces);

}  // namespace connect::store
