// Which text a suggestion of the user's own can have, in suggestions.json and in `connect suggest`.
#pragma once

#include <string>
#include <string_view>

namespace connect {

inline constexpr std::size_t longest_suggestion = 140;  // terminal cells
inline constexpr std::size_t longest_hint = 100;        // likewise

/// Why this cannot be the text of a suggestion, or its hint: "is longer than 140 characters".
/// Empty if it can.
std::string why_unfit(std::string_view text, std::size_t longest);

}  // namespace connect
