// When a shell greets: once a day (or once a login), whichever of many shells comes first. The
// moment of the next greeting is kept in a small file, so that a shell can see it by itself.
#pragma once

#include <cstdint>
#include <string_view>

namespace connect {

/// Kept when no further greeting is wanted: the last second of the year 9999.
inline constexpr std::int64_t never_again = 253402300799;

/// Whether the moment that is kept (epoch seconds as text) has come. What cannot be read is due.
/// So is a moment more than a day behind `next`, the one to be kept now: a clock was wrong.
bool is_due(std::string_view kept, std::int64_t now, std::int64_t next);

}  // namespace connect
