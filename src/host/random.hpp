// Random bits for ids.
#pragma once

#include <array>
#include <cstdint>

namespace connect::host {

/// 16 bytes that no other process has: from the kernel's generator, else from /dev/urandom, else
/// mixed from what tells this process from others (its number, the clocks, where it lies in memory)
/// and from how often it asked. The last are not secret, which an id need not be.
std::array<std::uint8_t, 16> random_bytes();
/// The last of these.
std::array<std::uint8_t, 16> mixed_bytes();

}  // namespace connect::host
