// Which files in the state folder belong to a ledger. A ledger is identified by its real path, so
// that it has one safety journal and one set of backups by whatever name it is opened, and no two
// ledgers share any.
//
//   ~/.local/share/connect/ledger.jsonl   journal.jsonl            backups/ledger-STAMP.jsonl
//   any other                             journal-HASH.jsonl       backups/ledger-HASH-STAMP.jsonl
//
// HASH is hash_of (id.hpp) of the real path, in 16 hexadecimal digits. connect 1.0.0 used the path
// as it was given, and ledgers in different XDG_DATA_HOMEs shared journal.jsonl. So journal.jsonl
// begins with a line that identifies its ledger; a file without it is an older one, and only
// comparing its lines shows which ledger they belong to. It is moved to journal-1.0.jsonl before
// the first new line is written.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"

namespace connect::store {

/// The journal to which new lines are appended.
struct JournalPlace {
  std::string path;  // empty when there is no state folder
  /// Its first line, without LF; empty when the file name alone identifies the ledger.
  std::string heading;
};
JournalPlace journal_place(Files& files, const Facts& facts, const std::string& ledger);
/// False only for a journal that should begin with a heading and does not.
bool has_heading(Files& files, const JournalPlace& place);
/// The path to which a journal without a heading is moved.
std::string older_journal_path(const Facts& facts);

/// The existing safety journals that have lines of a ledger.
struct Journals {
  std::vector<std::string> older;  // may have lines of other ledgers as well
  std::vector<std::string> own;    // at most one
  /// Both, the older ones first.
  std::vector<std::string> all() const;
};
Journals journals_of(Files& files, const Facts& facts, const std::string& ledger);

/// The other ledgers that shared journal.jsonl with this one in connect 1.0.0, as far as known.
std::vector<std::string> former_sharers(Files& files, const Facts& facts,
                                        const std::string& ledger);

/// The folder with the backups of all ledgers; empty without a state folder.
std::string backup_folder(const Facts& facts);
/// The beginning of the file name of a new backup of this ledger.
std::string backup_prefix(Files& files, const Facts& facts, const std::string& ledger);
/// The backups of this ledger and the conflict copies that were moved to their folder, sorted. A
/// file whose name several ledgers may have used counts when it has a record in common with the
/// ledger or its journals; if those have no records, it counts only for the default ledger.
std::vector<std::string> backups_of(Files& files, const Facts& facts, const std::string& ledger);

}  // namespace connect::store
