// The interface between the program and the operating system. `run` takes the arguments and the
// facts read at the start, and returns the exit status and all output as bytes. It reaches the
// system only through two interfaces: Files, for the disk and standard input, and Programs, for the
// child processes. host/ implements both. Tests run the whole program in process, with a frozen
// clock and implementations in memory (tests/support/memory_files.hpp, memory_programs.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/result.hpp"
#include "domain/outcome/finding.hpp"
#include "domain/time/instant.hpp"

namespace connect {

/// An output stream and what it can show, as the host detected it.
struct Stream {
  bool terminal = false;
  bool colour = false;  // from NO_COLOR, CLICOLOR_FORCE and TERM; --color overrides it
};

/// Everything the program knows about its environment, read once at the start.
struct Facts {
  Instant now;
  int millisecond = 0;  // of the current second
  /// Local time minus UTC, in minutes, at this local day and second of the day (0 to 86399).
  std::function<int(Day, int)> offset_at;
  std::string folder;     // the working directory; empty when unknown
  std::string home;       // HOME; empty when it is not an absolute path
  std::string data_home;  // the XDG base directories; empty when there is no home
  std::string config_home;
  std::string state_home;
  std::string cache_home;
  std::string runtime_home;  // deleted at logout; empty when there is none
  std::string ledger;        // CONNECT_LEDGER, a leading ~/ expanded; empty when unset
  std::string config;        // CONNECT_CONFIG likewise
  bool prompts_off = false;  // CONNECT_NO_PROMPT is set
  bool utf8 = true;          // the locale's encoding is UTF-8
  int columns = 80;          // the width of the terminal, in cells
  int rows = 0;              // its height; 0 when unknown
  std::string_view build;  // what this program was built from: commit, date and platform, or empty
  Stream out;
  Stream err;
  std::array<std::uint8_t, 16> random{};  // for the ids of new records
};

/// The path with a leading `~/` replaced by the home directory. The shell expands it only at the
/// start of an unquoted word: not after an equals sign, in quotes, or in a variable that a service
/// sets.
inline std::string home_expanded(std::string path, const std::string& home) {
  if (!home.empty() && path.starts_with("~/")) path.replace(0, home == "/" ? 2 : 1, home);
  return path;
}

/// Identifies one state of a file without reading it: equal states mean equal bytes, provided that
/// the earlier state was settled.
struct FileState {
  std::string path;  // absolute
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // ns since 1970; the mtime
  std::int64_t changed = 0;   // ns since 1970; the ctime, which no program can set back
  /// The clock of the file system has moved on since the last change, so that any later change
  /// shows in the fields above. A property of the moment, not of the state: operator== ignores it.
  bool is_settled = false;

  bool operator==(const FileState& other) const {
    return path == other.path && device == other.device && inode == other.inode &&
           size == other.size && modified == other.modified && changed == other.changed;
  }
};

/// How to replace a file as a whole.
struct Rewriting {
  /// Returns the new bytes for the old ones (empty if there is no such file), or nothing to leave
  /// the file as it is. Called again when the file changes meanwhile, so it must have no side
  /// effects.
  std::function<Result<std::optional<std::string>>(std::string_view old)> make;
  /// Validates the bytes read back from disk, which equal the new ones; optional.
  std::function<bool(std::string_view written)> fits;
  std::string backup;  // a copy of the old bytes is made here first; empty: none
};

struct Rewritten {
  bool done = false;   // false: the file was left as it is
  std::string backup;  // path of the copy, with the suffix .2, .3, ... if the name was taken
};

/// Part of the name of every temporary file that will replace another: PATH.connect-XXXXXX.
/// `doctor` finds leftovers by it.
inline constexpr std::string_view temporary_mark = ".connect-";

/// Every file access of the commands. Paths may be relative to the working directory.
class Files {
 public:
  using Sink = std::function<void(std::string_view)>;
  enum class Care : std::uint8_t {
    durable,      // waits up to 5 s for the lock, and until the line is on disk
    ordered,      // waits up to 5 s for the lock, but not for the disk
    best_effort,  // tries the lock once and does not wait for the disk
  };

