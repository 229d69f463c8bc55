// Which records of an import are new to the ledger.
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
  std::vector<std::string> lines;  // to append
  ImportTally tally;
  /// Rows that are in the ledger already, but as another act or with another person.
  std::size_t otherwise = 0;
};

/// What the plan needs to know of the ledger's records.
struct KnownRecords {
  Ids ids;  // of all records
  Tombstones tombstones;
};

/// Selects the records to append, and counts them and the others. A day that is a rest day already
/// gets no second record, and forgotten records stay out.
ImportPlan plan_import(std::vector<ReadyRecord> records, KnownRecords known, const Ledger& ledger);

}  // namespace connect::store
