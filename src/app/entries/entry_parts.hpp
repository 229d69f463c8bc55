// Steps shared by the commands that log and amend entries.
#pragma once

#include <string>
#include <vector>

#include "app/session.hpp"

namespace connect::app {

/// Reads the note from standard input or the editor if the command line asks for it, and validates
/// it: UTF-8, at most 8 KiB. Input is appended to a note given as words; the editor opens with it.
/// Line ends become LF, and those at the end are dropped.
Status fill_note(cli::EntryArgs& entry, Session& session);
/// The names as the ledger spells them, without duplicates; new names stay as given. Names with the
/// same fold key are one person or tag.
std::vector<std::string> known_spellings(const Names& names, const std::vector<std::string>& given);
/// A message if a new name is close to a known one. `is_saved`: whether `undo` can take it back, so
/// call it once the name is saved.
void notice_near_miss(Session& session, const Names& known, const std::string& name, bool is_saved);
/// The moment of a local time, in minutes after midnight, on the user's `day`. A time before
/// `day_start` is on the next calendar date.
Instant moment_of(int minutes, const Session& session, Day day);

}  // namespace connect::app
