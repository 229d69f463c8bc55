#include "cli/pretended_git.hpp"

#include <algorithm>
#include <array>

#include "support/scripted_git.hpp"

namespace connect::testing {
namespace {

constexpr char their_commit = 'c';
constexpr char their_ledger = 'b';

/// The output of `cat-file` for the names in its input, one a line.
std::string objects(const PretendedGit& git, bool whole, std::string_view input) {
  std::string out;
  while (!input.empty()) {
    const std::string name(input.substr(0, input.find('\n')));
    input.remove_prefix(std::min(name.size() + 1, input.size()));
    if (whole) return object_is("tree", tree_of({{"100644 ledger.jsonl", their_ledger}}));
    const bool is_there_too =
        !git.elsewhere.empty() && name.starts_with("refs/connect/theirs/main");
    out += is_there_too ? is_there(their_commit) : is_missing(name);
  }
  return out;
}

/// A subcommand whose output is always the same.
struct Fixed {
  std::string_view word;
  std::string answer;
};

}  // namespace

ProcessResult PretendedGit::operator()(const std::vector<std::string>& words) {
  const std::array<Fixed, 9> fixed = {{{"rev-parse", "true\n\n"},
                                       {"symbolic-ref", "refs/heads/main\n"},
                                       {"config", std::string("core.bare\nfalse\0", 16)},
                                       {"hash-object", id_of('a') + "\n"},
                                       {"mktree", id_of('d') + "\n"},
                                       {"var", "ana <ana@example.org>\n"},
                                       {"commit-tree", id_of('e') + "\n"},
                                       {"check-attr", attributes_are("unspecified", "unset")},
                                       {"push", "*\tx:refs/heads/main\t[new branch]\nDone\n"}}};
  const std::string& word = words[0];
  if (word == "fetch" && away)
    return {128, "", "fatal: unable to access 'x': Could not resolve host: example.org\n"};
  if (word == "cat-file" && words[1] == "--filters")
    return says(words.back() == id_of('a') ? written : elsewhere);
  if (word == "cat-file") return says(objects(*this, words[1] == "--batch", words.back()));
  if (word == "hash-object") written = words.back();
  for (const Fixed& each : fixed)
    if (word == each.word) return says(each.answer);
  return {};
}

}  // namespace connect::testing
