#include "cli/machine.hpp"

#include <algorithm>
#include <utility>

#include "cli/unescaped.hpp"

namespace connect::testing {
namespace {

/// What `cat` prints for a file, by its name or path.
Outcome shown_file(const Machine& machine, const std::string& name) {
  for (const auto& [path, bytes] : machine.files.contents)
    if (path == name || path.ends_with("/" + name)) return {0, bytes, "", false};
  return {1, "", "cat: " + name + ": No such file\n", false};
}

}  // namespace

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == ' ') {
      if (open) words.push_back(std::exchange(word, {}));
      open = false;
      continue;
    }
    open = true;
    const bool dollar = c == '$' && i + 1 < line.size() && line[i + 1] == '\'';
    if (c == '\'' || dollar) {
      const std::size_t begin = i + (dollar ? 2 : 1);
      i = std::min(line.find('\'', begin), line.size());
      const auto inside = line.substr(begin, i - begin);
      word += dollar ? unescaped(inside) : std::string(inside);
    } else if (c == '"') {
      for (++i; i < line.size() && line[i] != '"'; ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) ++i;
        word += line[i];
      }
    } else {
      if (c == '\\' && i + 1 < line.size()) ++i;
      word += line[i];
    }
  }
  if (open) words.push_back(word);
  return words;
}

Outcome answer_to(Machine& machine, const std::vector<std::string>& words) {
  if (words.size() == 2 && words[0] == "cat") return shown_file(machine, words[1]);
  if (words.empty() || words[0] != "connect") return {127, "", "no such command here\n", false};
  Facts facts = machine.facts;
  facts.random[8] = ++machine.commands;
  facts.offset_at = [offset = facts.now.offset_minutes](Day, int) { return offset; };
  return run({words.begin() + 1, words.end()}, facts, machine.files, machine.programs);
}

}  // namespace connect::testing
