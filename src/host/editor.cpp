// Opens the user's editor on a note or on a file. A note is in a file with mode 0600 from before
// the editor starts until the caller has saved it, so that no text is lost when a process is
// killed.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "domain/text/shell_word.hpp"
#include "host/child.hpp"
#include "host/files.hpp"
#include "host/posix.hpp"
#include "host/programs.hpp"

namespace connect::host {
namespace {

/// The command from VISUAL or EDITOR, which may contain options; empty without either.
std::string chosen_editor() {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  return "";
}

std::string editor() {
  const std::string chosen = chosen_editor();
  return chosen.empty() ? "vi" : chosen;
}

/// The folder to use when the given one cannot be: the runtime directory, else /tmp.
std::string last_resort() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  return runtime != nullptr && *runtime == '/' ? runtime : "/tmp";
}

/// Creates a private file in the folder, else in the last resort, and sets `path` to its path.
Descriptor new_draft(const std::string& folder, std::string& path) {
  Descriptor file;
  if (!folder.empty() && make_folders(folder) && !distrust_folder(folder)) {
    path = folder + "/note-XXXXXX.txt";
    file = Descriptor(::mkostemps(path.data(), 4, O_CLOEXEC));
  }
  if (file) return file;
  path = last_resort() + "/connect-note-XXXXXX.txt";
  return Descriptor(::mkostemps(path.data(), 4, O_CLOEXEC));
}

std::string trimmed(std::string text) {
  while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
  return text;
}

/// Runs the editor on the file, through a shell, because the command may contain options. False
/// when it could not start or its exit status is not 0.
bool run_editor(const std::string& path) {
  const std::string command = "exec " + editor() + " \"$1\"";
  return run_in_front({{"/bin/sh", "-c", command, "sh", path}, environment_of_ours()}) == 0;
}

}  // namespace

Result<Draft> RealPrograms::edited(std::string_view text, const std::string& folder) {
  std::string path;
  Descriptor file = new_draft(folder, path);
  if (!file) return not_saved(errno, path);
  int failed = write_all(file.number(), text);
  if (!file.close() && failed == 0) failed = errno;
  if (failed != 0) {
    ::unlink(path.c_str());
    return not_saved(failed, path);
  }
  const bool ran = run_editor(path);
  auto out = RealFiles().whole_if_readable(path);
  if (ran && out) return Draft{trimmed(*std::move(out)), path};
  // A file that was deleted, emptied or left unchanged holds nothing to keep.
  const bool has_words =
      out && trimmed(*out) != trimmed(std::string(text)) && !trimmed(*out).empty();
  if (!has_words) ::unlink(path.c_str());
  return not_saved(
      (ran ? "the editor left no note: " : "the editor exited with an error: ") + editor(),
      has_words ? "your note is in " + path + "; to save it, run the same command with -m - < " +
                      shell_word(path) + " instead of -e"
                : "set VISUAL or EDITOR, or give the note with -m TEXT");
}

Status RealPrograms::edit(const std::string& path) {
  const std::string remedy = "set VISUAL or EDITOR, or open the file yourself: " + shell_word(path);
  // An editor that the user chose may have a window of its own.
  const bool has_terminal = ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
  if (chosen_editor().empty() && !has_terminal)
    return Error{ErrorKind::not_saved, "vi cannot be opened without a terminal", remedy};
  if (run_editor(absolute(path))) return success();
  return Error{ErrorKind::not_saved, "the editor exited with an error: " + editor(), remedy};
}

}  // namespace connect::host
