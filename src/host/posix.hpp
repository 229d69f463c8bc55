// Small things that all the host's files share: descriptors that close themselves, system errors as
// values, signals held while an answer is owed.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>

#include "connect/app.hpp"
#include "connect/result.hpp"

namespace connect::host {

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
  /// The number, which somebody else closes from now on.
  int release() { return std::exchange(number_, -1); }
  /// True when the system took the close; a write error may surface only here.
  bool close();

 private:
  int number_;
};

/// "NOT SAVED: No space left on device", with what the user can do about it.
Error not_saved(int system_error, const std::string& path,
                std::string_view option = "--ledger FILE");
Error not_saved(std::string why, std::string hint);
/// "cannot read PATH: Permission denied".
Error unreadable(int system_error, const std::string& path);

/// Waits until a descriptor that another program made non-blocking is ready for POLLIN or POLLOUT.
/// False when waiting is no use.
bool wait_for(int descriptor, short what);
/// Writes all of it, in as many calls as the system asks for. The system's error, or 0.
int write_all(int descriptor, std::string_view bytes);

/// Now, by the clock that the system stamps files with, in ns since 1970; it moves in ticks.
std::int64_t file_clock();
/// The state of the file of which this was found. `path` is as it is called.
FileState state_of(const struct stat& found, const std::string& path);

/// The path as it is called from anywhere.
std::string absolute(const std::string& path);
/// The same, and waits for the disk.
int write_durably(int descriptor, std::string_view bytes);

/// The folder that holds the path: everything before its last slash.
std::string folder_of(const std::string& path);
/// False when the disk did not confirm what the folder holds (errno says why). Where folders cannot
/// be synced at all, by right or by kind of file system, there is nothing to wait for.
[[nodiscard]] bool sync_folder(const std::string& folder);
/// Creates the folder and all above it, 0700, each made durable in its parent.
Status make_folders(const std::string& folder);

/// Why the file or its folder must not be trusted with private words, or nothing.
std::optional<Error> distrust(const struct stat& file, const std::string& path);
std::optional<Error> distrust_folder(const std::string& folder);

/// From here on INT, TERM, HUP and TSTP wait, for the moment between a line that is saved and the
/// answer that says so. They are let through by `release_signals`, and by every start of a child.
void hold_signals();
void release_signals();
/// Takes the numbers 0, 1 and 2 where the caller closed them, before a file of ours gets one and
/// the answer goes into it. A stream that was closed still cannot be read or written.
void fill_standard_streams();
/// A closed pipe and a file size limit are errors to be told, not reasons to die.
void ignore_fatal_writes();
/// Whatever the user's umask: what is created is for its owner, who can use it.
void keep_files_private();
/// As long as this lives the umask is again what the user set: what a child creates is not ours.
class UsersUmask {
 public:
  UsersUmask();
  UsersUmask(const UsersUmask&) = delete;
  UsersUmask& operator=(const UsersUmask&) = delete;
  ~UsersUmask();

 private:
  mode_t ours_;
};
/// A crash must not leave what was in memory, which is private, in a core file or a report.
void keep_memory_private();

}  // namespace connect::host
