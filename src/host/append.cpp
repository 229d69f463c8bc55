#include "host/append.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

#include "host/kernel.hpp"
#include "host/locked.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

/// The states of a file before and after an append.
struct States {
  FileState before;
  FileState after;
};

/// Truncates a partly written line away, unless the lock is missing or somebody wrote after it.
void roll_back(const Target& target, off_t before, off_t written) {
  struct stat now {};
  if (target.lock != Lock::held || ::fstat(target.file.number(), &now) != 0) return;
  if (now.st_size == before + written && ::ftruncate(target.file.number(), before) != 0) return;
}

/// The errno for a short write, which sets none: the file size limit (ulimit -f), else a full disk.
int reason_for_short_write(off_t end) {
  struct rlimit limit {};
  const bool limited = ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
                       static_cast<rlim_t>(end) >= limit.rlim_cur;
  return limited ? EFBIG : ENOSPC;
}

/// Sets the mtime to the precise time. Other writers get their times from a clock that moves in
/// ticks, so their next change gives another mtime, even within this tick. Returns the state of the
/// file then; nothing without a lock, when the file system does not keep nanoseconds, or when the
/// size shows another writer.
std::optional<FileState> stamped(const Target& target, const std::string& path,
                                 std::uint64_t size) {
  struct timespec now[2]{};
  struct stat found {};
  now[0].tv_nsec = UTIME_OMIT;
  if (target.lock != Lock::held || ::clock_gettime(CLOCK_REALTIME, &now[1]) != 0 ||
      ::futimens(target.file.number(), now) != 0 || ::fstat(target.file.number(), &found) != 0)
    return std::nullopt;
  FileState state = state_of(found, path);
  const bool is_between_ticks = found.st_mtim.tv_nsec == now[1].tv_nsec;
  state.is_settled = state.is_settled || is_between_ticks;
  return state.is_settled && state.size == size ? std::optional(state) : std::nullopt;
}

/// Writes the line, with an LF before it if the last line is unfinished. `states` are set to those
/// before and after, as far as nothing else changed the file in between.
Status write_line(Target& target, std::string_view line, const std::string& path,
                  std::optional<States>& states) {
  struct stat before {};
  if (::fstat(target.file.number(), &before) != 0) return not_saved(errno, path);
  target.empty = before.st_size == 0;
  std::string bytes(line);
  bytes += '\n';
  char last = '\n';
  if (!target.empty && ::pread(target.file.number(), &last, 1, before.st_size - 1) != 1)
    return not_saved(errno, path);
  if (last != '\n') bytes.insert(bytes.begin(), '\n');  // an unfinished line stays on its own
  const ssize_t written = ::write(target.file.number(), bytes.data(), bytes.size());
  if (written == static_cast<ssize_t>(bytes.size())) {
    const std::uint64_t size = static_cast<std::uint64_t>(before.st_size) + bytes.size();
    if (const auto after = stamped(target, path, size))
      states = States{state_of(before, path), *after};
    return success();
  }
  const int why = written < 0 ? errno : reason_for_short_write(before.st_size + written);
  if (written > 0) roll_back(target, before.st_size, written);
  return not_saved(why, path);
}

Error uncertain(const std::string& path) {
  Error error =
      not_saved("the disk did not confirm the write; the line may or may not be in " + path,
                "run the same command again; with the same --id it is saved only once");
  error.may_be_saved = true;
  return error;
}

/// Waits for the disk if `care` asks for it; of a new or empty file also for its folder entry.
Status settle(Target& target, const std::string& path, Files::Care care) {
  if (care == Files::Care::durable) {
    if (flush_to_disk(target.file.number()) != 0) return uncertain(path);
    const bool is_new = target.created || target.empty;
    if (is_new && !sync_folder(folder_of(path))) return uncertain(path);
  }
  return success();
}

/// Appends once. False when the file was replaced meanwhile, so that `path` names another one.
/// `given` is the path as the caller knows the file.
Result<bool> append_once(const std::string& path, const std::string& given, std::string_view line,
                         Files::Care care, const Files::Noted& noted, std::string& notice) {
  auto target = locked_target(path, care);
  if (!target) return target.error();
  std::optional<States> states;
  if (auto wrote = write_line(*target, line, path, states); !wrote) return wrote.error();
  if (states && noted) {
    states->before.path = states->after.path = absolute(given);
    noted(states->before, states->after);
  }
  if (auto settled = settle(*target, path, care); !settled) return settled.error();
  if (target->lock == Lock::unsupported)
    notice = "this file system has no locks; do not run connect from two places at once";
  const bool in_place = same_file(target->file.number(), path);
  if (!target->file.close()) return uncertain(path);
  return in_place;
}

}  // namespace

Result<std::string> append_line(const std::string& given, std::string_view line, Files::Care care,
                                const Files::Noted& noted) {
  if (auto made = make_folders(folder_of(given)); !made) return made.error();
  const std::string path = real_path(given);
  if (auto error = distrust_folder(folder_of(path))) return *error;
  std::string notice;
  for (int attempt = 0; attempt < reopenings; ++attempt) {
    // A second copy of a record counts once, so a file that replaced this one gets the line too.
    const auto in_place = append_once(path, given, line, care, noted, notice);
    if (!in_place && attempt == 0) return in_place.error();
    if (!in_place) return uncertain(path);  // the first file may be the one that stays
    if (!*in_place) continue;
    return notice;
  }
  return uncertain(path);
}

Status confirm_on_disk(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!file) return not_saved(errno, path);
  if (flush_to_disk(file.number()) != 0) return uncertain(path);
  if (!sync_folder(folder_of(real_path(path)))) return uncertain(path);
  return success();
}

}  // namespace connect::host
