// The addresses at which a person can be written to.
#pragma once

#include <string_view>

namespace connect {

inline constexpr std::size_t longest_reach = 1000;  // bytes

/// Whether this is a URL of at most longest_reach bytes with a scheme that may be opened: mailto:,
/// sms:, tel:, xmpp: or https:, in lower case. It has no spaces and no hidden characters.
bool is_reach_url(std::string_view url);

}  // namespace connect
