// What of an import is new to a ledger.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "connect/id.hpp"
#include "connect/import.hpp"
#include "connect/ledger.hpp"
#include "store/import/harvest.hpp"

namespace connect::store {

using Ids = std::unordered_set<Id, IdHash>;

struct ImportPlan {
  std::vector<std::string> lines;  // to be added
  ImportTally tally;
  /// Rows that stand in the ledger already, but as another act or with another person.
  std::size_t otherwise = 0;
};

/// `ids`: of every record of the ledger. A day that rests already needs no imported rest.
ImportPlan plan_import(std::vector<ReadyRecord> records, const Ids& ids, const Ledger& ledger);

}  // namespace connect::store
