// The disposable index of a ledger: what its first bytes came to, so that the everyday commands
// read the rest alone. It lives in the cache folder; without it, or when anything about it does not
// fit, the ledger is read whole, with the same answer.
//
//   seal | coverage | past
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/summary/past.hpp"
#include "store/cache/coverage.hpp"

namespace connect::store {

struct Index : Coverage {
  Past past;
};

std::string packed(const Index& index);
/// Nothing when these bytes are no whole index of this version, written on such a machine.
std::optional<Index> unpacked(std::string_view bytes);

/// Of its name in the cache folder.
inline constexpr std::string_view index_ending = ".index";

}  // namespace connect::store
