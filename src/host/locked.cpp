#include "host/locked.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <memory>
#include <thread>

namespace connect::host {
namespace {

// The 5 s that Files::Care promises.
constexpr auto lock_patience = std::chrono::seconds(5);

constexpr int links_followed = 40;  // the limit of Linux

/// The path without symbolic links; empty when nothing is there.
std::string resolved(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  return real ? std::string(real.get()) : "";
}

/// The target of a symbolic link, which need not exist; empty when the path is not a link.
std::string target_of(const std::string& path) {
  std::string target(PATH_MAX, '\0');
  const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
  if (size <= 0) return {};
  target.resize(static_cast<std::size_t>(size));
  return target.starts_with('/') ? target : folder_of(path) + "/" + target;
}

/// `links`: how many dangling links may still be followed, so that a loop of links ends.
std::string real_path_of(const std::string& path, int links) {
  const std::string whole = absolute(path);
  if (std::string real = resolved(whole); !real.empty()) return real;
  if (const std::string target = target_of(whole); !target.empty() && links > 0)
    return real_path_of(target, links - 1);
  const std::string folder = folder_of(whole);
  if (folder == whole || folder == ".") return whole;
  const std::string name = whole.substr(whole.rfind('/') + 1);
  const std::string above = real_path_of(folder, links);
  return above + (above.ends_with('/') ? "" : "/") + name;
}

int open_at(const std::string& path, int more, mode_t mode = 0) {
  return ::open(path.c_str(),
                O_RDWR | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW | more, mode);
}

Result<Target> open_or_create(const std::string& path) {
  Target target{Descriptor(open_at(path, 0))};
  if (!target.file && errno == ENOENT) {
    target.file = Descriptor(open_at(path, O_CREAT | O_EXCL, 0600));
    target.created = static_cast<bool>(target.file);
    // Another writer may have created it in between.
    if (!target.file && errno == EEXIST) target.file = Descriptor(open_at(path, 0));
  }
  if (!target.file && (errno == ENXIO || errno == ELOOP || errno == EISDIR))
    return not_saved(path + " is not a regular file", "use a regular file: --ledger FILE");
  if (!target.file) return not_saved(errno, path);
  struct stat found {};
  if (::fstat(target.file.number(), &found) != 0) return not_saved(errno, path);
  if (auto error = distrust(found, path)) return *error;
  return target;
}

/// Polls for the lock, with pauses that double from 1 to 50 ms: flock itself has no timeout.
Result<Lock> lock(int descriptor, const std::string& path, Files::Care care) {
  const auto give_up = std::chrono::steady_clock::now() + lock_patience;
  auto pause = std::chrono::milliseconds(1);
  while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return Lock::unsupported;
    if (care == Files::Care::best_effort || std::chrono::steady_clock::now() >= give_up)
      return Error{ErrorKind::busy, "NOT SAVED: another process has locked " + path,
                   "run the same command again in a moment"};
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::milliseconds(50));
  }
  return Lock::held;
}

}  // namespace

std::string real_path(const std::string& path) { return real_path_of(path, links_followed); }

bool same_file(int descriptor, const std::string& path) {
  struct stat open_one {};
  struct stat named {};
  return ::fstat(descriptor, &open_one) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open_one.st_dev == named.st_dev && open_one.st_ino == named.st_ino;
}

Result<Target> locked_target(const std::string& path, Files::Care care) {
  for (int attempt = 0; attempt < reopenings; ++attempt) {
    auto target = open_or_create(path);
    if (!target) return target;
    const auto locked = lock(target->file.number(), path, care);
    if (!locked) return locked.error();
    target->lock = *locked;
    hold_signals();
    if (same_file(target->file.number(), path)) return target;
    release_signals();
  }
  return not_saved("another program keeps replacing " + path,
                   "wait for the editor or sync tool to finish, then run the same command again");
}

}  // namespace connect::host
