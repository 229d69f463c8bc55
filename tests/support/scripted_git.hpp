// A scripted git: it looks up its result by the beginning of its arguments, records all calls, and
// can fail at any one of them. Calls without a scripted result exit with 1.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connect/app.hpp"

namespace connect::testing {

/// A success with this output.
inline ProcessResult says(std::string out) { return {0, std::move(out), ""}; }

/// An object id, 40 times this digit.
inline std::string id_of(char digit) { return std::string(40, digit); }

/// The output of `cat-file --batch-check` for an object, and for a missing one.
inline std::string is_there(char digit, const std::string& kind = "commit") {
  return id_of(digit) + " " + kind + " 7\n";
}
inline std::string is_missing(const std::string& name) { return name + " missing\n"; }

/// The output of `cat-file --batch` for an object.
inline std::string object_is(const std::string& kind, const std::string& bytes) {
  return id_of('0') + " " + kind + " " + std::to_string(bytes.size()) + "\n" + bytes + "\n";
}

/// An entry of a tree object: "MODE NAME", and the digit that its id repeats.
struct InTree {
  std::string mode_and_name;
  char digit = '0';
};
/// The bytes of a tree object.
inline std::string tree_of(const std::vector<InTree>& entries) {
  std::string bytes;
  for (const auto& [mode_and_name, digit] : entries) {
    const int nibble = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    bytes += mode_and_name + '\0' + std::string(20, static_cast<char>(nibble * 17));
  }
  return bytes;
}

/// The output of `check-attr -z merge filter`.
inline std::string attributes_are(const std::string& merge, const std::string& filter) {
  using namespace std::string_literals;
  return "x\0merge\0"s + merge + "\0x\0filter\0"s + filter + "\0"s;
}

/// Arguments are joined with spaces; standard input follows after a "<".
struct ScriptedGit {
  std::vector<std::pair<std::string, ProcessResult>>
      answers;                               // by the beginning; the first match counts
  std::vector<std::string> asked;            // all calls so far
  std::size_t fails_at = std::string::npos;  // the index of the call that fails
  ProcessResult failure = {128, "", "fatal: it broke\n"};

  ProcessResult operator()(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) line += (line.empty() ? "" : " ") + word;
    asked.push_back(line);
    if (asked.size() - 1 == fails_at) return failure;
    for (const auto& [beginning, answer] : answers)
      if (line.starts_with(beginning)) return answer;
    return {1, "", ""};
  }
};

}  // namespace connect::testing
