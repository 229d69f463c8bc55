// Reads the notes of a few entries, so that the notes of a whole ledger need not be in memory to
// show ten of them.
#pragma once

#include <string>
#include <vector>

#include "domain/summary/summary.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {

/// Sets the note of each of these entries of the ledger. ErrorKind::busy when one of them is no
/// longer there.
Status add_notes(Files& files, const std::string& path, std::vector<EntryText>& entries);

/// The note of a kindness, read from its line, or from the whole ledger if the line has another
/// place by now; empty when it is not there.
std::string kindness_note(Files& files, const std::string& path, const OpenKindness& kindness);

}  // namespace connect::store
