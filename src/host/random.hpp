// Random bytes for record ids. Ids must be unique, not secret, so a weak source is better than
// none.
#pragma once

#include <array>
#include <cstdint>

namespace connect::host {

/// 16 bytes from the kernel's generator, else from /dev/urandom, else mixed_bytes.
std::array<std::uint8_t, 16> random_bytes();
/// 16 bytes that differ from those of other processes and calls but can be guessed: mixed from the
/// process ids, the clocks, addresses in memory and a counter.
std::array<std::uint8_t, 16> mixed_bytes();

}  // namespace connect::host
