// Which files in the state folder belong to a ledger. A ledger is known by its real path, so that
// it has one safety journal and one set of backups by whatever name it is opened, and no two
// ledgers share any.
//
//   ~/.local/share/connect/ledger.jsonl   journal.jsonl            backups/ledger-STAMP.jsonl
//   any other                             journal-HASH.jsonl       backups/ledger-HASH-STAMP.jsonl
//
// HASH is that of the real path: 16 hexadecimal digits. connect 1.0.0 went by the path as it was
// given, and ledgers in different XDG_DATA_HOMEs shared journal.jsonl. So journal.jsonl begins with
// a line that names its ledger; a file without it is an older one, and whose lines it holds can
// only be told by comparing them. It is moved to journal-1.0.jsonl before the first new line.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"

namespace connect::store {

/// The file that new lines go to.
struct JournalPlace {
  std::string path;  // empty when there is no state folder
  /// Its first line, without LF; empty where the name of the file alone says whose it is.
  std::string heading;
};
JournalPlace journal_place(Files& files, const Facts& facts, const std::string& ledger);
/// False only for a journal that should begin with a heading and does not.
bool has_heading(Files& files, const JournalPlace& place);
/// Where a journal without a heading is moved.
std::string older_journal_path(const Facts& facts);

/// The safety journals that hold lines of a ledger, as far as they exist.
struct Journals {
  std::vector<std::string> older;  // may hold lines of other ledgers as well
  std::vector<std::string> own;    // at most one
  /// The older ones first.
  std::vector<std::string> all() const;
};
Journals journals_of(Files& files, const Facts& facts, const std::string& ledger);

/// The ledgers that shared journal.jsonl with this one in connect 1.0.0, as far as they are known.
std::vector<std::string> former_sharers(Files& files, const Facts& facts,
                                        const std::string& ledger);

/// The folder of the backups of every ledger; empty when there is no state folder.
std::string backup_folder(const Facts& facts);
/// How the name of a new backup of this ledger begins.
std::string backup_prefix(Files& files, const Facts& facts, const std::string& ledger);
/// The backups of this ledger and the conflict copies that were put beside them, sorted. Names that
/// several ledgers may have used count when the file has a record in common with the ledger or with
/// its journals; where neither has any record, only for the ledger in its usual place.
std::vector<std::string> backups_of(Files& files, const Facts& facts, const std::string& ledger);

}  // namespace connect::store
