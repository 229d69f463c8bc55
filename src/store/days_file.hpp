// The disposable file of the days of a ledger, beside its small index: what reports are summed up
// from. Only reports read it; without it, or when anything about it does not fit, the ledger is
// read whole, with the same answer.
//
//   magic and version | checksum of all that follows | coverage | chronicle
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

/// Where the days of this ledger are kept.
std::string days_path(const std::string& cache_home, const std::string& ledger);

}  // namespace connect::store
