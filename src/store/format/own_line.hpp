// The quick way through a ledger: reads the lines that this program wrote itself, in the one form
// that encode() gives them. Without its cache a command has to read every line of decades, and
// nearly all of them look just so. Whatever differs in a single byte (order, spaces, escapes,
// fields unknown here) is left to the general reading, which alone decides what it means.
#pragma once

#include <string_view>

#include "connect/record.hpp"

namespace connect::store {

/// Whether the line is one of these: then `record` is what decode_any() would make of it, built in
/// the room of what `record` held before. Else nothing is said of the line, and `record` is spoilt.
bool read_own_line(std::string_view line, Record& record);

}  // namespace connect::store
