#include "host/posix.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>

#include "domain/text/shell_word.hpp"
#include "host/kernel.hpp"

namespace connect::host {
namespace {

constexpr std::int64_t second = 1'000'000'000;  // in ns
#ifdef CLOCK_REALTIME_COARSE
constexpr std::int64_t tick = 0;  // file_clock moves in ticks itself
#else
// 20 ms. Without that clock the tick is unknown, so a long one is assumed.
constexpr std::int64_t tick = second / 50;
#endif

std::int64_t nanoseconds(const struct timespec& time) {
  return time.tv_sec * second + time.tv_nsec;
}

/// The hint for an errno; `option` is the option that names another file.
std::string remedy(int system_error, std::string_view option) {
  const std::string another(option);
  switch (system_error) {
    case ENOSPC:
    case EDQUOT: return "free some space, then run the same command again";
    case EFBIG: return "raise the file size limit (ulimit -f), then run the same command again";
    case EROFS: return "the file system is read-only; use a file elsewhere: " + another;
    case EACCES:
    case EPERM: return "check who owns the file and its folder, or use another file: " + another;
    case ENOTDIR:
    case ENOENT:
      return "check that all folders in this path exist, or use another file: " + another;
    case EMFILE:
    case ENFILE:
      return "too many files are open; close some programs, then run the same command again";
    default: return "check the path and the disk, then run the same command again";
  }
}

/// Refuses folders of other users to root, who would leave files of root in somebody's home.
std::optional<Error> distrust_owner(const std::string& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) != 0) return not_saved(errno, folder);
  if (found.st_uid != ::geteuid() && ::geteuid() == 0)
    return not_saved("the folder " + folder + " belongs to another user",
                     "with sudo, use sudo -H; or use another file: --ledger FILE");
  return std::nullopt;
}

sigset_t held_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGTSTP}) sigaddset(&set, signal);
  return set;
}

}  // namespace

bool Descriptor::close() {
  const int number = std::exchange(number_, -1);
  return number < 0 || ::close(number) == 0 || errno == EINTR;
}

Error not_saved(int system_error, const std::string& path, std::string_view option) {
  return {ErrorKind::not_saved,
          std::string("NOT SAVED: ") + std::strerror(system_error) + ": " + path,
          remedy(system_error, option)};
}

Error not_saved(std::string why, std::string hint) {
  return {ErrorKind::not_saved, "NOT SAVED: " + std::move(why), std::move(hint)};
}

Error unreadable(int system_error, const std::string& path) {
  return {ErrorKind::not_saved, "cannot read " + path + ": " + std::strerror(system_error),
          "check the path and who owns the file, or use another file"};
}

std::string separated(const std::string& path) {
  const std::string copy = shell_word(path + ".new");
  return "put a copy in its place: cp -p " + shell_word(path) + " " + copy + " && mv " + copy +
         " " + shell_word(path);
}

bool wait_for(int descriptor, short what) {
  pollfd one{descriptor, what, 0};
  return ::poll(&one, 1, -1) > 0 || errno == EINTR;
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN && wait_for(descriptor, POLLOUT)) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int write_durably(int descriptor, std::string_view bytes) {
  if (const int failed = write_all(descriptor, bytes)) return failed;
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

std::int64_t file_clock() {
  struct timespec now {};
#ifdef CLOCK_REALTIME_COARSE
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
#else
  ::clock_gettime(CLOCK_REALTIME, &now);
#endif
  return nanoseconds(now);
}

FileState state_of(const struct stat& found, const std::string& path) {
  FileState state{absolute(path),
                  found.st_dev,
                  found.st_ino,
                  static_cast<std::uint64_t>(found.st_size),
                  nanoseconds(found.st_mtim),
                  nanoseconds(found.st_ctim)};
  // Some file systems keep times of one or two seconds only: when both lack a fraction, two seconds
  // must pass.
  const bool is_fine = state.modified % second != 0 || state.changed % second != 0;
  state.is_settled =
      std::max(state.modified, state.changed) + (is_fine ? tick : 2 * second) < file_clock();
  return state;
}

std::string absolute(const std::string& path) {
  if (path.starts_with('/')) return path;
  const std::unique_ptr<char, decltype(&std::free)> here(::getcwd(nullptr, 0), &std::free);
  return here ? std::string(here.get()) + "/" + path : path;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return path.substr(0, slash == 0 ? 1 : slash);
}

bool sync_folder(const std::string& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const bool done = descriptor && ::fsync(descriptor.number()) == 0;
  return done || errno == EACCES || errno == EINVAL || errno == ENOTSUP;
}

Status make_folders(const std::string& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) == 0) return success();
  const std::string parent = folder_of(folder);
  if (parent != folder)
    if (auto made = make_folders(parent); !made) return made;
  if (auto error = distrust_owner(parent)) return *error;
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return not_saved(errno, folder);
  if (sync_folder(parent)) return success();
  const int why = errno;
  ::rmdir(folder.c_str());  // the next attempt creates and syncs it again
  return not_saved(why, folder);
}

std::optional<Error> distrust(const struct stat& file, const std::string& path) {
  if (!S_ISREG(file.st_mode))
    return not_saved(path + " is not a regular file", "use a regular file: --ledger FILE");
  if (file.st_uid != ::geteuid())
    return not_saved(
        path + " belongs to another user",
        "run connect as its owner (with sudo, use sudo -H), or use another file: --ledger FILE");
  if (file.st_nlink != 1)
    return not_saved(path + " has a second name (hard link)", separated(path));
  if ((file.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return not_saved("others may write to " + path, "chmod go-w " + shell_word(path));
  return std::nullopt;
}

std::optional<Error> distrust_folder(const std::string& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) != 0) return not_saved(errno, folder);
  if ((found.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return not_saved("others may write to the folder " + folder,
                     "chmod go-w " + shell_word(folder));
  return distrust_owner(folder);
}

void hold_signals() {
  const sigset_t set = held_signals();
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
}

void release_signals() {
  const sigset_t set = held_signals();
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

void fill_standard_streams() {
  // Opened in the wrong direction, so that using a stream that was closed is still an error.
  constexpr std::array<int, 3> wrong = {O_WRONLY, O_RDONLY, O_RDONLY};
  for (int stream = 0; stream < 3; ++stream) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    // open returns the lowest free number, which is this one.
    if (::open("/dev/null", wrong[static_cast<std::size_t>(stream)] | O_NOCTTY) < 0)
      static_cast<void>(::open("/", O_RDONLY | O_DIRECTORY));
  }
}

void ignore_fatal_writes() {
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
}

namespace {

std::optional<mode_t> users_umask;  // the user's, once keep_files_private has replaced it

}  // namespace

void keep_files_private() { users_umask = ::umask(S_IRWXG | S_IRWXO); }

UsersUmask::UsersUmask() : ours_(::umask(0)) { ::umask(users_umask.value_or(ours_)); }

UsersUmask::~UsersUmask() { ::umask(ours_); }

void keep_memory_private() {
  // RLIMIT_CORE does not apply to cores that are piped to a program, so it is only the fallback.
  // The first way ends with the next exec, so that the user's editor keeps its default.
  if (forbid_core_dumps()) return;
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_CORE, &limit) != 0) return;
  limit.rlim_cur = 0;
  ::setrlimit(RLIMIT_CORE, &limit);
}

}  // namespace connect::host
