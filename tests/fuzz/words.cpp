// Fuzz target: command lines, on a machine whose files may hold anything. The input is a
// conversation as in tests/cli, without expected output. Every command exits with a documented
// status and prints no invisible characters; only commands that repair, erase or merge may change a
// line of a ledger.
#include <map>

#include "cli/laws.hpp"
#include "cli/machine.hpp"
#include "fuzz/target.hpp"

namespace connect::fuzz {
namespace {

using testing::Machine;

constexpr int most_commands = 24;
constexpr int narrowest = 40;  // the least width that pages are laid out for
constexpr int widest = 1000;

/// Directives whose numbers could make a run very slow.
bool is_slow(std::string_view line) {
  return line.starts_with("@acted") || line.starts_with("@stdin-of");
}

/// Runs a directive, and limits the width that it may have set.
void obey(Machine& machine, std::string_view line) {
  if (line.find(' ') == line.npos || is_slow(line)) return;
  follow(machine, line);
  machine.facts.columns = std::clamp(machine.facts.columns, narrowest, widest);
}

using Contents = std::map<std::string, std::string>;

/// Whether the file is new, or grew and still begins with its old bytes.
bool is_continued(const Contents& before, const std::string& path, const std::string& bytes) {
  const auto old = before.find(path);
  return old == before.end() ||
         (bytes.size() > old->second.size() && bytes.starts_with(old->second));
}

void check_files(const Contents& before, const Contents& after, bool saved) {
  for (const auto& [path, bytes] : before) {
    const auto now = after.find(path);
    must(now != after.end(), "no file is taken away");
    must(!path.ends_with(".jsonl") || now->second.starts_with(bytes), "older lines stay");
  }
  must(!saved || std::ranges::any_of(after,
                                     [&](const auto& file) {
                                       return is_continued(before, file.first, file.second);
                                     }),
       "what is called saved is in a file");
}

/// These commands may change old lines: they repair, erase and merge.
bool replaces_files(const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [](const auto& word) {
    return word == "doctor" || word == "forget" || word == "merge" || word == "sync";
  });
}

/// Runs a command and checks its laws.
void say(Machine& machine, std::string_view line) {
  auto words = testing::words_of(line);
  if (words.empty() || words[0] != "connect") words.insert(words.begin(), "connect");
  const Contents before = machine.files.contents;
  const Outcome outcome = testing::answer_to(machine, words);
  must(outcome.code >= 0 && outcome.code <= 5, "the exit code is a documented one");
  for (const auto& fault : testing::faults_of(machine.facts, words, outcome))
    must(false, fault.c_str());
  if (!replaces_files(words)) check_files(before, machine.files.contents, outcome.saved);
}

}  // namespace

void target(std::string_view input) {
  Machine machine;
  int commands = 0;
  while (!input.empty() && commands < most_commands) {
    const auto end = std::min(input.find('\n'), input.size());
    const auto line = input.substr(0, end);
    if (line.starts_with('@')) obey(machine, line);
    if (line.starts_with("$ ")) {
      say(machine, line.substr(2));
      ++commands;
    }
    input.remove_prefix(std::min(end + 1, input.size()));
  }
}

}  // namespace connect::fuzz
