// A git that gives the answers of a repository on this machine and one elsewhere, without either:
// enough for what the program says of them. Real git is met in tests/sync.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"

namespace connect::testing {

struct PretendedGit {
  bool away = false;      // the remote cannot be reached
  std::string elsewhere;  // the ledger that the remote has; empty: it has no commit

  std::string written;  // the last file that was put into its store

  Ran operator()(const std::vector<std::string>& words);
};

}  // namespace connect::testing
