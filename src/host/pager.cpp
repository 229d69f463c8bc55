// Shows an answer in the user's pager: $CONNECT_PAGER, else $PAGER, else less. The pager reads the
// answer from a pipe and the keys from the terminal.
#include <cerrno>
#include <cstdlib>
#include <optional>

#include "host/child.hpp"
#include "host/programs.hpp"

namespace connect::host {
namespace {

/// The command from CONNECT_PAGER or PAGER, which may contain options; nothing when neither is set.
std::optional<std::string> chosen_pager() {
  for (const char* name : {"CONNECT_PAGER", "PAGER"})
    if (const char* value = std::getenv(name)) return value;
  return std::nullopt;
}

/// The user has set the command to nothing, to see answers without a pager.
bool is_off(const std::optional<std::string>& chosen) {
  return chosen && chosen->find_first_not_of(" \t") == chosen->npos;
}

/// A terminal that cannot move its cursor. less would complain about it and wait for a key.
bool is_dumb_terminal() {
  const char* term = std::getenv("TERM");
  return term == nullptr || *term == '\0' || std::string_view(term) == "dumb";
}

/// Less shows colours (R), ends by itself when everything fits (F) and leaves the text on the
/// screen (X), unless the user has set other options in LESS.
std::vector<std::string> pager_environment() {
  std::vector<std::string> out = environment_of_ours();
  if (std::getenv("LESS") == nullptr) out.emplace_back("LESS=FRX");
  return out;
}

}  // namespace

bool RealPrograms::page(std::string_view text) {
  const auto chosen = chosen_pager();
  if (is_off(chosen) || is_dumb_terminal()) return false;
  Pipe pipe = open_pipe();
  if (!pipe) return false;
  // A shell splits the user's command into words.
  Program program{chosen ? std::vector<std::string>{"/bin/sh", "-c", "exec " + *chosen}
                         : std::vector<std::string>{"less", "-FRX"},
                  pager_environment(), pipe.reader.number()};
  const int code = run_in_front(std::move(program), [&] {
    pipe.reader.close();
    write_all(pipe.writer.number(), text);  // fails when the user quits before the end
    pipe.writer.close();
  });
  // What a shell returns for a command that it cannot start; 128 + 1 and more are signals.
  constexpr int not_executable = 126;
  constexpr int not_found = 127;
  return code >= 0 && code != not_executable && code != not_found;
}

}  // namespace connect::host
