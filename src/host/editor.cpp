// A note written in the user's own editor. The words are on disk only while the editor runs, in a
// file that nobody else can read.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "host/child.hpp"
#include "host/files.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

std::string editor() {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  return "vi";
}

std::string private_folder() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  return runtime != nullptr && *runtime == '/' ? runtime : "/tmp";
}

/// Runs the editor on the file; false when it could not start or did not end well.
bool run_editor(const std::string& path) {
  const std::string command = "exec " + editor() + " \"$1\"";
  return run_in_front({{"/bin/sh", "-c", command, "sh", path}, environment_of_ours()}) == 0;
}

}  // namespace

Result<std::string> RealFiles::edited(std::string_view text) {
  std::string path = private_folder() + "/connect-note-XXXXXX.txt";
  Descriptor file(::mkostemps(path.data(), 4, O_CLOEXEC));
  if (!file) return not_saved(errno, path);
  const int failed = write_all(file.number(), text);
  const bool closed = file.close();
  const bool ran = failed == 0 && closed && run_editor(path);
  auto out = whole_if_readable(path);
  ::unlink(path.c_str());
  if (!ran || !out)  // an editor that took the file away has said nothing
    return not_saved("the editor did not end well: " + editor(),
                     "set VISUAL or EDITOR, or give the note with -m TEXT");
  while (out->ends_with('\n') || out->ends_with(' ')) out->pop_back();
  return *std::move(out);
}

}  // namespace connect::host
