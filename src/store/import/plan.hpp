// What of an import is new to a ledger.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "domain/ledger/id.hpp"
#include "domain/ledger/ledger.hpp"
#include "domain/ledger/redaction.hpp"
#include "domain/outcome/import.hpp"
#include "store/import/harvest.hpp"

namespace connect::store {

using Ids = std::unordered_set<Id, IdHash>;

struct ImportPlan {
  std::vector<std::string> lines;  // to be added
  ImportTally tally;
  /// Rows that stand in the ledger already, but as another act or with another person.
  std::size_t otherwise = 0;
};

/// What an import needs to know of the records of a ledger.
struct KnownRecords {
  Ids ids;  // of all of them
  Tombstones tombstones;
};

/// A day that rests already needs no imported rest, and what was forgotten does not come in again.
ImportPlan plan_import(std::vector<ReadyRecord> records, KnownRecords known, const Ledger& ledger);

}  // namespace connect::store
