// Reads the per-day totals of a ledger for reports: through their cache file where that gives the
// same result as a full read, else in full (continuing.hpp).
#pragma once

#include <optional>
#include <string>

#include "store/cache/days_file.hpp"

namespace connect::store {

/// All days, or with `since` at least those from that day on. `cache_home`: the folder of caches;
/// empty when there is none.
Result<CoveredDays> read_days(Files& files, const std::string& path, const std::string& cache_home,
                              const Question& question, std::optional<Day> since);

/// The cached days extended by the rest of the ledger; nothing when the covered bytes have changed
/// or the result might differ from a full read.
std::optional<CoveredDays> continued_days(Files& files, const std::string& path, CoveredDays days,
                                          const FileState& now, const Question& question);

/// The days from a full read, none of them summed up; `next_line` is 0 when reading cannot resume.
Result<CoveredDays> whole_days(Files& files, const std::string& path);

}  // namespace connect::store
