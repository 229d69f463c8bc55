// The disposable index of a ledger: what its first bytes came to, so that the everyday commands
// read the rest alone. It lives in the cache folder; without it, or when anything about it does not
// fit, the ledger is read whole, with the same answer.
//
//   magic and version | checksum of all that follows | the ledger's file | covered bytes and lines
//   | hash of the last 4 KiB covered | what was odd | marks | past
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "connect/past.hpp"
#include "store/intake.hpp"

namespace connect::store {

struct Index {
  FileState file;             // as it was; `file.size` bytes are covered, up to the end of a line
  std::size_t next_line = 0;  // number of the first line not covered; 0: it cannot be resumed
  std::uint64_t ending = 0;   // ending_hash of what is covered
  Account account;            // bad lines, the first few problems, newer records
  Marks marks;
  Past past;
};

/// A hash of the last `ending_size` bytes of what is covered.
std::uint64_t ending_hash(std::string_view last_bytes);

std::string packed(const Index& index);
/// Nothing when these bytes are no whole index of this version, written on such a machine.
std::optional<Index> unpacked(std::string_view bytes);

/// Where the index of this ledger is kept.
std::string index_path(const std::string& cache_home, const std::string& ledger);

}  // namespace connect::store
