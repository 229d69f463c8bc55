// Parses the words of `merge` and `sync`.
#include <algorithm>
#include <array>

#include "cli/understand.hpp"
#include "domain/text/addresses.hpp"

namespace connect::cli {
namespace {

std::vector<std::string> operands(const ParsedArgs& words) {
  std::vector<std::string> all = words.words;
  all.insert(all.end(), words.rest.begin(), words.rest.end());
  return all;
}

/// Whether git could take this for an option, or for a program to run (ext::, fd::). Empty text and
/// control characters are rejected, too.
bool is_no_remote(const std::string& remote) {
  constexpr std::array<std::string_view, 3> never = {"-", "ext::", "fd::"};
  return remote.empty() ||
         std::ranges::any_of(never, [&](auto start) { return remote.starts_with(start); }) ||
         std::ranges::any_of(remote, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

}  // namespace

Result<Invocation> understand_merge(const ParsedArgs& words, const Calendar&) {
  return Invocation{MergeArgs{operands(words)}};
}

Result<Invocation> understand_sync(const ParsedArgs& words, const Calendar&) {
  if (auto error = surplus(words, 1)) return *error;
  const auto given = operands(words);
  if (given.empty()) return Invocation{SyncArgs{}};
  if (is_no_remote(given[0]))
    return usage_error("\"" + without_credentials(given[0]) + "\" cannot be used as a repository",
                       "use a URL or a path, such as git@example.org:ana/ledger.git");
  return Invocation{SyncArgs{given[0]}};
}

}  // namespace connect::cli
