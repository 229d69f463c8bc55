// Reads the notes of a few entries, so that the notes of a whole ledger need not be in memory to
// show ten of them.
#pragma once

#include <string>
#include <vector>

#include "store/reading/ledger_file.hpp"

namespace connect::store {

/// Sets the note of each of these entries of the ledger. ErrorKind::busy when one of them is no
/// longer there.
Status add_notes(Files& files, const std::string& path, std::vector<EntryText>& entries);

}  // namespace connect::store
