#include "support/conversation.hpp"

#include <algorithm>
#include <array>

#include "cli/laws.hpp"
#include "cli/machine.hpp"

namespace connect::testing {
namespace {

/// Replaces invisible bytes by their symbols.
std::string pictured(std::string_view text) {
  std::string out;
  for (char c : text)
    out.append(c == '\x1b' ? "␛" : c == '\t' ? "␉" : c == '\r' ? "␍" : std::string(1, c));
  if (out.ends_with(' ')) out.replace(out.size() - 1, 1, "␠");
  return out;
}

std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    lines.push_back(pictured(bytes.substr(0, end)) + (end == bytes.npos ? "␄" : ""));
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
  }
  return lines;
}

/// Whether a line of output can be written without a backslash.
bool is_plain(const std::string& line) {
  constexpr std::array<std::string_view, 7> marks = {"$ ", "# ", "! ", "!", "? ", "@", "\\"};
  return !line.empty() && std::ranges::none_of(marks, [&](auto mark) {
    return mark == "!" ? line == mark : line.starts_with(mark);
  });
}

/// The output as the lines of a conversation.
std::vector<std::string> written(const Outcome& outcome) {
  std::vector<std::string> out;
  for (const auto& line : lines_of(outcome.out)) out.push_back(is_plain(line) ? line : "\\" + line);
  for (const auto& line : lines_of(outcome.err)) out.push_back(line.empty() ? "!" : "! " + line);
  if (outcome.code != 0) out.push_back("? " + std::to_string(outcome.code));
  return out;
}

/// Runs a conversation line by line.
class Player {
 public:
  explicit Player(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      lines_.emplace_back(text.substr(0, end));
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
  }

  Played play() {
    while (at_ < lines_.size()) {
      const std::string line = lines_[at_++];
      keep(line);
      if (line.starts_with("$ ")) {
        command(line.substr(2));
      } else if (line.starts_with('@')) {
        if (!follow(machine_, line)) fault(at_, "no such directive, or it failed: " + line);
      } else if (!line.empty() && !line.starts_with('#')) {
        fault(at_, "neither command, directive nor comment: " + line);
      }
    }
    return std::move(played_);
  }

 private:
  void command(const std::string& text) {
    const std::size_t line = at_;
    std::vector<std::string> expected;
    while (at_ < lines_.size() && !lines_[at_].empty() && !lines_[at_].starts_with("$ ") &&
           !lines_[at_].starts_with("# ") && !lines_[at_].starts_with('@'))
      expected.push_back(lines_[at_++]);
    const auto words = words_of(text);
    const Outcome outcome = answer_to(machine_, words);
    const auto actual = written(outcome);
    ++played_.commands;
    for (const auto& answer : actual) keep(answer);
    for (const auto& why : faults_of(machine_.facts, words, outcome)) fault(line, why);
    if (actual != expected) played_.mismatches.push_back({line, text, expected, actual});
  }

  void keep(const std::string& line) { played_.rewritten.append(line).append("\n"); }
  void fault(std::size_t line, const std::string& why) {
    played_.faults.push_back(std::to_string(line) + ": " + why);
  }

  Machine machine_;
  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  Played played_;
};

}  // namespace

Played play(std::string_view conversation) { return Player(conversation).play(); }

std::string diff(const Mismatch& mismatch) {
  const auto& expected = mismatch.expected;
  const auto& actual = mismatch.actual;
  const std::size_t shorter = std::min(expected.size(), actual.size());
  std::size_t head = 0;
  while (head < shorter && expected[head] == actual[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head &&
         expected[expected.size() - 1 - tail] == actual[actual.size() - 1 - tail])
    ++tail;
  std::string out;
  const auto put = [&](const char* sign, const std::vector<std::string>& lines, std::size_t from,
                       std::size_t to) {
    for (std::size_t i = from; i < to; ++i) out.append(sign).append(lines[i]).append("\n");
  };
  put("  ", expected, head - std::min<std::size_t>(head, 2), head);
  put("- ", expected, head, expected.size() - tail);
  put("+ ", actual, head, actual.size() - tail);
  put("  ", expected, expected.size() - tail,
      expected.size() - tail + std::min<std::size_t>(tail, 2));
  return out;
}

}  // namespace connect::testing
