// What the files of host/ share: descriptors that close themselves, errno as Error values, durable
// writes, checks that a file is safe, and the process's signals, standard streams and umask.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>

#include "connect/app.hpp"
#include "connect/result.hpp"

namespace connect::host {

/// Owns an open file descriptor; -1 means none.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  /// Gives up ownership: the caller closes the number.
  int release() { return std::exchange(number_, -1); }
  /// False when the system reports an error; a write error may be reported only here.
  bool close();

 private:
  int number_;
};

/// "NOT SAVED: No space left on device: PATH", with a hint for this errno; `option` is the option
/// that names another file.
Error not_saved(int system_error, const std::string& path,
                std::string_view option = "--ledger FILE");
Error not_saved(std::string why, std::string hint);
/// The hint for a file with a second name (hard link): the commands that give it its own.
std::string separated(const std::string& path);

/// "cannot read PATH: Permission denied".
Error unreadable(int system_error, const std::string& path);

/// Waits until a descriptor is ready for `what`, POLLIN or POLLOUT: another program may have made
/// it non-blocking. False when poll fails.
bool wait_for(int descriptor, short what);
/// Writes all bytes, in as many calls as the system needs. Returns errno, or 0.
int write_all(int descriptor, std::string_view bytes);

/// The current time of the clock behind the file system's timestamps, in ns since 1970; it moves in
/// ticks.
std::int64_t file_clock();
/// Makes a FileState of the result of stat. `path` is made absolute, but keeps its links.
FileState state_of(const struct stat& found, const std::string& path);

/// The path, prefixed with the working directory if it is relative.
std::string absolute(const std::string& path);
/// write_all, then fsync. Returns errno, or 0.
int write_durably(int descriptor, std::string_view bytes);

/// The folder that holds the path: everything before its last slash; "." when it has none.
std::string folder_of(const std::string& path);
/// Waits until the entries of the folder are on disk. False, with errno set, when they may not be.
/// Where the user may not open the folder or the file system cannot sync folders, there is nothing
/// to wait for: true.
[[nodiscard]] bool sync_folder(const std::string& folder);
/// Creates the folder and its parents, 0700, each synced in its parent.
Status make_folders(const std::string& folder);

/// Why the file or folder is not safe for private text, or nothing: another owner, write permission
/// for others, a second hard link, not a regular file. A folder of another user is refused to root
/// only.
std::optional<Error> distrust(const struct stat& file, const std::string& path);
std::optional<Error> distrust_folder(const std::string& folder);

/// Blocks INT, TERM, HUP and TSTP, between the write of a line and the output that confirms it, so
/// that no interrupt hides a save. release_signals and every start of a child unblock them.
void hold_signals();
void release_signals();
/// Opens descriptors 0, 1 and 2 on /dev/null where the caller closed them, so that no file of this
/// program gets one and receives the output. A stream that was closed still fails when it is read
/// or written.
void fill_standard_streams();
/// Ignores SIGPIPE and SIGXFSZ: a closed pipe and a file size limit become errors of write.
void ignore_fatal_writes();
/// Sets the umask to 077, whatever the user has: new files are for their owner alone.
void keep_files_private();
/// Restores the user's umask while it lives, for the files that a child creates.
class UsersUmask {
 public:
  UsersUmask();
  UsersUmask(const UsersUmask&) = delete;
  UsersUmask& operator=(const UsersUmask&) = delete;
  ~UsersUmask();

 private:
  mode_t ours_;
};
/// Keeps the process's memory, which holds private text, out of core files and crash reports.
void keep_memory_private();

}  // namespace connect::host
