// A git that answers by the beginning of what it is asked, remembers what that was, and can break
// off at any of its calls. With no answer it says no.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connect/app.hpp"

namespace connect::testing {

inline Ran says(std::string out) { return {0, std::move(out), ""}; }

/// An object's id, of this digit alone.
inline std::string id_of(char digit) { return std::string(40, digit); }

/// What `cat-file --batch-check` prints of an object, and of one that is missing.
inline std::string is_there(char digit, const std::string& kind = "commit") {
  return id_of(digit) + " " + kind + " 7\n";
}
inline std::string is_missing(const std::string& name) { return name + " missing\n"; }

/// What `cat-file --batch` prints of an object.
inline std::string object_is(const std::string& kind, const std::string& bytes) {
  return id_of('0') + " " + kind + " " + std::to_string(bytes.size()) + "\n" + bytes + "\n";
}

/// A tree's bytes: MODE NAME for each, and the digit of its id.
struct InTree {
  std::string mode_and_name;
  char digit = '0';
};
inline std::string tree_of(const std::vector<InTree>& entries) {
  std::string bytes;
  for (const auto& [mode_and_name, digit] : entries) {
    const int nibble = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    bytes += mode_and_name + '\0' + std::string(20, static_cast<char>(nibble * 17));
  }
  return bytes;
}

/// What `check-attr -z merge filter` prints.
inline std::string attributes_are(const std::string& merge, const std::string& filter) {
  using namespace std::string_literals;
  return "x\0merge\0"s + merge + "\0x\0filter\0"s + filter + "\0"s;
}

/// What git reads comes after its words and a "<".
struct ScriptedGit {
  std::vector<std::pair<std::string, Ran>> answers;
  std::vector<std::string> asked;
  std::size_t fails_at = std::string::npos;  // this call ends badly
  Ran failure = {128, "", "fatal: it broke\n"};

  Ran operator()(const std::vector<std::string>& words) {
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
