#include "host/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>

#include "host/kernel.hpp"
#include "host/posix.hpp"

extern char** environ;

namespace connect::host {
namespace {

/// The array that exec expects, with a null pointer at its end; valid as long as the texts.
std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

/// The signals that children get back with their default actions: those that this process ignores,
/// and SIGCHLD. A parent that ignores SIGCHLD would otherwise hide the exit status of every child
/// from this process and from git.
sigset_t signals_of_ours() {
  sigset_t set;
  sigemptyset(&set);
  for (int signal : {SIGPIPE, SIGXFSZ, SIGCHLD}) sigaddset(&set, signal);
  return set;
}

/// Writes the next bytes; closes the pipe after the last one, or when its reader is gone.
void give(Descriptor& writer, std::string_view& input) {
  const ssize_t written = ::write(writer.number(), input.data(), input.size());
  if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
  const bool goes_on = written >= 0 || errno == EAGAIN || errno == EINTR;
  if (!goes_on || input.empty()) writer.close();
}

/// Reads the next bytes; closes the pipe at its end. Returns errno, or 0.
int take(Descriptor& reader, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t got = ::read(reader.number(), buffer.data(), buffer.size());
  if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  const int failed = got < 0 ? errno : 0;
  if (got <= 0) reader.close();
  return failed;
}

/// The three pipes to a child, and a descriptor that becomes readable when it ends (end_of).
struct Pipes {
  Descriptor in, out, err, end;
  std::string_view input;

  bool any() const { return in || out || err; }
};

/// The poll timeout in ms: -1, which is none, where the system reports the end of the child.
int patience(const Pipes& pipes, bool has_ended) {
  // Where it does not, waitpid is asked this often.
  constexpr int until_asked_again = 50;
  if (has_ended) return 0;
  return pipes.end ? -1 : until_asked_again;
}

/// Polls once and moves what is ready. Returns how many of the output pipes had something, or -1 on
/// an error.
int exchange(Pipes& pipes, int wait_ms, Printed& printed) {
  std::array<pollfd, 4> ends = {{{pipes.in.number(), POLLOUT, 0},
                                 {pipes.out.number(), POLLIN, 0},
                                 {pipes.err.number(), POLLIN, 0},
                                 {pipes.end.number(), POLLIN, 0}}};
  if (::poll(ends.data(), ends.size(), wait_ms) < 0) {
    if (errno == EINTR) return 0;
    printed.failed = errno;
    return -1;
  }
  if (ends[0].revents != 0) give(pipes.in, pipes.input);
  if (ends[1].revents != 0) printed.failed = take(pipes.out, printed.out);
  if (ends[2].revents != 0 && printed.failed == 0) printed.failed = take(pipes.err, printed.err);
  if (printed.failed != 0) return -1;
  return static_cast<int>(ends[1].revents != 0) + static_cast<int>(ends[2].revents != 0);
}

}  // namespace

Pipe open_pipe() {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe(ends.data()) == 0)
    for (int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::vector<std::string> environment_of_ours() {
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry) out.emplace_back(*entry);
  return out;
}

bool Child::look(int options) {
  int status = 0;
  pid_t found = 0;
  while (!status_ && (found = ::waitpid(number_, &status, options)) < 0)
    if (errno != EINTR) return false;
  if (found == number_) status_ = status;
  return status_.has_value();
}

bool Child::has_ended() { return look(WNOHANG); }

int Child::wait() {
  if (!look(0)) return -1;
  return WIFSIGNALED(*status_) ? 128 + WTERMSIG(*status_) : WEXITSTATUS(*status_);
}

int start(Program program, pid_t& child) {
  ::signal(SIGCHLD, SIG_DFL);
  posix_spawn_file_actions_t streams;
  posix_spawn_file_actions_init(&streams);
  posix_spawn_file_actions_adddup2(&streams, program.in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&streams, program.out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&streams, program.err, STDERR_FILENO);
  posix_spawnattr_t manner;
  posix_spawnattr_init(&manner);
  sigset_t none;
  sigemptyset(&none);
  const sigset_t usual = signals_of_ours();
  posix_spawnattr_setsigmask(&manner, &none);
  posix_spawnattr_setsigdefault(&manner, &usual);
  posix_spawnattr_setflags(&manner, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  release_signals();
  int failed = 0;
  {
    const UsersUmask users;
    failed = ::posix_spawnp(&child, program.words.front().c_str(), &streams, &manner,
                            pointers(program.words).data(), pointers(program.environment).data());
  }
  posix_spawnattr_destroy(&manner);
  posix_spawn_file_actions_destroy(&streams);
  return failed;
}

Printed converse(Child& child, int in, std::string_view input, int out, int err) {
  Pipes pipes{Descriptor(in), Descriptor(out), Descriptor(err), end_of(child.number()), input};
  Printed printed;
  if (input.empty()) pipes.in.close();
  if (pipes.in) ::fcntl(in, F_SETFL, O_NONBLOCK);
  while (pipes.any()) {
    const bool has_ended = child.has_ended();
    // All output of an ended child is in the pipes already. A bounded number of reads, 64 KiB each,
    // empties them; reading to their end could take forever if a background process writes on.
    constexpr int most_in_pipes = 16;
    for (int i = 0; i < (has_ended ? most_in_pipes : 1) && pipes.any(); ++i) {
      const int done = exchange(pipes, patience(pipes, has_ended), printed);
      if (done < 0 || (has_ended && done == 0)) break;
    }
    if (has_ended || printed.failed != 0) break;
  }
  return printed;
}

Ran run_between_pipes(Program program, std::string_view input) {
  Pipe in = open_pipe();
  Pipe out = open_pipe();
  Pipe err = open_pipe();
  if (!in || !out || !err) return {{}, EMFILE};
  program.in = in.reader.number();
  program.out = out.writer.number();
  program.err = err.writer.number();
  pid_t number = 0;
  if (const int failed = start(std::move(program), number)) return {{}, failed};
  in.reader.close();
  out.writer.close();
  err.writer.close();
  Child child(number);
  Printed printed =
      converse(child, in.writer.release(), input, out.reader.release(), err.reader.release());
  const int code = child.wait();
  return {{printed.failed == 0 ? code : -1, std::move(printed.out), std::move(printed.err)}, 0};
}

int run_in_front(Program program, const std::function<void()>& meanwhile) {
  sigset_t interrupts;
  sigset_t before;
  sigemptyset(&interrupts);
  for (int signal : {SIGINT, SIGQUIT}) sigaddset(&interrupts, signal);
  // Blocked until they are ignored, so that the child starts with their default actions.
  ::sigprocmask(SIG_BLOCK, &interrupts, &before);
  pid_t number = 0;
  const int failed = start(std::move(program), number);
  struct sigaction ignored {};
  struct sigaction of_int {};
  struct sigaction of_quit {};
  ignored.sa_handler = SIG_IGN;
  ::sigaction(SIGINT, &ignored, &of_int);
  ::sigaction(SIGQUIT, &ignored, &of_quit);
  ::sigprocmask(SIG_UNBLOCK, &interrupts, nullptr);
  if (failed == 0 && meanwhile) meanwhile();
  const int code = failed == 0 ? Child(number).wait() : -1;
  ::sigaction(SIGINT, &of_int, nullptr);
  ::sigaction(SIGQUIT, &of_quit, nullptr);
  errno = failed;
  return code;
}

}  // namespace connect::host
