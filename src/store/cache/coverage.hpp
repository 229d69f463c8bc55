// What a file of the cache knows of the ledger whose first bytes it stands for, and whether these
// still are what they were: nothing that comes after them may change what is settled.
#pragma once

#include <cstdint>
#include <string>

#include "domain/streak/thread.hpp"
#include "store/cache/appends.hpp"
#include "store/cache/checksum.hpp"
#include "store/reading/intake.hpp"

namespace connect::store {

/// For which day, and by which rules of streaks, something is asked for.
struct Question {
  Day today;
  StreakRules rules;
};

struct Coverage {
  std::string path;           // of the ledger, absolute
  std::size_t next_line = 0;  // number of the first line not covered; 0: it cannot be resumed
  Checksum bytes;             // of all that is covered, up to the end of a line
  std::uint64_t ending = 0;   // checksum of the last `ending_size` bytes covered
  Standing standing;          // of the file as it was, if its bytes cannot have changed unseen
  Account account;            // bad lines, the first few problems, newer records
  Marks marks;
};

/// Whether the file begins with the covered bytes, by their checksum.
bool has_covered_bytes(Files& files, const std::string& path, const Coverage& covered);
/// Whether a record leaves all that is settled as it is. Corrections are left to the fold, which
/// counts those of a record that is not at hand.
bool leaves_settled(const Coverage& covered, const Record& record);
/// Covers what was read of a file that was at least so long before.
void end_at(Coverage& covered, const Checksum& bytes, const Intake& intake, std::uint64_t size);
/// Only what is told of problems: the first few bad lines.
void shorten(Account& account);

}  // namespace connect::store
