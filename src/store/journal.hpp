// The safety journal: every line that this machine saves goes here before it goes to the ledger, so
// that a ledger which is lost, emptied or rolled back by somebody else is noticed, and its lines
// can be offered back. Nothing is ever brought back unasked: a deletion by hand may be meant.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "connect/record.hpp"

namespace connect::store {

/// Begins every message of what could not be saved.
inline constexpr std::string_view verdict = "NOT SAVED: ";
std::string without_verdict(std::string message);

/// The journal's lines of one change, before the ledger's. Success also when there is no place for
/// a journal.
Status keep_first(Files& files, const std::string& journal, const std::vector<std::string>& lines);
/// The user was told that these are not saved: they are not to be offered back. `mark` is a new
/// record whose body is free.
void disown(Files& files, const std::string& journal, const std::vector<std::string>& lines,
            Record mark);

struct Kept {
  Record record;
  std::string text;  // the line
};

/// What the journal holds and the ledger does not: neither what was taken back since, nor
/// corrections of what is nowhere. Oldest first; an error when the journal cannot be read.
Result<std::vector<Kept>> missing_lines(
    Files& files, const std::string& journal,
    const std::function<bool(const std::string&)>& is_in_ledger);

/// What this machine remembers of a ledger that is not there, in words; empty when that is nothing.
std::string remembered(Files& files, const Facts& facts, const std::string& ledger);

}  // namespace connect::store
