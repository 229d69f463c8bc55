// Two cache files with the per-day totals of a ledger (Chronicle), from which reports are computed.
// One has all days (.days); the other has only sums of the days before the last year (.recent), so
// that it stays small at any age of a ledger. Only reports read them. They may be deleted at any
// time: without a valid file the ledger is read in full, with the same result.
//
//   header (packing.hpp) | coverage | chronicle
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/summary/chronicle.hpp"
#include "store/cache/coverage.hpp"

namespace connect::store {

struct CoveredDays : Coverage {
  Chronicle chronicle;
};

/// Serializes per-day totals whose earlier days were summed up (sum_up_earlier).
std::string packed(const CoveredDays& days);
/// Nothing when the bytes are not a complete and valid file of this version of the program.
std::optional<CoveredDays> unpacked_days(std::string_view bytes);

/// Suffixes of the file names in the cache folder.
inline constexpr std::string_view days_ending = ".days";
inline constexpr std::string_view recent_ending = ".recent";

}  // namespace connect::store
