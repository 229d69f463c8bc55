// What a ledger comes to, as records again: they fold to the same ledger, but for what was taken
// out of it.
#pragma once

#include <vector>

#include "domain/ledger/ledger.hpp"

namespace connect {

/// The records of a ledger that still say something, oldest first: entries as they stand, corrected
/// and with names as they are shown now; feelings, notices, rests, people and prompts that were
/// not taken back; and corrections of a record that is not here yet.
/// `others`: every record that was folded into it, in any order; its entries may be left out.
std::vector<Record> standing_records(const Ledger& ledger, std::vector<Record> others);

/// The record that says all of an entry.
Record record_of(EntryText entry);

}  // namespace connect
