#include "host/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "host/append.hpp"
#include "host/posix.hpp"
#include "host/progress.hpp"
#include "host/rewrite.hpp"
#include "host/temporary.hpp"

namespace connect::host {
namespace {

constexpr std::size_t read_at_once = std::size_t{256} * 1024;

/// Reads to the end, in pieces of at most `room` bytes, until the sink returns false. Returns
/// errno, or 0.
int drain(int descriptor, std::size_t room, const std::function<bool(std::string_view)>& sink) {
  const auto buffer = std::make_unique_for_overwrite<char[]>(room);
  while (true) {
    const ssize_t got = ::read(descriptor, buffer.get(), room);
    if (got < 0 && (errno == EINTR || (errno == EAGAIN && wait_for(descriptor, POLLIN)))) continue;
    if (got < 0) return errno;
    if (got == 0 || !sink({buffer.get(), static_cast<std::size_t>(got)})) return 0;
  }
}

// The option that the hints of `write` name for choosing another file.
constexpr std::string_view by_output = "-o FILE";

/// Writes to a device or FIFO, which cannot be replaced.
Status write_into(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file) return not_saved(errno, path, by_output);
  int failed = write_all(file.number(), bytes);
  if (failed == 0 && !file.close()) failed = errno;
  return failed == 0 ? success() : not_saved(failed, path, by_output);
}

/// Writes a temporary file, syncs it and renames it to the path.
Status replace_whole(const std::string& path, std::string_view bytes) {
  Temporary fresh(path);
  if (!fresh) return not_saved(errno, path, by_output);
  int failed = write_durably(fresh.number(), bytes);
  if (failed == 0) failed = fresh.become(path);
  if (failed != 0) return not_saved(failed, path, by_output);
  // Success even if this fails: a power cut could at worst bring back the old file, whole.
  static_cast<void>(sync_folder(folder_of(path)));
  return success();
}

}  // namespace

Result<bool> RealFiles::read(const std::string& path, std::uint64_t from, const Sink& sink) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!file && errno == ENOENT) return false;
  if (!file) return unreadable(errno, path);
  struct stat found {};
  if (::fstat(file.number(), &found) != 0) return unreadable(errno, path);
  if (!S_ISREG(found.st_mode))
    return Error{ErrorKind::not_saved, path + " is not a regular file", "use a regular file"};
  if (from > 0 && ::lseek(file.number(), static_cast<off_t>(from), SEEK_SET) < 0)
    return unreadable(errno, path);
  const auto size = static_cast<std::uint64_t>(found.st_size);
  const std::uint64_t left = size - std::min(from, size);
  Progress progress(left);
  const int failed = drain(file.number(), std::min<std::uint64_t>(left + 1, read_at_once),
                           [&](std::string_view bytes) {
                             sink(bytes);
                             progress.add(bytes.size());
                             return true;
                           });
  if (failed != 0) return unreadable(failed, path);
  return true;
}

std::string RealFiles::bytes_at(const std::string& path, std::uint64_t from, std::size_t size) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  struct stat found {};
  if (!file || ::fstat(file.number(), &found) != 0 || !S_ISREG(found.st_mode)) return {};
  const auto bytes = std::make_unique_for_overwrite<char[]>(size);
  const ssize_t got = ::pread(file.number(), bytes.get(), size, static_cast<off_t>(from));
  return {bytes.get(), got > 0 ? static_cast<std::size_t>(got) : 0};
}

Result<std::vector<std::string>> RealFiles::list(const std::string& folder) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open && (errno == ENOENT || errno == ENOTDIR)) return names;
  if (!open) return unreadable(errno, folder);
  errno = 0;
  while (const dirent* found = ::readdir(open.get()))
    if (const std::string_view name = found->d_name; name != "." && name != "..")
      names.emplace_back(name);
  if (errno != 0) return unreadable(errno, folder);
  std::ranges::sort(names);
  return names;
}

Result<std::string> RealFiles::append(const std::string& path, std::string_view line, Care care,
                                      const Noted& noted) {
  return append_line(path, line, care, noted);
}

Status RealFiles::confirm(const std::string& path) { return confirm_on_disk(path); }

Status RealFiles::write(const std::string& given, std::string_view bytes, bool replace) {
  struct stat found {};
  const bool exists = ::stat(given.c_str(), &found) == 0;
  if (exists && !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)) return write_into(given, bytes);
  const std::string path = real_path(given);
  if (replace) return replace_whole(path, bytes);
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file && errno == EEXIST)
    return usage_error(given + " already exists", "choose another file, or add --force");
  if (!file) return not_saved(errno, path, by_output);
  int failed = write_durably(file.number(), bytes);
  if (failed == 0 && !file.close()) failed = errno;
  if (failed == 0) return success();
  ::unlink(path.c_str());
  return not_saved(failed, path, by_output);
}

Result<Rewritten> RealFiles::rewrite(const std::string& path, const Rewriting& how) {
  return rewrite_whole(path, how);
}

std::optional<FileState> RealFiles::state(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return state_of(found, path);
}

bool RealFiles::appears(const std::string& path) {
  constexpr int looks = 21;
  for (int look = 1;; ++look) {
    const auto found = state(path);
    if (found && found->size > 0) return true;
    if (look == looks) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

void RealFiles::store_cache(const std::string& path, std::string_view bytes) {
  const std::string folder = folder_of(path);
  ::mkdir(folder_of(folder).c_str(), 0700);
  ::mkdir(folder.c_str(), 0700);
  Temporary fresh(path);
  if (fresh && write_all(fresh.number(), bytes) == 0) fresh.become(path);
}

Result<std::string> RealFiles::standard_input(std::size_t limit) {
  std::string text;
  const int failed = drain(STDIN_FILENO, read_at_once, [&](std::string_view bytes) {
    text.append(bytes);
    return text.size() <= limit;
  });
  if (failed != 0) return unreadable(failed, "standard input");
  if (text.size() > limit)
    return usage_error("standard input is longer than " + std::to_string(limit) + " bytes",
                       "shorten it, or split it in two");
  return text;
}

}  // namespace connect::host
