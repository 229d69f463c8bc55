// Erases text that is to be forgotten from every file that this program keeps: the ledger and its
// conflict copies, rejected lines, safety journals, backups and drafts; caches are removed
// altogether. No copy of the text is kept.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "domain/outcome/finding.hpp"
#include "store/upkeep/redactor.hpp"

namespace connect::store {

/// Makes the tombstone of the record with this id; without it no tombstones are written.
using Tombstone = std::function<Record(const std::string& id)>;

/// Erases it in every file, the ledger last: until then the command can be repeated. For each
/// record that was removed, a tombstone is added to the ledger and its safety journal.
Result<Forgotten> erase(Files& files, const Facts& facts, const std::string& ledger,
                        const Erasure& what, const Tombstone& tombstone);

/// The tombstones and redacted records of the ledger and its conflict copies.
Result<Tombstones> tombstones_of(Files& files, const std::string& ledger);
/// Erases in every file what was forgotten and came back, or was forgotten on another machine.
Result<Forgotten> erase_again(Files& files, const Facts& facts, const std::string& ledger,
                              const Tombstones& tombstones, bool dry_run);

/// The ids of records in these files that `word` means (is_end_of_id), sorted; if one is equal to
/// it, only that. Corrections are left out.
Result<std::vector<std::string>> ids_ending(Files& files, const std::vector<std::string>& paths,
                                            const std::string& word);
/// The notes of the records with these ids, and those that corrections gave them, of 8 bytes or
/// more.
Result<std::vector<std::string>> notes_of(Files& files, const std::vector<std::string>& paths,
                                          const std::vector<std::string>& ids);

}  // namespace connect::store
