// Two disposable files of the days of a ledger, beside its small index: what reports are summed up
// from. One has all days; the other leaves out those before the last year, so that it stays small
// at any age of a ledger. Only reports read them; without them, or when anything about them does
// not fit, the ledger is read whole, with the same answer.
//
//   seal | coverage | chronicle
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

/// The earlier days were summed up.
std::string packed(const CoveredDays& days);
/// Nothing when these bytes are no whole file of this version, written on such a machine.
std::optional<CoveredDays> unpacked_days(std::string_view bytes);

/// Of their names in the cache folder.
inline constexpr std::string_view days_ending = ".days";
inline constexpr std::string_view recent_ending = ".recent";

}  // namespace connect::store