  /// Takes the states of a file before and after an append, if nothing else changed it in between.
  using Noted = std::function<void(const FileState& before, const FileState& after)>;

  virtual ~Files() = default;

  /// Passes the bytes from offset `from` to the end to the sink, piece by piece. False when there
  /// is no such file; an error when it is not a regular file or cannot be read.
  virtual Result<bool> read(const std::string& path, std::uint64_t from, const Sink& sink) = 0;
  /// Up to `size` bytes of a file from offset `from` on; none when there is no such file or it
  /// cannot be read.
  virtual std::string bytes_at(const std::string& path, std::uint64_t from, std::size_t size) = 0;
  /// All bytes of a file; nothing when there is no such file. `expected`: size to reserve.
  Result<std::optional<std::string>> whole(const std::string& path, std::size_t expected = 0);
  /// The same, but also nothing when the file cannot be read.
  std::optional<std::string> whole_if_readable(const std::string& path, std::size_t expected = 0);
  /// The names in a folder, sorted, without `.` and `..`; empty when there is no such folder, an
  /// error when it cannot be listed.
  virtual Result<std::vector<std::string>> list(const std::string& folder) = 0;
  /// The same, but also empty when the folder cannot be listed.
  std::vector<std::string> names_in(const std::string& folder);
  /// Appends a line, or several with an LF between them, in a single write: everything or nothing.
  /// `line` has no LF at its end. An unfinished last line in the file is ended first. The file is
  /// created 0600, missing folders 0700. With Care::durable, success means that the line is on
  /// disk. Returns a message for the user, or an empty string. `noted` may be empty; it is called
  /// while the file is still locked, so that of several processes the one that appends next sees
  /// what it did.
  virtual Result<std::string> append(const std::string& path, std::string_view line, Care care,
                                     const Noted& noted) = 0;
  /// Success means that the current content of the file is on disk.
  virtual Status confirm(const std::string& path) = 0;
  /// Writes a whole file, 0600. An existing file is an error unless `replace` is set; it is then
  /// replaced atomically. A symbolic link stays, and its target is written; a device or FIFO is
  /// written to.
  virtual Status write(const std::string& path, std::string_view bytes, bool replace) = 0;
  /// Replaces a file as a whole under the same lock as `append`: backup, new file next to it,
  /// fsync, read back, then one rename. On any error before the rename the file is unchanged. A
  /// symbolic link stays, and its target is replaced.
  virtual Result<Rewritten> rewrite(const std::string& path, const Rewriting& how) = 0;
  /// Why a file or folder is not safe for private text: findings of the kinds "owner" (it belongs
  /// to another user), "permissions" (others have access) and "second-name" (a hard link). Empty
  /// when it is not there.
  virtual std::vector<Finding> privacy_findings(const std::string& path) = 0;
  /// Takes permissions from group and others: all of a file's, and write permission of a folder's.
  virtual Status tighten(const std::string& path) = 0;
  /// Deletes a file; success also when there is none.
  virtual Status remove(const std::string& path) = 0;
  /// Compare and set, for one of many processes: when the time stored in this file (epoch seconds)
  /// has come, see is_due, stores `next` and returns true. False when it has not, or when another
  /// process holds the file. Never waits for a lock.
  virtual Result<bool> claim(const std::string& path, std::int64_t now, std::int64_t next) = 0;
  /// The current state; nothing when there is no such regular file.
  virtual std::optional<FileState> state(const std::string& path) = 0;
  /// Whether this regular file has content. Waits up to 0.2 s for another process that is just
  /// creating it.
  virtual bool appears(const std::string& path) = 0;
  /// Writes a cache file: atomically, 0600, without waiting for the disk. Failure is silent,
  /// because the content can be computed again.
  virtual void store_cache(const std::string& path, std::string_view bytes) = 0;
  /// Standard input to its end; more than `limit` bytes is a usage error.
  virtual Result<std::string> standard_input(std::size_t limit) = 0;
  /// The path, absolute and without symbolic links. For a file that does not exist yet: the path at
  /// which it would be created.
  virtual std::string real_path(const std::string& path) = 0;
  /// Moves a file to `place`, or to the first free name of PLACE.1, PLACE.2, ..., and returns its
  /// new path. It is on disk there before it is removed from here.
  virtual Result<std::string> set_aside(const std::string& path, const std::string& place) = 0;
  /// Takes an exclusive lock on the file, created if needed, until this process ends. False when
  /// another process holds it; does not wait. True where the file system has no locks.
  virtual Result<bool> lock_until_exit(const std::string& path) = 0;
};

inline Result<std::optional<std::string>> Files::whole(const std::string& path,
                                                       std::size_t expected) {
  std::string bytes;
  bytes.reserve(expected);
  const auto found = read(path, 0, [&](std::string_view piece) { bytes.append(piece); });
  if (!found) return found.error();
  return *found ? std::optional(std::move(bytes)) : std::nullopt;
}

inline std::optional<std::string> Files::whole_if_readable(const std::string& path,
                                                           std::size_t expected) {
  auto bytes = whole(path, expected);
  return bytes ? *std::move(bytes) : std::nullopt;
}

inline std::vector<std::string> Files::names_in(const std::string& folder) {
  auto names = list(folder);
  return names ? *std::move(names) : std::vector<std::string>{};
}

/// The result of a child process.
struct ProcessResult {
  int code = 0;  // exit status; 128 + signal number; -1: unknown, output incomplete
  std::string out;
  std::string err;
};

/// A note as the user left it in the editor.
struct Draft {
  std::string text;  // without spaces and LFs at its end
  std::string path;  // of the file that holds it; the caller removes it
};

/// Every child process of the commands.
class Programs {
 public:
  virtual ~Programs() = default;

