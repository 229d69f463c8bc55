// Redacts repository addresses, so that they can be shown.
#pragma once

#include <string>
#include <string_view>

namespace connect {

/// `text` with the credentials before the `@` of each address (scheme://...) removed: names,
/// passwords and tokens. In an ssh address the name stays, since it is not a secret there; its
/// password is removed.
std::string without_credentials(std::string_view text);

}  // namespace connect
