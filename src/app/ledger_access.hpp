// Reads the ledger for a command: the whole ledger, its summary, or some of its lines. Lines that
// cannot be read and similar problems become messages of the session, at the first read only; a
// file that is not a ledger is an error.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.hpp"
#include "domain/streak/streak.hpp"
#include "domain/summary/summary_views.hpp"
#include "store/reading/ledger_file.hpp"
#include "store/reading/notes_reader.hpp"

namespace connect::app {

/// The hint where the file is something else, or a ledger that was destroyed: `doctor --fix`
/// changes no such file, but where none is, it restores from the safety journal.
inline constexpr std::string_view foreign_file_hint =
    "use another file: --ledger FILE; or if this was your ledger, move the file away, then run "
    "connect doctor --fix, which restores what this machine wrote";

/// The path of the ledger; an error when there is none.
Result<std::string> ledger_path(const Session& session);
/// Paths of the safety journals that hold lines of the ledger; the one that is written to is last.
std::vector<std::string> journals(const Session& session);

/// Parses and folds the whole ledger. `hooks`: a test for notes, and a callback for every record.
Result<store::Reading> read_ledger(Session& session, Notes notes,
                                   const store::ReadHooks& hooks = {});
/// Adds the notes to entries that were read with Notes::leave.
Status add_notes(const Session& session, std::vector<EntryText>& entries);

/// See store::read_suggestions.
Result<Ledger> read_suggestions(const Session& session, const store::RecordIds& ids);

/// The totals of the ledger, from the cached summary and the bytes appended since; with
/// `details_since` also the details that a report needs, from that day on.
Result<Summary> read_summary(Session& session, std::optional<Day> details_since = {});
/// Of it only what streaks and counts need: Parts::days.
Result<Summary> read_days(Session& session);
/// The same as read_summary() without the cache, with all days and no details.
Result<Summary> read_whole_summary(Session& session);
/// These of its latest entries, see store::read_entries; nothing if the ledger must be read.
std::optional<Ledger> read_entries(const Session& session, const Summary& summary,
                                   std::span<const EntryRef> latest);
/// The note of a kindness or a follow-up, from its line in the ledger.
std::string note_of(const Session& session, const OpenNote& open);

/// Rest days: those of the ledger and those of the configuration.
RestCalendar rest_calendar(const Session& session, const Summary& summary);
/// The streak of today.
Streak streak_today(const Session& session, const Summary& summary);
/// Its lengths, without the other totals.
StreakLengths lengths_today(const Session& session, const Summary& summary);

}  // namespace connect::app
