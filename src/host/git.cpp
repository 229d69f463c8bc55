// The user's own git, with its settings, keys and helpers. It gets its words as they are, without a
// shell between; it may ask the person at the terminal, and reads nothing of our standard input.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "host/child.hpp"
#include "host/files.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

struct Pipe {
  Descriptor reader;
  Descriptor writer;
};

Result<Pipe> open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return not_saved(errno, "git");
  for (int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Our environment without what would lead git to another repository than the folder's; a git hook
/// or alias that runs us sets such variables. Nobody can answer a question where no terminal is.
std::vector<std::string> clean_environment() {
  constexpr std::array<std::string_view, 8> misleading = {
      "GIT_DIR=",        "GIT_WORK_TREE=", "GIT_INDEX_FILE=",        "GIT_OBJECT_DIRECTORY=",
      "GIT_COMMON_DIR=", "GIT_NAMESPACE=", "GIT_LITERAL_PATHSPECS=", "GIT_PREFIX="};
  std::vector<std::string> out = environment_of_ours();
  std::erase_if(out, [&](const std::string& entry) {
    return std::ranges::any_of(misleading, [&](auto name) { return entry.starts_with(name); });
  });
  const bool asks = ::isatty(STDIN_FILENO) == 1;
  if (!asks && std::getenv("GIT_TERMINAL_PROMPT") == nullptr)
    out.emplace_back("GIT_TERMINAL_PROMPT=0");
  return out;
}

}  // namespace

Result<Ran> RealFiles::git(const std::string& folder, const std::vector<std::string>& words,
                           std::string_view input) {
  auto in = open_pipe();
  auto out = open_pipe();
  auto err = open_pipe();
  if (!in || !out || !err) return not_saved(EMFILE, "git");
  Program program{{"git"},
                  clean_environment(),
                  in->reader.number(),
                  out->writer.number(),
                  err->writer.number()};
  if (!folder.empty()) program.words.insert(program.words.end(), {"-C", folder});
  program.words.insert(program.words.end(), words.begin(), words.end());
  pid_t number = 0;
  if (const int failed = start(std::move(program), number)) {
    const std::string why = failed == ENOENT ? "it is not installed" : std::strerror(failed);
    return Error{ErrorKind::apart, "git could not be started: " + why,
                 "install git; everything is saved here meanwhile"};
  }
  in->reader.close();
  out->writer.close();
  err->writer.close();
  Child child(number);
  Printed printed =
      converse(child, in->writer.release(), input, out->reader.release(), err->reader.release());
  const int code = child.wait();
  // What was not read whole is no answer to go by.
  return Ran{printed.failed == 0 ? code : -1, std::move(printed.out), std::move(printed.err)};
}

}  // namespace connect::host
