// Programs of the user's that we run: git, an editor. Every child is started here and nowhere else.
//
// A child finds the world as the user left it, not as we set it up for ourselves: no signal is
// blocked, SIGPIPE and SIGXFSZ do what they do by default, new files get the user's umask. It stays
// in our process group, so that the terminal's Ctrl-C and Ctrl-Z reach it as well as us; therefore
// we block no signal while one runs.
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace connect::host {

/// What to run, and with which streams.
struct Program {
  std::vector<std::string> words;        // the first is looked up in PATH; no shell sees them
  std::vector<std::string> environment;  // NAME=VALUE
  int in = STDIN_FILENO;                 // descriptors of ours that become its 0, 1 and 2
  int out = STDOUT_FILENO;
  int err = STDERR_FILENO;
};

/// Our own environment.
std::vector<std::string> environment_of_ours();

class Child {
 public:
  explicit Child(pid_t number) : number_(number) {}

  pid_t number() const { return number_; }
  /// Whether it has ended. Does not wait.
  bool has_ended();
  /// Waits for its end: its exit status, 128 and the number of the signal that ended it, or -1 when
  /// the system cannot tell.
  int wait();

 private:
  bool look(int options);

  pid_t number_;
  std::optional<int> status_;  // as waitpid gives it
};

/// Starts it; from now on the signals that were held for an answer are released. The system's
/// error, or 0.
int start(Program program, pid_t& child);

/// What a child printed, and the system's error when not all of it could be read, or 0.
struct Printed {
  std::string out;
  std::string err;
  int failed = 0;
};

/// Gives the child `input` and reads what it prints until it has ended. A process that it leaves
/// behind may keep the pipes open; nobody waits for that one. The descriptors are our ends of the
/// pipes, and are closed.
Printed converse(Child& child, int in, std::string_view input, int out, int err);

/// Runs a program that has the terminal, and waits for it: as Child::wait, or -1 with errno set
/// when it could not be started. Ctrl-C and Ctrl-\ are meant for it: until it ends they do nothing
/// to us.
int run_in_front(Program program);

}  // namespace connect::host
