// The whole program as one function: words and facts in, bytes and an exit code out. What it may
// touch of the world outside is the narrow interface Files; everything else it is told as values.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/result.hpp"
#include "domain/time/instant.hpp"

namespace connect {

/// One output stream, as the host found it.
struct Stream {
  bool terminal = false;
  bool colour = false;  // after NO_COLOR, CLICOLOR_FORCE and TERM; --color still overrides it
};

/// What the program is told of the world, read once at the start.
struct Facts {
  Instant now;
  int millisecond = 0;  // of the current second
  /// Minutes that local time is ahead of UTC at this local day and second of the day.
  std::function<int(Day, int)> offset_at;
  std::string folder;     // the working directory; empty when unknown
  std::string home;       // HOME; empty when it is not an absolute path
  std::string data_home;  // the XDG base directories; empty when there is no home
  std::string config_home;
  std::string state_home;
  std::string cache_home;
  std::string runtime_home;  // lasts as long as the login; empty when there is none
  std::string ledger;        // CONNECT_LEDGER, a leading ~/ expanded; else empty
  std::string config;        // CONNECT_CONFIG likewise
  bool prompts_off = false;  // CONNECT_NO_PROMPT
  bool utf8 = true;
  int columns = 80;
  Stream out;
  Stream err;
  std::array<std::uint8_t, 16> random{};
};

/// The path with a leading `~/` replaced by the home folder, as a shell would: none saw it after an
/// equals sign, in quotes, or in a variable that a service sets.
inline std::string home_expanded(std::string path, const std::string& home) {
  if (!home.empty() && path.starts_with("~/")) path.replace(0, home == "/" ? 2 : 1, home);
  return path;
}

/// What tells one state of a file from another without reading it.
struct FileState {
  std::string path;  // absolute
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // ns
  std::int64_t changed = 0;   // ns, which no program can set back
  /// Whatever is done to the file from now on shows in the fields above: the clock by which they
  /// are set has moved on since.
  bool is_settled = false;

  bool operator==(const FileState& other) const {
    return path == other.path && device == other.device && inode == other.inode &&
           size == other.size && modified == other.modified && changed == other.changed;
  }
};

struct Appended {
  std::string notice;  // one line worth saying, or empty
  /// How the file was before and after, if nothing else was done to it between; both or neither.
  std::optional<FileState> before;
  std::optional<FileState> after;
};

/// How a program of the user's ended.
struct Ran {
  int code = 0;  // 128 and the signal's number when one ended it; -1: its answer is not known
  std::string out;
  std::string err;
};

/// A note as the user's editor left it.
struct Draft {
  std::string text;  // without white space at its end
  std::string path;  // of the file that holds it
};

/// How a file is to be made anew as a whole.
struct Rewriting {
  /// The new bytes for the old ones (none, if there is no such file); nothing leaves the file as it
  /// is. May be asked more than once, when the file changes meanwhile.
  std::function<Result<std::optional<std::string>>(std::string_view old)> make;
  /// Whether what was read back says what it should; without it the same bytes are enough.
  std::function<bool(std::string_view written)> fits;
  std::string backup;  // where the old bytes go first; empty: nowhere
};

struct Rewritten {
  bool done = false;   // false: the file was left as it is
  std::string backup;  // where the old bytes are, under a name that was free
};

/// What makes a file or folder unfit for private words.
struct Concern {
  std::string kind;       // "permissions", "owner" or "second-name"
  std::string message;    // one line
  std::string remedy;     // one line
  bool mendable = false;  // `tighten` will do
};

/// Stands in the name of every file that is to take another one's place, before six characters.
inline constexpr std::string_view temporary_mark = ".connect-";

/// The files of the user, as the commands may use them.
class Files {
 public:
  using Sink = std::function<void(std::string_view)>;
  enum class Care : std::uint8_t {
    durable,  // waits for the lock up to 5 s and returns once the line is on disk
    ordered,  // waits for the lock, not for the disk
    passing,  // one attempt, no waiting for lock or disk
  };

  virtual ~Files() = default;

