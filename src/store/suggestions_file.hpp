// Parses the user's own suggestions: suggestions.json in the configuration folder.
#pragma once

#include <string>

#include "connect/result.hpp"
#include "domain/suggest/bank.hpp"

namespace connect::store {

/// Bytes. A larger file is not read, because every start of a shell would read it.
inline constexpr std::size_t largest_suggestions_file = std::size_t{1} << 20;

/// Adds every item of this JSON text, an array of objects with the fields of a suggestion, to the
/// bank. On an error, which names the item and the field, none is added.
Status add_suggestions(Bank& bank, const std::string& text);

}  // namespace connect::store
