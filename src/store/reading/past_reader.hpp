// Reads the summary of a ledger (Past) for the everyday commands: through its cache file where that
// gives the same result as a full read, else in full (store/cache/continuing.hpp).
#pragma once

#include <string>

#include "store/cache/index.hpp"

namespace connect::store {

struct PastReading : ReadReport {
  Past past;
  Marks marks;
};

/// `cache_home`: the folder of caches; empty when there is none or it must not be used.
Result<PastReading> read_past(Files& files, const std::string& path, const std::string& cache_home,
                              const Question& question);

/// The cached summary extended by the rest of the ledger; nothing when the covered bytes have
/// changed or the result might differ from a full read.
std::optional<Index> continued_index(Files& files, const std::string& path, Index index,
                                     const FileState& now, const Question& question);

/// The summary from a full read; its `next_line` is 0 when reading cannot resume.
Result<Index> whole_index(Files& files, const std::string& path, Day today);

}  // namespace connect::store
