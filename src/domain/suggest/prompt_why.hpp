// Words the reason for a suggestion as one sentence that is true of the ledger.
#pragma once

#include <string>

#include "domain/suggest/act_choice.hpp"
#include "domain/suggest/prompt.hpp"

namespace connect {

/// `asked`: the user asked for another suggestion that day, or for one like `prompt.wish`.
/// `person`: who is named, or null.
std::string why_words(const Prompt& prompt, const ActChoice& choice, bool asked,
                      const PersonTotals* person, Day day);

}  // namespace connect