  /// Hands the bytes from `from` to the end to the sink, piece by piece. False when there is no
  /// such file; an error when it cannot be read.
  virtual Result<bool> read(const std::string& path, std::uint64_t from, const Sink& sink) = 0;
  /// The first bytes of a file, at most `size`; none when there is no such file, or when it cannot
  /// be read.
  virtual std::string first_bytes(const std::string& path, std::size_t size) = 0;
  /// All bytes of a file; nothing when there is no such file. `expected`: about how many.
  Result<std::optional<std::string>> whole(const std::string& path, std::size_t expected = 0);
  /// The same; nothing also when it cannot be read.
  std::optional<std::string> whole_if_readable(const std::string& path, std::size_t expected = 0);
  /// Names in a folder; empty when there is none, an error when it cannot be listed.
  virtual Result<std::vector<std::string>> list(const std::string& folder) = 0;
  /// The same; empty also when it cannot be listed.
  std::vector<std::string> names_in(const std::string& folder);
  /// Adds a line, or several with an LF between them, after whatever is there: all of it in one
  /// write or nothing. No LF at the end; file and folders are created privately.
  /// A success means that it is saved.
  virtual Result<Appended> append(const std::string& path, std::string_view line, Care care) = 0;
  /// Success means that what the file holds now is on disk.
  virtual Status confirm(const std::string& path) = 0;
  /// Writes a whole file, 0600. An existing one is replaced only if asked, and then atomically. A
  /// symbolic link stays, and what it leads to is written; a device or FIFO is written to.
  virtual Status write(const std::string& path, std::string_view bytes, bool replace) = 0;
  /// Replaces a file as a whole, under the lock that writers take: backup, new file beside it, on
  /// disk and read back, then one rename. Until then, and on any error, the file is as it was. A
  /// symbolic link stays, and what it leads to is replaced.
  virtual Result<Rewritten> rewrite(const std::string& path, const Rewriting& how) = 0;
  /// What is unsafe about a file or folder; nothing when it is not there.
  virtual std::vector<Concern> concerns(const std::string& path) = 0;
  /// From now on it is for its owner alone.
  virtual Status tighten(const std::string& path) = 0;
  /// Takes a file away; success also when there is none.
  virtual Status remove(const std::string& path) = 0;
  /// True when the moment kept in this file (epoch seconds) had come, and it was this process that
  /// moved it on to `next`; see is_due. Of many at once one is told so. Never waits for a lock.
  virtual Result<bool> claim(const std::string& path, std::int64_t now, std::int64_t next) = 0;
  /// Nothing when there is no such regular file.
  virtual std::optional<FileState> state(const std::string& path) = 0;
  /// Puts aside what can be made again: whole or not at all, private, no waiting for the disk, and
  /// no word when it fails.
  virtual void store_cache(const std::string& path, std::string_view bytes) = 0;
  /// At most `limit` bytes of standard input; more is an error.
  virtual Result<std::string> standard_input(std::size_t limit) = 0;
  /// The path, absolute and without symbolic links. Of a file that does not exist yet: the path
  /// under which it would be created.
  virtual std::string real_path(const std::string& path) = 0;
  /// Moves a file to this place, or to the first free one of PLACE.1, PLACE.2, ...: its new path.
  /// It leaves its old place only when it is on disk in the new one.
  virtual Result<std::string> set_aside(const std::string& path, const std::string& place) = 0;
  /// True when this process has what the path stands for to itself, until it ends. Does not wait.
  virtual Result<bool> hold(const std::string& path) = 0;
  /// Runs the user's own git in a folder, or where we are when that is empty. No shell sees the
  /// words. How it ended is no error here; only a git that cannot be started is one.
  virtual Result<Ran> git(const std::string& folder, const std::vector<std::string>& words,
                          std::string_view input) = 0;
  /// What the user's editor makes of the text, in a private file of this folder. The file is left
  /// there, also when we are ended meanwhile, until somebody removes it. On an error it is left
  /// only if there are new words in it, and then the error names it.
  virtual Result<Draft> edited(std::string_view text, const std::string& folder) = 0;
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

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
  bool saved = false;    // something was written to the ledger: a failing stdout must not hide it
  bool unasked = false;  // nobody waits for the answer: a failing stdout is no error
};

/// Runs one command line (without the program's name). Never throws; prints nothing itself.
Outcome run(const std::vector<std::string>& words, const Facts& facts, Files& files);

}  // namespace connect
