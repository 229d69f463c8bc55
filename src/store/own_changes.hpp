// What this machine wrote, from its journal: the changes that undo can take back, and whether it
// has done so already.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"
#include "connect/record.hpp"

namespace connect::store {

struct OwnChange {
  Record record;
  bool undone = false;
};

/// Oldest first; empty when there is no journal.
std::vector<OwnChange> own_changes(Files& files, const std::string& journal);

}  // namespace connect::store
