// Child processes: git, the editor, the pager and the opener of addresses, and the shell that
// starts some of them. Every child is started here.
//
// A child gets the environment that the user set up, not the one that this process made for itself:
// no signal is blocked, SIGPIPE, SIGXFSZ and SIGCHLD have their default actions, and new files get
// the user's umask. It stays in this process group, so that Ctrl-C and Ctrl-Z at the terminal reach
// both; therefore this process blocks no signal while a child runs.
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"
#include "host/posix.hpp"

namespace connect::host {

/// What to run, and with which environment and streams.
struct Program {
  std::vector<std::string> words;        // argv; [0] is looked up in PATH, no shell
  std::vector<std::string> environment;  // NAME=VALUE
  int in = STDIN_FILENO;                 // descriptors of this process that become its 0, 1 and 2
  int out = STDOUT_FILENO;
  int err = STDERR_FILENO;
};

/// A pipe whose two ends children do not inherit; without ends, and errno set, when there is none.
struct Pipe {
  Descriptor reader;
  Descriptor writer;

  explicit operator bool() const { return static_cast<bool>(reader); }
};
Pipe open_pipe();

/// The environment of this process, as NAME=VALUE.
std::vector<std::string> environment_of_ours();

/// A child that was started. Its destructor neither waits for it nor ends it.
class Child {
 public:
  explicit Child(pid_t number) : number_(number) {}

  pid_t number() const { return number_; }
  /// Whether it has ended. Does not wait.
  bool has_ended();
  /// Waits for its end. Returns its exit status, 128 + the number of the signal that ended it, or
  /// -1 when the system does not know.
  int wait();

 private:
  bool look(int options);

  pid_t number_;
  std::optional<int> status_;  // as waitpid returns it; empty while it runs
};

/// Starts a program and stores its process id in `child`. Releases the signals that hold_signals
/// blocks. Returns errno, or 0.
int start(Program program, pid_t& child);

/// The output of a child, and errno when it could not be read completely, or 0.
struct Printed {
  std::string out;
  std::string err;
  int failed = 0;
};

/// Writes `input` to the child and reads its output until it has ended. Does not wait for
/// background processes that it leaves and that keep the pipes open. Takes ownership of the
/// descriptors, which are this process's ends of the pipes, and closes them.
Printed converse(Child& child, int in, std::string_view input, int out, int err);

/// The result of a child, and errno when it could not be started, or 0.
struct Ran {
  ProcessResult result;
  int failed = 0;
};

/// Runs a program with pipes as its streams, and waits for its end. Truncated output must not be
/// parsed, so its code is -1.
Ran run_between_pipes(Program program, std::string_view input);

/// Runs a program in the foreground and waits for it. Returns as Child::wait does, or -1 with errno
/// set when it could not be started. Until it ends this process ignores Ctrl-C and Ctrl-\, which
/// are meant for the program. `meanwhile`: called once, when the program has been started.
int run_in_front(Program program, const std::function<void()>& meanwhile = {});

}  // namespace connect::host
