// Locks that nobody waits for: RealFiles::lock_until_exit keeps one until the process ends,
// RealFiles::claim compares and sets the stored time under one.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "domain/suggest/greeting.hpp"
#include "host/files.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

/// Opens or creates a private file, 0600; an error when it or its folder is unsafe.
Result<Descriptor> open_private(const std::string& path) {
  const std::string folder = folder_of(path);
  if (auto made = make_folders(folder); !made) return made.error();
  if (auto error = distrust_folder(folder)) return *error;
  constexpr int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW;
  Descriptor file(::open(path.c_str(), flags, 0600));
  struct stat found {};
  if (!file || ::fstat(file.number(), &found) != 0) return not_saved(errno, path);
  if (auto error = distrust(found, path)) return *error;
  return file;
}

/// Overwrites, then truncates: a shell that reads the file meanwhile finds digits, never an empty
/// file. Returns errno, or 0.
int overwrite(int descriptor, const std::string& text) {
  if (::lseek(descriptor, 0, SEEK_SET) < 0) return errno;
  if (const int failed = write_all(descriptor, text)) return failed;
  return ::ftruncate(descriptor, static_cast<off_t>(text.size())) == 0 ? 0 : errno;
}

}  // namespace

Result<bool> RealFiles::lock_until_exit(const std::string& path) {
  auto file = open_private(path);
  if (!file) return file.error();
  if (::flock(file->number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
  held_.push_back(*std::move(file));
  return true;
}

Result<bool> RealFiles::claim(const std::string& path, std::int64_t now, std::int64_t next) {
  const auto file = open_private(path);
  if (!file) return file.error();
  if (::flock(file->number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
  std::array<char, 32> kept{};
  const ssize_t got = ::read(file->number(), kept.data(), kept.size());
  if (got < 0) return unreadable(errno, path);
  if (!is_due({kept.data(), static_cast<std::size_t>(got)}, now, next)) return false;
  if (const int failed = overwrite(file->number(), std::to_string(next) + "\n"))
    return not_saved(failed, path);
  return true;
}

}  // namespace connect::host
