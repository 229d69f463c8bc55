// Which part of a ledger a cache file covers, and whether that part is unchanged and no later
// record changes what was computed from it.
#pragma once

#include <cstdint>
#include <string>

#include "store/cache/appends.hpp"
#include "store/cache/checksum.hpp"
#include "store/reading/ledger_reader.hpp"

namespace connect::store {

/// The covered part: the beginning of a ledger, up to the end of a line.
struct LedgerPrefix {
  std::string path;           // of the ledger, absolute
  std::size_t next_line = 0;  // number of the first line not covered; 0: reading cannot resume
  Checksum bytes;             // of the covered bytes; its size is the offset to resume at
  std::uint64_t ending = 0;   // checksum of the last `ending_size` bytes covered
  Standing standing;          // the file's state, if every later change must show in it
  ReadReport report;          // bad lines, the first few problems, records of newer versions
  Marks marks;                // the latest ids and stamps covered
};

/// Whether the file still begins with the covered bytes, by size and checksum; reads the file.
bool has_covered_bytes(Files& files, const std::string& path, const LedgerPrefix& prefix);
/// Whether a later record changes nothing that is computed from the covered ones: its id is new,
/// and a rest or person setting is later than all covered ones and not a rename. Corrections of
/// covered records are not found here; the fold counts them as orphans.
bool leaves_settled(const LedgerPrefix& prefix, const Record& record);
/// Sets the covered part to what `reader` has read. `size`: of the file before reading; if less
/// than that was read, reading cannot resume.
void end_at(LedgerPrefix& prefix, const Checksum& bytes, const LedgerReader& reader,
            std::uint64_t size);
/// Drops all problems but the first three bad lines.
void shorten(ReadReport& report);

}  // namespace connect::store
