#include "host/append.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <thread>

#include "host/posix.hpp"

namespace connect::host {
namespace {

constexpr auto patience = std::chrono::seconds(5);
constexpr int reopenings = 5;

enum class Lock : std::uint8_t { held, unsupported };

struct Target {
  Descriptor file;
  bool created = false;
  bool empty = false;
  Lock lock = Lock::held;
};

/// The user's own symbolic links are followed here, so that the file itself is opened without.
std::string real_path(const std::string& path) {
  char* resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string out(resolved);
  std::free(resolved);
  return out;
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
    // Another writer may have been faster.
    if (!target.file && errno == EEXIST) target.file = Descriptor(open_at(path, 0));
  }
  if (!target.file && (errno == ENXIO || errno == ELOOP || errno == EISDIR))
    return not_saved(path + " is not a regular file", "name a regular file: --ledger FILE");
  if (!target.file) return not_saved(errno, path);
  struct stat found {};
  if (::fstat(target.file.number(), &found) != 0) return not_saved(errno, path);
  if (auto error = distrust(found, path)) return *error;
  return target;
}

Result<Lock> lock(int descriptor, Files::Care care) {
  const auto give_up = std::chrono::steady_clock::now() + patience;
  auto pause = std::chrono::milliseconds(1);
  while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return Lock::unsupported;
    if (care == Files::Care::passing || std::chrono::steady_clock::now() >= give_up)
      return Error{ErrorKind::busy, "NOT SAVED: another process holds the ledger",
                   "run the same command again in a moment"};
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::milliseconds(50));
  }
  return Lock::held;
}

bool same_file(int descriptor, const std::string& path) {
  struct stat open_one {};
  struct stat named {};
  return ::fstat(descriptor, &open_one) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open_one.st_dev == named.st_dev && open_one.st_ino == named.st_ino;
}

/// Opens and locks the file that the path names now, even if it is being replaced meanwhile.
Result<Target> locked_target(const std::string& path, Files::Care care) {
  for (int attempt = 0; attempt < reopenings; ++attempt) {
    auto target = open_or_create(path);
    if (!target) return target;
    const auto locked = lock(target->file.number(), care);
    if (!locked) return locked.error();
    target->lock = *locked;
    hold_signals();
    if (same_file(target->file.number(), path)) return target;
    release_signals();
  }
  return not_saved(path + " is being replaced again and again",
                   "wait for the editor or sync tool to finish, then try again");
}

/// Takes a half-written line back, if nobody wrote behind it.
void roll_back(const Target& target, off_t before, off_t written) {
  struct stat now {};
  if (target.lock != Lock::held || ::fstat(target.file.number(), &now) != 0) return;
  if (now.st_size == before + written && ::ftruncate(target.file.number(), before) != 0) return;
}

/// The system does not say why a write came short; it is a full disk or the user's own limit.
int reason_for_short_write(off_t end) {
  struct rlimit limit {};
  const bool limited = ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
                       static_cast<rlim_t>(end) >= limit.rlim_cur;
  return limited ? EFBIG : ENOSPC;
}

Status write_line(Target& target, std::string_view line, const std::string& path) {
  struct stat before {};
  if (::fstat(target.file.number(), &before) != 0) return not_saved(errno, path);
  target.empty = before.st_size == 0;
  std::string bytes(line);
  bytes += '\n';
  char last = '\n';
  if (!target.empty && ::pread(target.file.number(), &last, 1, before.st_size - 1) != 1)
    return not_saved(errno, path);
  if (last != '\n') bytes.insert(bytes.begin(), '\n');  // an unfinished line stays by itself
  const ssize_t written = ::write(target.file.number(), bytes.data(), bytes.size());
  if (written == static_cast<ssize_t>(bytes.size())) return success();
  const int why = written < 0 ? errno : reason_for_short_write(before.st_size + written);
  if (written > 0) roll_back(target, before.st_size, written);
  return not_saved(why, path);
}

int make_durable(int descriptor) {
#ifdef F_FULLFSYNC
  if (::fcntl(descriptor, F_FULLFSYNC) == 0) return 0;
#endif
  return ::fdatasync(descriptor) == 0 ? 0 : errno;
}

Error uncertain(const std::string& path) {
  return not_saved("the disk did not confirm; the line may or may not be in " + path,
                   "look with `connect list`; `connect log --id ID ...` is safe to repeat");
}

Status settle(Target& target, const std::string& path, Files::Care care) {
  if (care == Files::Care::durable) {
    if (make_durable(target.file.number()) != 0) return uncertain(path);
    const bool is_new = target.created || target.empty;
    if (is_new && !sync_folder(folder_of(path))) return uncertain(path);
  }
  return success();
}

}  // namespace

Result<Appended> append_line(const std::string& given, std::string_view line, Files::Care care) {
  if (auto made = make_folders(folder_of(given)); !made) return made.error();
  const std::string path = real_path(given);
  if (auto error = distrust_folder(folder_of(path))) return *error;
  Appended appended;
  for (int attempt = 0; attempt < reopenings; ++attempt) {
    auto target = locked_target(path, care);
    if (!target) return target.error();
    if (auto wrote = write_line(*target, line, path); !wrote) return wrote.error();
    if (auto settled = settle(*target, path, care); !settled) return settled.error();
    if (target->lock == Lock::unsupported)
      appended.notice = "this file system has no locks; do not log from two places at once";
    // The line's id makes a second copy harmless, so a replaced file simply gets it too.
    const bool in_place = same_file(target->file.number(), path);
    if (!target->file.close()) return uncertain(path);
    if (in_place) return appended;
  }
  return uncertain(path);
}

Status confirm_on_disk(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!file) return not_saved(errno, path);
  if (make_durable(file.number()) != 0) return uncertain(path);
  if (!sync_folder(folder_of(real_path(path)))) return uncertain(path);
  return success();
}

}  // namespace connect::host