  /// Runs the user's git in a folder, or in the working directory when that is empty, with `words`
  /// as its arguments (no shell parses them) and `input` as its standard input. The exit status is
  /// in ProcessResult; only a git that cannot be started is an error.
  virtual Result<ProcessResult> git(const std::string& folder,
                                    const std::vector<std::string>& words,
                                    std::string_view input) = 0;
  /// Opens the text in the user's editor, as a private file in this folder, and returns the result.
  /// The file survives, even if this process is killed, until the caller removes it. On an error it
  /// is kept only if it holds new text, and the error names it.
  virtual Result<Draft> edited(std::string_view text, const std::string& folder) = 0;
  /// Opens a file of the user's in their editor, and waits until the editor ends.
  virtual Status edit(const std::string& path) = 0;
  /// Shows the text in the user's pager, and waits until the pager ends. False when nothing was
  /// shown: the user wants no pager, or it could not be started.
  virtual bool page(std::string_view text) = 0;
  /// Opens a URL in the user's program for it, and waits until that ends.
  virtual Status open(const std::string& url) = 0;
  /// Runs a program with these words, which no shell parses, and without input. The exit status is
  /// in ProcessResult; only a program that cannot be started is an error.
  virtual Result<ProcessResult> output_of(const std::vector<std::string>& words) = 0;
};

/// The result of one command.
struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
  bool saved = false;    // the ledger was written: a failing stdout must not hide it
  bool unasked = false;  // nobody waits for the output: a failing stdout is not an error
};

/// Runs one command line, given without the program's name. Prints nothing. Failures are in the
/// Outcome; an exception is a bug, which main reports.
Outcome run(const std::vector<std::string>& words, const Facts& facts, Files& files,
            Programs& programs);

}  // namespace connect
