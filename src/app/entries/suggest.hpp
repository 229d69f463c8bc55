// Today's suggestion, with the user's own suggestions and preferences taken in.
#pragma once

#include "app/session.hpp"
#include "domain/suggest/prompt.hpp"

namespace connect::app {

/// Where the user's own suggestions are; empty without a home.
std::string suggestions_path(const Facts& facts);

/// Adds the user's own suggestions to the bank; or none, and what is wrong with their file.
std::optional<std::string> add_own_suggestions(Bank& bank, Session& session);
/// Every suggestion that may be made. The user's own are left out, with one warning, when their
/// file is malformed.
Bank read_bank(Session& session);

Prompt todays_prompt(Session& session, const History& history, PromptWish wish = {});

/// Pins a prompt that was not shown yet, so that every shell and machine shows the same; gives the
/// id of its record. If that cannot be written at once the suggestion is shown all the same.
std::string pin(Session& session, const Prompt& prompt);

}  // namespace connect::app
