#include "host/random.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <ctime>

#include "host/kernel.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

bool random_from_device(Bytes& bytes) {
  const Descriptor device(::open("/dev/urandom", O_RDONLY | O_CLOEXEC | O_NOCTTY));
  Bytes found{};
  if (!device ||
      ::read(device.number(), found.data(), found.size()) != static_cast<ssize_t>(found.size()))
    return false;
  bytes = found;
  return true;
}

/// One step of splitmix64: every input bit affects every bit of the result.
std::uint64_t mixed(std::uint64_t state, std::uint64_t more) {
  state = (state ^ more) + 0x9e3779b97f4a7c15U;
  state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9U;
  state = (state ^ (state >> 27)) * 0x94d049bb133111ebU;
  return state ^ (state >> 31);
}

std::uint64_t clock_nanoseconds(clockid_t clock) {
  std::timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000U +
         static_cast<std::uint64_t>(now.tv_nsec);
}

}  // namespace

Bytes mixed_bytes() {
  static std::uint64_t asked = 0;
  const int on_stack = 0;
  std::uint64_t state = 0;
  for (const std::uint64_t part :
       {static_cast<std::uint64_t>(::getpid()), static_cast<std::uint64_t>(::getppid()),
        clock_nanoseconds(CLOCK_REALTIME), clock_nanoseconds(CLOCK_MONOTONIC),
        clock_nanoseconds(CLOCK_PROCESS_CPUTIME_ID), reinterpret_cast<std::uint64_t>(&on_stack),
        reinterpret_cast<std::uint64_t>(&asked), ++asked})
    state = mixed(state, part);
  Bytes bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 8 == 0) state = mixed(state, i);
    bytes[i] = static_cast<std::uint8_t>(state >> 8 * (i % 8));
  }
  return bytes;
}

Bytes random_bytes() {
  Bytes bytes{};
  if (random_from_kernel(bytes) || random_from_device(bytes)) return bytes;
  return mixed_bytes();
}

}  // namespace connect::host
