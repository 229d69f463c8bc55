// What this machine wrote to a ledger, from its journal: the changes that undo takes back and redo
// puts back. A change is all that one command wrote, be it one record or a thousand.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "connect/ledger.hpp"

namespace connect::store {

struct OwnChange {
  std::vector<Record> records;
  std::set<std::string> undone_by;  // ids of the amendments that took it back
  bool stands() const { return undone_by.empty(); }
};

/// Oldest first: those that stand, then those that redo may put back, the next one first. What the
/// ledger does not hold counts as never written, and a new change ends what could be redone. An
/// error when there is a journal that cannot be read.
Result<std::vector<OwnChange>> own_changes(Files& files, const std::string& journal,
                                           const Ledger& ledger);

const OwnChange* to_undo(const std::vector<OwnChange>& changes);
const OwnChange* to_redo(const std::vector<OwnChange>& changes);

/// Whether this only says, in the journal, that the records behind it are one change.
bool marks_group(const Record& record);
/// What the journal is told of lines that are saved as one change.
std::string journal_text(const std::vector<std::string>& lines);

}  // namespace connect::store
