// The safety journal: a second copy of every line that this machine writes to the ledger, so that a
// ledger which another program lost, emptied or rolled back is detected, and its lines can be
// restored. Nothing is restored unless the user asks for it: a deletion by hand may be intended. A
// line is written here before it is written to the ledger; only with Care::best_effort it is
// written here after it.
//
// Besides the lines of the ledger the file has a heading (places.hpp) and, before each change of
// several lines or of lines from another copy of the ledger, a marker (undo_history.hpp).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "connect/record.hpp"
#include "store/journal/places.hpp"

namespace connect::store {

/// Begins every message about something that could not be saved.
inline constexpr std::string_view verdict = "NOT SAVED: ";
/// The message without that beginning.
std::string without_verdict(std::string message);

/// Appends text to the journal, as Files::append does. Succeeds also when there is no state folder.
/// An older journal without a heading is moved away first; with Care::best_effort it is left alone,
/// and nothing is written.
Status add_to_journal(Files& files, const Facts& facts, const std::string& ledger,
                      const std::string& text, Files::Care care);
/// Records that these lines were reported as not saved, so that `missing_lines` leaves them out.
/// `mark` is a new record whose body is replaced; for each further line its id is counted up.
void disown(Files& files, const Facts& facts, const std::string& ledger,
            const std::vector<std::string>& lines, Record mark);

/// A line of the journal.
struct Kept {
  Record record;
  std::string text;  // its bytes, without LF
};

/// The lines that the safety journals have and the ledger lacks, except those that were taken back
/// since, and corrections of records that are in neither.
struct MissingLines {
  std::vector<Kept> own;     // oldest first
  std::size_t doubtful = 0;  // lines of older journals, which may belong to another ledger
};
/// An error when a journal cannot be read.
Result<MissingLines> missing_lines(Files& files, const Facts& facts, const std::string& ledger,
                                   const std::function<bool(const std::string&)>& is_in_ledger);

/// What this machine knows about a ledger that is missing or empty, as a part of a sentence; empty
/// when it knows nothing.
std::string remembered(Files& files, const Facts& facts, const std::string& ledger);

}  // namespace connect::store
