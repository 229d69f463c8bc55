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

  Ran operator()(const std::vector<std::string>& words) const;
};

}  // namespace connect::testing
