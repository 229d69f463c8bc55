// A git that answers by the beginning of what it is asked, remembers what that was, and can break
// off at any of its calls. With no answer it says no.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "connect/app.hpp"

namespace connect::testing {

inline Ran says(std::string out) { return {0, std::move(out), ""}; }

struct ScriptedGit {
  std::vector<std::pair<std::string, Ran>> answers;
  std::vector<std::string> asked;
  std::size_t fails_at = std::string::npos;  // this call ends badly

  Ran operator()(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) line += (line.empty() ? "" : " ") + word;
    asked.push_back(line);
    if (asked.size() - 1 == fails_at) return {128, "", "fatal: it broke\n"};
    for (const auto& [beginning, answer] : answers)
      if (line.starts_with(beginning)) return answer;
    return {1, "", ""};
  }
};

}  // namespace connect::testing
