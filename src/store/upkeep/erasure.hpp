// Erases what a person wants forgotten from every file that this program keeps: the ledger and its
// conflict copies, rejected lines, the journal, backups; caches go altogether. No copy is kept.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "domain/outcome/symptom.hpp"
#include "store/upkeep/redactor.hpp"

namespace connect::store {

/// Makes the tombstone for the record of this id; without it none is left.
using Tombstone = std::function<Record(const std::string& id)>;

/// Erases it everywhere, the ledger last: until then the same command can be said again. Of every
/// record that went the ledger keeps a tombstone, and so does the safety journal.
Result<Forgotten> erase(Files& files, const Facts& facts, const std::string& ledger,
                        const Erasure& what, const Tombstone& tombstone);

/// The tombstones and redacted records of the ledger and the conflict copies beside it.
Result<Tombstones> tombstones_of(Files& files, const std::string& ledger);
/// Erases everywhere what came back although it was forgotten, or was forgotten on another machine.
Result<Forgotten> erase_again(Files& files, const Facts& facts, const std::string& ledger,
                              const Tombstones& tombstones, bool dry_run);

/// The ids of records in these files that end so, each once; `word` may be a whole id.
Result<std::vector<std::string>> ids_ending(Files& files, const std::vector<std::string>& paths,
                                            const std::string& word);
/// What the records of these ids say, corrections included.
Result<std::vector<std::string>> notes_of(Files& files, const std::vector<std::string>& paths,
                                          const std::vector<std::string>& ids);

}  // namespace connect::store
