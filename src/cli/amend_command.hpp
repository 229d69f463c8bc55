// The command line of an amendment, for remedies.
#pragma once

#include <string>

#include "cli/invocation.hpp"

namespace connect::cli {

/// The command as it can be copied, without its note, feelings and cleared fields.
std::string amend_command(const AmendArgs& args);

}  // namespace connect::cli
