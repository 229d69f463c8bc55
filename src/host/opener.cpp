// Opens a URL in the user's program for it, and reads what another program prints. No shell parses
// the words of either.
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "domain/text/command_words.hpp"
#include "host/child.hpp"
#include "host/programs.hpp"

namespace connect::host {
namespace {

#ifdef __APPLE__
constexpr std::string_view usual_opener = "open";
#else
constexpr std::string_view usual_opener = "xdg-open";
#endif

/// The words of CONNECT_OPEN, else the opener of the system.
std::vector<std::string> opener() {
  const char* value = std::getenv("CONNECT_OPEN");
  auto words = command_words(value != nullptr ? value : "");
  if (words.empty()) words.emplace_back(usual_opener);
  return words;
}

std::string not_started(const std::string& name, int failed) {
  const bool is_missing = failed == ENOENT;
  return name +
         " could not be started: " + (is_missing ? "it is not installed" : std::strerror(failed));
}

}  // namespace

Status RealPrograms::open(const std::string& url) {
  std::vector<std::string> words = opener();
  const std::string name = words.front();
  words.push_back(url);
  // A program with a user interface needs the terminal; what any other prints is not the answer.
  const int out = ::isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : STDERR_FILENO;
  const int code = run_in_front({std::move(words), environment_of_ours(), STDIN_FILENO, out});
  if (code == 0) return success();
  return usage_error(
      code == -1 && errno != 0 ? not_started(name, errno) : name + " could not open the address",
      "add --print to see the address, or set CONNECT_OPEN to a program that opens addresses");
}

Result<ProcessResult> RealPrograms::output_of(const std::vector<std::string>& words) {
  auto ran = run_between_pipes({words, environment_of_ours()}, "");
  if (ran.failed == 0) return std::move(ran.result);
  return usage_error(not_started(words.front(), ran.failed),
                     "correct the program of reach in the settings: connect config edit");
}

}  // namespace connect::host
