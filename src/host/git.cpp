// Runs the user's git, with its settings, keys and credential helpers. The arguments are passed
// without a shell. git may ask the user at the terminal; its standard input is a pipe with `input`,
// never this process's own.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "host/child.hpp"
#include "host/posix.hpp"
#include "host/programs.hpp"

namespace connect::host {
namespace {

/// Variables that make git use another repository, configuration or attributes than the folder's:
/// those that `git rev-parse --local-env-vars` lists in any version, and those that change how
/// pathspecs are read. They are set when a git hook or alias runs this program.
constexpr std::array<std::string_view, 23> misleading = {"GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                         "GIT_ATTR_SOURCE",
                                                         "GIT_COMMON_DIR",
                                                         "GIT_CONFIG",
                                                         "GIT_CONFIG_COUNT",
                                                         "GIT_CONFIG_PARAMETERS",
                                                         "GIT_DIR",
                                                         "GIT_GLOB_PATHSPECS",
                                                         "GIT_GRAFT_FILE",
                                                         "GIT_ICASE_PATHSPECS",
                                                         "GIT_IMPLICIT_WORK_TREE",
                                                         "GIT_INDEX_FILE",
                                                         "GIT_INTERNAL_SUPER_PREFIX",
                                                         "GIT_LITERAL_PATHSPECS",
                                                         "GIT_NAMESPACE",
                                                         "GIT_NOGLOB_PATHSPECS",
                                                         "GIT_NO_REPLACE_OBJECTS",
                                                         "GIT_OBJECT_DIRECTORY",
                                                         "GIT_PREFIX",
                                                         "GIT_QUARANTINE_PATH",
                                                         "GIT_REPLACE_REF_BASE",
                                                         "GIT_SHALLOW_FILE",
                                                         "GIT_WORK_TREE"};

/// The environment without those variables. LANGUAGE=en because store/git/git_answers.cpp parses
/// git's messages and this program speaks English. Without a terminal git must not ask for a
/// password, as nobody could answer.
std::vector<std::string> clean_environment() {
  std::vector<std::string> out = environment_of_ours();
  std::erase_if(out, [](std::string_view entry) {
    const auto name = entry.substr(0, entry.find('='));
    return name == "LANGUAGE" || std::ranges::find(misleading, name) != misleading.end();
  });
  out.emplace_back("LANGUAGE=en");
  const bool asks = ::isatty(STDIN_FILENO) == 1;
  if (!asks && std::getenv("GIT_TERMINAL_PROMPT") == nullptr)
    out.emplace_back("GIT_TERMINAL_PROMPT=0");
  return out;
}

}  // namespace

Result<ProcessResult> RealPrograms::git(const std::string& folder,
                                        const std::vector<std::string>& words,
                                        std::string_view input) {
  Program program{{"git"}, clean_environment()};
  if (!folder.empty()) program.words.insert(program.words.end(), {"-C", folder});
  program.words.insert(program.words.end(), words.begin(), words.end());
  auto ran = run_between_pipes(std::move(program), input);
  if (ran.failed == EMFILE) return not_saved(EMFILE, "git");
  if (ran.failed == 0) return std::move(ran.result);
  const std::string why = ran.failed == ENOENT ? "it is not installed" : std::strerror(ran.failed);
  return Error{ErrorKind::apart, "git could not be started: " + why,
               "everything is saved here; install git, or check that it can be run"};
}

}  // namespace connect::host
