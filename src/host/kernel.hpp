// The system calls that differ between kernels. Every #ifdef for one is in kernel.cpp
// (CLOCK_REALTIME_COARSE, in posix.cpp, is the exception): Linux first, then what to do without it.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>

#include "host/posix.hpp"

namespace connect::host {

/// A descriptor that becomes readable when this child has ended (a pidfd); empty where the system
/// has none.
Descriptor end_of(pid_t child);
/// Prevents core files and crash reports with this process's memory, until the next exec. False
/// where the system has no such call.
bool forbid_core_dumps();
/// 16 bytes from the kernel's random number generator. False, with `bytes` unchanged, when it
/// refuses: an old kernel, a sandbox.
bool random_from_kernel(std::array<std::uint8_t, 16>& bytes);
/// Waits until the written data is on the disk itself, not only in the drive's cache. Returns
/// errno, or 0.
int flush_to_disk(int descriptor);

}  // namespace connect::host
