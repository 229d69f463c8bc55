// Reads a few entries or notes again, so that the notes of a whole ledger need not be in memory,
// and a long ledger not be read, to show ten of them.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "domain/summary/summary.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {

/// Sets the note of each of these entries of the ledger. ErrorKind::busy when one of them is no
/// longer there.
Status add_notes(Files& files, const std::string& path, std::vector<EntryText>& entries);

using RecordIds = std::set<std::string, std::less<>>;

/// A ledger that has those of these suggestions that are still there, and the follow-ups that they
/// may be about. Those of the last months are found without reading a long ledger.
Result<Ledger> read_suggestions(Files& files, const std::string& path, const RecordIds& ids);

/// These of `summary.latest`, read from their lines, in a ledger that has all names and nothing
/// else. Nothing if one of them is not known, or has another place by now.
std::optional<Ledger> read_entries(Files& files, const std::string& path, const Summary& summary,
                                   std::span<const EntryRef> entries);

/// The note of a kindness or a follow-up, read from its line, or from the whole ledger if the line
/// has another place by now; empty when it is not there.
std::string note_of(Files& files, const std::string& path, const OpenNote& open);

}  // namespace connect::store
