// Runs the conversations named on the command line and prints how they differ; with UPDATE_GOLDEN=1
// it writes the actual output into them instead.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/conversation.hpp"

namespace {

using namespace connect::testing;

/// Prints mismatches and faults; returns the exit status.
int complain(const std::string& path, const Played& played) {
  for (const auto& mismatch : played.mismatches)
    std::printf("%s:%zu: $ %s\n%s\n", path.c_str(), mismatch.line, mismatch.command.c_str(),
                diff(mismatch).c_str());
  for (const auto& fault : played.faults) std::printf("%s:%s\n", path.c_str(), fault.c_str());
  if (played.commands == 0) std::printf("%s:1: no command in it\n", path.c_str());
  return played.mismatches.empty() && played.faults.empty() && played.commands > 0 ? 0 : 1;
}

int run_file(const std::string& path, bool update) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!(text << file.rdbuf())) {
    std::printf("%s: cannot be read\n", path.c_str());
    return 1;
  }
  Played played = play(text.str());
  if (update && played.rewritten != text.str()) {
    std::ofstream(path, std::ios::binary) << played.rewritten;
    std::printf("%s: rewritten\n", path.c_str());
  }
  if (update) played.mismatches.clear();
  return complain(path, played);
}

}  // namespace

int main(int count, char** words) {
  const char* wish = std::getenv("UPDATE_GOLDEN");
  const bool update = wish != nullptr && std::string(wish) == "1";
  int failed = count > 1 ? 0 : 1;
  for (int i = 1; i < count; ++i) failed |= run_file(words[i], update);
  return failed;
}
