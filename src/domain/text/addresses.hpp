// Addresses of repositories, as they may be shown.
#pragma once

#include <string>
#include <string_view>

namespace connect {

/// `text` with what stands before the `@` in each address (scheme://...) taken out: names,
/// passwords and tokens. The name in an ssh address stays, which is no secret there; its password
/// does not.
std::string without_credentials(std::string_view text);

}  // namespace connect
