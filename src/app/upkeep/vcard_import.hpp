// `import vcard`.
#pragma once

#include "app/session.hpp"

namespace connect::app {

inline constexpr std::string_view vcard_format = "vcard";

/// Imports the birthdays in a vCard file, and with --reach the addresses. Adds nobody without
/// --all.
Outcome import_vcard(const cli::ImportArgs& args, Session& session);

}  // namespace connect::app
