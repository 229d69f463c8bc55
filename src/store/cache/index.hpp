// The cached summary of a ledger (Past): what was computed from its first bytes, so that the
// everyday commands parse only the later lines. The file is in the cache folder and may be deleted
// at any time: without a valid file the ledger is read in full, with the same result.
//
//   header (packing.hpp) | coverage | past
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
/// Nothing when the bytes are not a complete and valid file of this version of the program.
std::optional<Index> unpacked(std::string_view bytes);

/// Suffix of the file name in the cache folder.
inline constexpr std::string_view index_ending = ".index";

}  // namespace connect::store
