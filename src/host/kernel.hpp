// What one kernel has and another has not. Nothing else in the program asks which one this is:
// kernel.cpp has the calls of Linux, and beside each what to do without it.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>

#include "host/posix.hpp"

namespace connect::host {

/// A descriptor that becomes readable when this child of ours has ended; none where the system has
/// no such thing.
Descriptor end_of(pid_t child);
/// A crash leaves no core file and no report of what was in memory, until the next exec. False
/// where the system cannot be told so.
bool forbid_core_dumps();
/// 16 bytes from the system's generator of random numbers. False, with nothing changed, when it
/// refuses: an old kernel, a sandbox.
bool random_from_kernel(std::array<std::uint8_t, 16>& bytes);
/// Waits until what was written to the descriptor is on disk, not only in the drive's own memory.
/// The system's error, or 0.
int flush_to_disk(int descriptor);

}  // namespace connect::host
