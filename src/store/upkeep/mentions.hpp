// Whether a text mentions a person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect::store {

/// Whether one of these names (fold keys) is in the text, ignoring case and accents. An ASCII name
/// must be a word of its own, possibly with an s or 's after it, in a hashtag (#Maya) or with its
/// words joined (AuntRuth, aunt-ruth); in a longer word such as "mayan" it does not count. Other
/// names match anywhere, since some scripts do not separate words.
bool mentions(std::string_view text, const std::vector<std::string>& names);

}  // namespace connect::store
