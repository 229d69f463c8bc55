#include "cli/pretended_git.hpp"

#include <array>

namespace connect::testing {
namespace {

const Ran no = {1, "", ""};

Ran name(const PretendedGit& git, const std::string& object) {
  if (git.elsewhere.empty()) return no;
  const bool theirs = object == "refs/connect/theirs/main" || object == "their-commit:ledger.jsonl";
  if (!theirs) return no;
  return {0, object.starts_with("refs/") ? "their-commit\n" : "their-ledger\n", ""};
}

struct Fixed {
  std::string_view word;
  std::string_view answer;
};
constexpr std::array<Fixed, 7> fixed = {{{"symbolic-ref", "main\n"},
                                         {"hash-object", "a-ledger\n"},
                                         {"mktree", "a-tree\n"},
                                         {"var", "ana <ana@example.org>\n"},
                                         {"commit-tree", "a-commit\n"},
                                         {"check-attr", "ledger.jsonl: merge: unspecified\n"},
                                         {"push", "Done\n"}}};

}  // namespace

Ran PretendedGit::operator()(const std::vector<std::string>& words) const {
  const std::string& word = words[0];
  if (word == "fetch" && away)
    return {128, "", "fatal: unable to access 'x': Could not resolve host: example.org\n"};
  if (word == "rev-parse") return name(*this, words.back());
  if (word == "config" && words[1] == "--get") return no;
  if (word == "merge-base") return no;
  if (word == "cat-file") return words.back() == "their-ledger" ? Ran{0, elsewhere, ""} : no;
  for (const Fixed& each : fixed)
    if (word == each.word) return {0, std::string(each.answer), ""};
  return {};
}

}  // namespace connect::testing
