// A fake git for conversations: fixed results, as from a repository here and a remote, so that the
// texts about them can be checked. tests/sync uses real git.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"

namespace connect::testing {

struct PretendedGit {
  bool away = false;      // the remote cannot be reached
  std::string elsewhere;  // the ledger on the remote; empty: it has no commit

  std::string written;  // the last blob written with hash-object

  ProcessResult operator()(const std::vector<std::string>& words);
};

}  // namespace connect::testing
