// Splits the bytes of a ledger into pieces, so that it can be rewritten without losing or changing
// a byte of any record: the text of each record, and between them the lines that could not be
// parsed. Blank lines, padding and the brackets of an array are not kept.
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
  bool is_line = true;  // alone on its line in the file, without padding
};

/// All pieces, in the order of the file.
std::vector<Piece> pieces_of(std::string_view bytes);

/// Whether these are the pieces of something other than a ledger, which must not be rewritten: no
/// record, and an unreadable line that is neither an empty array nor begins like a record of ours.
bool is_foreign(const std::vector<Piece>& pieces);

}  // namespace connect::store
