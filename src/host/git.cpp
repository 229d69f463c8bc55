// The user's own git, with its settings, keys and helpers. It gets its words as they are, without a
// shell between; it may ask the person at the terminal, and reads nothing of our standard input.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "host/files.hpp"
#include "host/posix.hpp"

extern char** environ;

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
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (std::ranges::none_of(misleading, [&](auto name) { return text.starts_with(name); }))
      out.emplace_back(text);
  }
  const bool asks = ::isatty(STDIN_FILENO) == 1;
  if (!asks && std::getenv("GIT_TERMINAL_PROMPT") == nullptr)
    out.emplace_back("GIT_TERMINAL_PROMPT=0");
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

/// Starts git with these ends of the pipes; the system's error, or 0. Signals that we hold or
/// ignore are as usual for it.
int start(std::vector<std::string> words, const Pipe& in, const Pipe& out, const Pipe& err,
          pid_t& child) {
  posix_spawn_file_actions_t streams;
  posix_spawn_file_actions_init(&streams);
  posix_spawn_file_actions_adddup2(&streams, in.reader.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&streams, out.writer.number(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&streams, err.writer.number(), STDERR_FILENO);
  posix_spawnattr_t manner;
  posix_spawnattr_init(&manner);
  sigset_t none;
  sigset_t usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGXFSZ);
  posix_spawnattr_setsigmask(&manner, &none);
  posix_spawnattr_setsigdefault(&manner, &usual);
  posix_spawnattr_setflags(&manner, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> environment = clean_environment();
  const int failed = ::posix_spawnp(&child, "git", &streams, &manner, pointers(words).data(),
                                    pointers(environment).data());
  posix_spawnattr_destroy(&manner);
  posix_spawn_file_actions_destroy(&streams);
  return failed;
}

/// Hands over the next bytes; closes the pipe after the last, or when nobody reads them.
void give(Descriptor& writer, std::string_view& input) {
  const ssize_t written = ::write(writer.number(), input.data(), input.size());
  if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
  const bool goes_on = written >= 0 || errno == EAGAIN || errno == EINTR;
  if (!goes_on || input.empty()) writer.close();
}

void take(Descriptor& reader, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t got = ::read(reader.number(), buffer.data(), buffer.size());
  if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) reader.close();
}

/// All three at once, so that neither side waits for the other.
void converse(Descriptor& in, std::string_view input, Descriptor& out, Descriptor& err, Ran& ran) {
  if (input.empty()) in.close();
  if (in) ::fcntl(in.number(), F_SETFL, O_NONBLOCK);
  while (in || out || err) {
    std::array<pollfd, 3> ends = {
        {{in.number(), POLLOUT, 0}, {out.number(), POLLIN, 0}, {err.number(), POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
    if (ends[0].revents != 0) give(in, input);
    if (ends[1].revents != 0) take(out, ran.out);
    if (ends[2].revents != 0) take(err, ran.err);
  }
}

}  // namespace

Result<Ran> RealFiles::git(const std::string& folder, const std::vector<std::string>& words,
                           std::string_view input) {
  auto in = open_pipe();
  auto out = open_pipe();
  auto err = open_pipe();
  if (!in || !out || !err) return not_saved(EMFILE, "git");
  std::vector<std::string> all = {"git"};
  if (!folder.empty()) all.insert(all.end(), {"-C", folder});
  all.insert(all.end(), words.begin(), words.end());
  pid_t child = 0;
  if (const int failed = start(std::move(all), *in, *out, *err, child)) {
    const std::string why = failed == ENOENT ? "it is not installed" : std::strerror(failed);
    return Error{ErrorKind::apart, "git could not be started: " + why,
                 "install git; everything is saved here meanwhile"};
  }
  in->reader.close();
  out->writer.close();
  err->writer.close();
  Ran ran;
  converse(in->writer, input, out->reader, err->reader, ran);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) break;
  ran.code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return ran;
}

}  // namespace connect::host
