// Saves records for a command: to the safety journal, then durably to the ledger.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session.hpp"
#include "connect/record.hpp"
#include "domain/ledger/names.hpp"
#include "store/journal/undo_history.hpp"

namespace connect::app {

/// A record of this moment with a new UUIDv7. Its stamp (moment, then id) is later than `after`, so
/// that it wins over what it corrects even if that was written by a clock that ran ahead.
Record new_record(Session& session, Body body, const Stamp& after = {});

/// Saves all records or none, as one change that one `undo` takes back.
Status save(Session& session, const std::vector<Record>& records);
Status save(Session& session, const Record& record);
/// The same for encoded records. `retry`: the hint if it stays unknown whether they were saved.
Status save(Session& session, const std::vector<std::string>& lines, std::string_view retry);
/// Saves lines from another copy of the ledger; `origin` decides whether `undo` takes them back.
/// Without lines nothing happens.
Status save_merged(Session& session, const std::vector<std::string>& lines, store::Origin origin);
/// Appends a record that nobody asked for, such as a suggestion that was shown. Best effort: one
/// attempt that does not wait, and no error. Returns whether it was saved, so that `undo` can take
/// it back.
bool save_unasked(const Session& session, const Record& record);
/// Syncs the ledger to disk, so that what was read from it can be reported as saved.
Status confirm(const Session& session);

}  // namespace connect::app
