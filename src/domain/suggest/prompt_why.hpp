// The reason for a suggestion in one sentence that is true of the ledger.
#pragma once

#include <string>

#include "domain/suggest/engine.hpp"
#include "domain/suggest/prompt.hpp"

namespace connect {

/// `asked`: the user wanted another one than was chosen. `person`: who is named, or nullptr.
std::string why_words(const Prompt& prompt, const ActChoice& choice, bool asked,
                      const PersonHistory* person, Day day);

}  // namespace connect
