// What this machine wrote to a ledger, from its safety journals: the changes that undo takes back
// and redo puts back, and the entry that `last` means. A change is all that one command wrote, be
// it one record or a thousand.
//
// In the journal a marker stands before the lines of a change when they are several, or when they
// come from another copy of the ledger:
//
//   {"v":1,"id":ID,"op":"together","at":AT,"count":3,"from":"merge"}
//
// ID is the id of the last line, AT its moment, "count" how many lines there are (connect 1.0.0
// left it out). "from" is "merge" for what `merge` took in, which undo takes back; "elsewhere" for
// what `sync` took in, which it passes over. The change is closed by its last line. If another
// marker, an unreadable line or the end of the file comes first, the writer was stopped: each line
// is a change by itself then.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"
#include "domain/ledger/ledger.hpp"

namespace connect::store {

/// Where the lines of a change come from.
enum class Origin : std::uint8_t {
  here,       // a command of this machine
  merge,      // a copy of the ledger, taken in by `merge`
  elsewhere,  // a copy of the ledger, and not to be taken back here
};

struct OwnChange {
  std::vector<Record> records;
  Origin origin = Origin::here;     // never `elsewhere`
  std::set<std::string> undone_by;  // ids of the amendments that took it back
  bool is_before_sync = false;      // lines from elsewhere came after it
  bool stands() const { return undone_by.empty(); }
};

struct UndoHistory {
  /// Oldest first: those that stand, then those that redo may put back, the next one first. What
  /// the ledger does not hold counts as never written, and a new change ends what could be redone.
  std::vector<OwnChange> changes;
  bool is_after_sync = false;  // lines from elsewhere came before all of these

  /// The next change to take back or to put back; null when there is none.
  const OwnChange* to_undo() const;
  const OwnChange* to_redo() const;
  /// Whether lines from elsewhere are younger than the change, or than all of them if it is null.
  bool passes_over_sync(const OwnChange* change) const;
};

/// `journals` are read in this order. An error when there is one that cannot be read.
Result<UndoHistory> undo_history(Files& files, const std::vector<std::string>& journals,
                                 const Ledger& ledger);

/// The entry that stands and that this machine logged last, by the order in which it wrote; empty
/// when there is none. An error when there is a journal that cannot be read.
Result<std::optional<Id>> last_logged_here(Files& files, const std::vector<std::string>& journals,
                                           const Ledger& ledger);

/// Whether this is only a marker.
bool marks_change(const Record& record);
/// What the journal is told of lines that are saved as one change.
std::string journal_text(const std::vector<std::string>& lines, Origin origin);

}  // namespace connect::store
