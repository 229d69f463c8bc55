// What a file of the cache knows of the ledger whose first bytes it stands for, and whether it may
// still be continued: the ledger is the file it was, and nothing that comes after changes what is
// settled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "connect/thread.hpp"
#include "store/intake.hpp"

namespace connect::store {

/// For which day, and by which rules of streaks, something is asked for.
struct Question {
  Day today;
  StreakRules rules;
};

struct Coverage {
  FileState file;             // as it was; `file.size` bytes are covered, up to the end of a line
  std::size_t next_line = 0;  // number of the first line not covered; 0: it cannot be resumed
  std::uint64_t ending = 0;   // checksum of the last `ending_size` bytes covered
  Account account;            // bad lines, the first few problems, newer records
  Marks marks;
};

/// Eight bytes at a time. Every step can be undone, so no single change goes unnoticed.
std::uint64_t checksum(std::string_view bytes);
/// Whether this is still the file it was, or more was added to it, as far as can be seen from
/// outside.
bool may_continue(const FileState& then, const FileState& now);
/// Whether a record leaves all that is settled as it is. Corrections are left to the fold, which
/// counts those of a record that is not at hand.
bool leaves_settled(const Coverage& covered, const Record& record);
/// Covers what was read of the file whose state was this before: more, if others wrote meanwhile.
void end_at(Coverage& covered, const FileState& before, const Intake& intake);
/// Only what is told of problems: the first few bad lines.
void shorten(Account& account);

}  // namespace connect::store
