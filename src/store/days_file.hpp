// The disposable file of the days of a ledger, beside its small index: what reports are summed up
// from. Only reports read it; without it, or when anything about it does not fit, the ledger is
// read whole, with the same answer.
//
//   seal | coverage | chronicle
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "connect/chronicle.hpp"
#include "store/coverage.hpp"

namespace connect::store {

struct CoveredDays : Coverage {
  Chronicle chronicle;
};

std::string packed(const CoveredDays& days);
/// Nothing when these bytes are no whole file of this version, written on such a machine.
std::optional<CoveredDays> unpacked_days(std::string_view bytes);

/// Of its name in the cache folder.
inline constexpr std::string_view days_ending = ".days";

}  // namespace connect::store
