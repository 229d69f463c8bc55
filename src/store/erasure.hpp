// Erases what a person wants forgotten from every file that this program keeps: the ledger and its
// conflict copies, rejected lines, the journal, backups; caches go altogether. No copy is kept.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"
#include "connect/record.hpp"
#include "connect/symptom.hpp"

namespace connect::store {

struct Erasure {
  std::vector<std::string> ids;    // records that go, with their corrections
  std::vector<std::string> notes;  // what was said there: an unreadable line with it goes too
  std::vector<std::string> names;  // fold keys of one person's names
  std::vector<std::string> about;  // records that are about this person, in whatever file
  bool dry_run = false;

  bool empty() const { return ids.empty() && names.empty(); }
};

/// What a file's bytes become.
struct Erased {
  std::optional<std::string> bytes;  // nothing when they do not speak of it
  std::size_t records = 0;
  std::size_t unreadable = 0;
};

/// `tombstones`: one for each record that was erased, unless it has one; they tell other copies of
/// the ledger that the record is gone. Without them nothing is left.
Erased without(std::string_view bytes, const Erasure& what, const std::vector<Record>& tombstones);

/// Erases it everywhere, the ledger last: until then the same command can be said again.
Result<Forgotten> erase(Files& files, const Facts& facts, const std::string& ledger,
                        const Erasure& what, const std::vector<Record>& tombstones);

/// The ids of records in these files that end so, each once; `word` may be a whole id.
Result<std::vector<std::string>> ids_ending(Files& files, const std::vector<std::string>& paths,
                                            const std::string& word);
/// What the records of these ids say, corrections included.
Result<std::vector<std::string>> notes_of(Files& files, const std::vector<std::string>& paths,
                                          const std::vector<std::string>& ids);

}  // namespace connect::store
