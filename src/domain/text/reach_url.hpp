// The addresses at which a person can be written to.
#pragma once

#include <string>
#include <string_view>

namespace connect {

inline constexpr std::size_t longest_reach = 1000;  // bytes

/// Whether this is a URL of at most longest_reach bytes with a scheme that may be opened: mailto:,
/// sms:, tel:, xmpp: or https:, in lower case. It has no spaces and no hidden characters.
bool is_reach_url(std::string_view url);

/// The URL that a text means: itself, mailto: of a bare e-mail address, tel: of a bare number; or
/// empty.
std::string reach_url_of(std::string_view text);

/// The address with the first line of a message, which mailto: and sms: take; any other as it is.
std::string with_first_line(const std::string& url, std::string_view line);

}  // namespace connect
