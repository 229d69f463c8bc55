// Writes a folded ledger as records again. Folding them gives the same ledger, except for removed
// records: these are left out, so that their text does not stay in the file.
#pragma once

#include <vector>

#include "domain/ledger/ledger.hpp"

namespace connect {

/// The minimal records of a ledger, oldest first: entries as corrected, with names as they are
/// shown now; feelings, kindnesses, follow-ups, rest days, people and prompts that were not
/// removed; corrections of a record that is not in the ledger, tombstones included. Foreign records
/// are not among them. `others`: every record that was folded into `ledger`, in any order; entries
/// may be left out.
std::vector<Record> current_records(const Ledger& ledger, std::vector<Record> others);

/// The `log` record that holds everything an entry has.
Record record_of(EntryText entry);

}  // namespace connect
