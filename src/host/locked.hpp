// Opens and locks a file for writing; append.cpp and rewrite.cpp share these steps and their
// refusals. The lock is flock(2), exclusive, on the file itself. A file that is replaced while a
// process waits for its lock is opened again, so that whoever holds the lock holds the file that
// the path names.
#pragma once

#include <string>

#include "connect/app.hpp"
#include "host/posix.hpp"

namespace connect::host {

/// Whether the file is locked, or its file system has no locks.
enum class Lock : std::uint8_t { held, unsupported };

/// An open file; closing it releases the lock.
struct Target {
  Descriptor file;
  bool created = false;
  bool empty = false;
  Lock lock = Lock::held;
};

/// How often to open a file that keeps being replaced before giving up.
inline constexpr int reopenings = 5;

/// The path, absolute and without symbolic links. A dangling link gives the path at which its
/// target would be created. The user's links are followed only here; the file is then opened with
/// O_NOFOLLOW.
std::string real_path(const std::string& path);
/// Whether the path names the open file (same device and inode).
bool same_file(int descriptor, const std::string& path);
/// Opens and locks the file that the path names, and creates it, 0600, if there is none. After
/// success hold_signals is in effect. An error when the file is unsafe (distrust) or stays locked.
Result<Target> locked_target(const std::string& path, Files::Care care);

}  // namespace connect::host
