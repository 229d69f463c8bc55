// The past of a ledger for the everyday commands: from its index and its new bytes if that gives
// the same answer as reading it whole, else by reading it whole.
#pragma once

#include <string>

#include "store/cache/index.hpp"

namespace connect::store {

struct PastReading : Account {
  Past past;
  Marks marks;
};

/// `cache_home`: where the index may be kept; empty when there is no such place, or when the index
/// is not to be used.
Result<PastReading> read_past(Files& files, const std::string& path, const std::string& cache_home,
                              const Question& question);

/// What the index and the rest of the ledger come to; nothing when they do not fit together.
std::optional<Index> continued_index(Files& files, const std::string& path, Index index,
                                     const FileState& now, const Question& question);

/// An index of the whole ledger as far as it can be resumed; its `next_line` is 0 when it cannot.
Result<Index> whole_index(Files& files, const std::string& path, Day today);

}  // namespace connect::store
