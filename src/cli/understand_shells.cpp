// Parses the words of `init` and `completions`: one of the supported shells.
#include <algorithm>
#include <array>

#include "cli/understand.hpp"

namespace connect::cli {
namespace {

constexpr std::array<std::string_view, 3> shells = {"bash", "zsh", "fish"};  // as in enum Shell

template <class Args>
Result<Invocation> for_shell(const ParsedArgs& words) {
  if (auto error = surplus(words, 1)) return *error;
  constexpr const char* known = "use bash, zsh or fish";
  if (words.words.empty()) return usage_error("which shell do you use?", known);
  const auto found = std::ranges::find(shells, words.words[0]);
  if (found == shells.end())
    return usage_error("\"" + words.words[0] + "\" is not a supported shell", known);
  return Invocation{Args{static_cast<Shell>(found - shells.begin())}};
}

}  // namespace

Result<Invocation> understand_init(const ParsedArgs& words, const Calendar&) {
  return for_shell<InitArgs>(words);
}

Result<Invocation> understand_completions(const ParsedArgs& words, const Calendar&) {
  return for_shell<CompletionsArgs>(words);
}

}  // namespace connect::cli
