// Whether a text speaks of a person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect::store {

/// Whether one of these names (fold keys) is in the text, case and accents aside. A name in ASCII
/// must be a word of its own, also with an s or 's after it, in a hashtag (#Maya) or with its words
/// joined (AuntRuth, aunt-ruth); a longer word such as "mayan" is another one. Scripts that do not
/// part their words are searched all through.
bool mentions(std::string_view text, const std::vector<std::string>& names);

}  // namespace connect::store
