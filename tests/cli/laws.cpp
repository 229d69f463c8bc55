#include "cli/laws.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "domain/text/cell_width.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"

namespace connect::testing {
namespace {

/// Removes the escape sequences from ESC to "m".
std::string without_colours(std::string_view text) {
  std::string out;
  bool code = false;
  for (char c : text) {
    if (c == '\x1b') code = true;
    if (!code) out += c;
    if (c == 'm') code = false;
  }
  return out;
}

/// Whether the text has invalid UTF-8 or invisible characters other than layout.
bool has_hidden(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool layout = point.value == '\n' || point.value == '\t' || point.value == '\r';
    if (!point.valid || (is_hidden(point.value) && !layout)) return true;
    at += point.bytes;
  }
  return false;
}

/// The first line that is too wide although it has a space at which to break.
std::optional<std::string> wide_line(std::string_view text, int columns) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const auto first = line.find_first_not_of(' ');
    if (cells(line) > static_cast<std::size_t>(columns) && line.find(' ', first) != line.npos)
      return std::string(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool any_has(const std::vector<std::string>& words, std::string_view part) {
  return std::ranges::any_of(words, [&](const auto& word) { return word.find(part) != word.npos; });
}

/// Whether the output is data for programs, which is never wrapped.
bool is_for_programs(const std::vector<std::string>& words) {
  return any_has(words, "--json") || any_has(words, "--format") || contains(words, "get") ||
         contains(words, "complete") || contains(words, "completions") || contains(words, "init") ||
         contains(words, "export");
}

}  // namespace

std::vector<std::string> faults_of(const Facts& facts, const std::vector<std::string>& words,
                                   const Outcome& outcome) {
  std::vector<std::string> faults;
  if (words.empty() || words[0] != "connect") return faults;
  const bool is_data = is_for_programs(words);
  const bool coloured = facts.out.colour || any_has(words, "always");
  const auto plain = [&](const std::string& text) {
    return coloured ? without_colours(text) : text;
  };
  if (has_hidden(plain(outcome.out) + plain(outcome.err)))
    faults.emplace_back("an unseen character in the answer");
  // Errors are wrapped on a terminal only; elsewhere a hint must stay one line that can be copied.
  const std::string said = facts.err.terminal ? plain(outcome.err) : "";
  if (const auto line = wide_line(plain(is_data ? "" : outcome.out) + said, facts.columns))
    faults.push_back("wider than " + std::to_string(facts.columns) + ": " + *line);
  if (contains(words, "--json") && !nlohmann::json::accept(outcome.out))
    faults.emplace_back("not one JSON document");
  return faults;
}

}  // namespace connect::testing
