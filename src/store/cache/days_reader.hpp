// The days of a ledger for reports: from the file that was put aside and the new bytes of the
// ledger if that gives the same answer as reading it whole, else by reading it whole.
#pragma once

#include <optional>
#include <string>

#include "store/cache/days_file.hpp"

namespace connect::store {

/// All days, or with `since` at least those from then on. `cache_home`: where they may be kept;
/// empty when there is no such place.
Result<CoveredDays> read_days(Files& files, const std::string& path, const std::string& cache_home,
                              const Question& question, std::optional<Day> since);

/// What the days and the rest of the ledger come to; nothing when they do not fit together.
std::optional<CoveredDays> continued_days(Files& files, const std::string& path, CoveredDays days,
                                          const FileState& now, const Question& question);

/// The days of the whole ledger, none of them summed up; their `next_line` is 0 when reading cannot
/// go on after them.
Result<CoveredDays> whole_days(Files& files, const std::string& path);

}  // namespace connect::store
