// The changes that this machine made to a ledger, from its safety journals: those that undo takes
// back and redo restores, and the entry that `last` means. A change is everything that one command
// wrote, be it one record or a thousand.
//
// In the journal a marker precedes the lines of a change if there are several, if they come from
// another copy of the ledger, or for a single suggestion that was imported; without a marker it is
// one that was recorded when it was shown, which is no change:
//
//   {"v":1,"id":ID,"op":"together","at":AT,"count":3,"from":"merge"}
//
// ID is the id of the last line, AT its moment, "count" the number of lines (missing in connect
// 1.0.0). "from" is "merge" for lines that `merge` added, which undo takes back, and "elsewhere"
// for lines that `sync` added, which undo skips. The last line closes the change. If another
// marker, an unreadable line or the end of the file comes first, the writer was interrupted, and
// each line is a change of its own.
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
  merge,      // another copy of the ledger, added by `merge`
  elsewhere,  // another copy of the ledger; not to be taken back here
};

struct OwnChange {
  std::vector<Record> records;
  Origin origin = Origin::here;     // never `elsewhere`
  std::set<std::string> undone_by;  // ids of the amendments that took it back
  bool is_before_sync = false;      // lines from elsewhere came after it, before the next change
  bool stands() const { return undone_by.empty(); }
};

struct UndoHistory {
  /// Oldest first: the changes in effect, then those that redo can restore, the next one first.
  /// Records that the ledger lacks count as never written, and a new change discards what could be
  /// redone.
  std::vector<OwnChange> changes;
  bool is_after_sync = false;  // lines from elsewhere came before all of these in effect

  /// The next change to take back or to restore; null when there is none.
  const OwnChange* to_undo() const;
  const OwnChange* to_redo() const;
  /// Whether lines from elsewhere would be next, before this change, which may be null.
  bool passes_over_sync(const OwnChange* change) const;
};

/// `journals` are read in this order. An error when one of them cannot be read.
Result<UndoHistory> undo_history(Files& files, const std::vector<std::string>& journals,
                                 const Ledger& ledger);

/// The entry that this machine logged last and that is not removed, by the order in which it wrote;
/// empty when there is none. An error when a journal cannot be read.
Result<std::optional<Id>> last_logged_here(Files& files, const std::vector<std::string>& journals,
                                           const Ledger& ledger);

/// Whether this record is a marker.
bool marks_change(const Record& record);
/// The text for the journal of lines that are saved as one change, with a marker if they need one.
std::string journal_text(const std::vector<std::string>& lines, Origin origin);

}  // namespace connect::store
