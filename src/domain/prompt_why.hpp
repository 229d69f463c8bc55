// The reason for a suggestion in one sentence that is true of the ledger.
#pragma once

#include <string>

#include "connect/engine.hpp"
#include "connect/prompt.hpp"

namespace connect {

/// `person`: who is named, or nullptr.
std::string why_words(const Prompt& prompt, const ActChoice& choice, const PersonHistory* person,
                      Day day);

}  // namespace connect
