// When a shell shows the greeting: once a day (or once a login), in whichever shell starts first.
// The time of the next greeting is stored in a small file, so that a shell can check it without
// starting a process.
#pragma once

#include <cstdint>
#include <string_view>

namespace connect {

/// Stored when no further greeting is wanted: the last second of the year 9999.
inline constexpr std::int64_t never_again = 253402300799;

/// Whether the stored time (epoch seconds as text) has passed. Text that cannot be parsed is due.
/// So is a time more than a day after `next`, the one to be stored now, as it is from a wrong
/// clock.
bool is_due(std::string_view kept, std::int64_t now, std::int64_t next);

}  // namespace connect
