#include "host/kernel.hpp"

#include <fcntl.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/syscall.h>
#endif

#include <cerrno>
#include <cstdlib>

namespace connect::host {

Descriptor end_of([[maybe_unused]] pid_t child) {
#ifdef SYS_pidfd_open  // Linux 5.3; always close-on-exec
  return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
#else
  return Descriptor();
#endif
}

bool forbid_core_dumps() {
#ifdef PR_SET_DUMPABLE
  return ::prctl(PR_SET_DUMPABLE, 0) == 0;
#else
  return false;
#endif
}

bool random_from_kernel(std::array<std::uint8_t, 16>& bytes) {
  std::array<std::uint8_t, 16> found{};
#ifdef __linux__
  const ssize_t got = ::getrandom(found.data(), found.size(), 0);
  if (got != static_cast<ssize_t>(found.size())) return false;
#else
  ::arc4random_buf(found.data(), found.size());
#endif
  bytes = found;
  return true;
}

int flush_to_disk(int descriptor) {
#ifdef F_FULLFSYNC  // macOS, where fsync does not flush the drive's cache
  if (::fcntl(descriptor, F_FULLFSYNC) == 0) return 0;
#endif
  return ::fdatasync(descriptor) == 0 ? 0 : errno;
}

}  // namespace connect::host
