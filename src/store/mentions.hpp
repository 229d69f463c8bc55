// Whether a text speaks of a person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect::store {

/// Whether one of these names (fold keys) stands in the text, case and accents aside. A name in
/// ASCII must stand as a word; scripts that do not part their words are searched all through.
bool mentions(std::string_view text, const std::vector<std::string>& names);

}  // namespace connect::store
