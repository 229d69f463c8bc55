// The safety journal: a second copy of every line that this machine writes to the ledger, so that a
// ledger which is lost, emptied or rolled back by somebody else is noticed, and its lines can be
// offered back. Nothing is ever brought back unasked: a deletion by hand may be meant. A line goes
// here before it goes to the ledger; only what is saved in passing goes here after it.
//
// The lines are those of the ledger, and between them some that are none: the heading of the file
// (places.hpp), and before each change of several lines, or of lines that another copy of the
// ledger had, a marker (undo_history.hpp).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "connect/record.hpp"
#include "store/journal/places.hpp"

namespace connect::store {

/// Begins every message of what could not be saved.
inline constexpr std::string_view verdict = "NOT SAVED: ";
std::string without_verdict(std::string message);

/// Adds text to the journal, as Files::append does. Success also when there is no place for a
/// journal. An older journal without a heading is moved away first, but not in passing.
Status add_to_journal(Files& files, const Facts& facts, const std::string& ledger,
                      const std::string& text, Files::Care care);
/// The user was told that these lines are not saved: they are not to be offered back. `mark` is a
/// new record whose body is free.
void disown(Files& files, const Facts& facts, const std::string& ledger,
            const std::vector<std::string>& lines, Record mark);

struct Kept {
  Record record;
  std::string text;  // the line
};

/// What the safety journals hold and the ledger does not: neither what was taken back since, nor
/// corrections of what is nowhere.
struct MissingLines {
  std::vector<Kept> own;     // oldest first
  std::size_t doubtful = 0;  // lines of older journals, which may be another ledger's
};
/// An error when a journal cannot be read.
Result<MissingLines> missing_lines(Files& files, const Facts& facts, const std::string& ledger,
                                   const std::function<bool(const std::string&)>& is_in_ledger);

/// What this machine remembers of a ledger that is not there, in words; empty when that is nothing.
std::string remembered(Files& files, const Facts& facts, const std::string& ledger);

}  // namespace connect::store
