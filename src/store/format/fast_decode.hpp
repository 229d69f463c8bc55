// Fast path of the parser, for lines in exactly the form that encode() gives them. Without its
// cache a command has to parse every line of decades, and nearly all of them have this form. A line
// that differs in a single byte (order, spaces, escapes, unknown fields) is left to decode_any(),
// which alone defines its meaning. Only the frequent kinds are handled: log, prompt, feel and
// notice.
#pragma once

#include <string_view>

#include "connect/record.hpp"

namespace connect::store {

/// Whether the line has this form. If so, `record` is what decode_any() would make of it, built in
/// the memory of its old value; if not, `record` is left in an unspecified state.
bool read_own_line(std::string_view line, Record& record);

}  // namespace connect::store
