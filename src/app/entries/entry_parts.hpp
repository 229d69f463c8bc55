// What logging an entry and amending one have in common.
#pragma once

#include <string>
#include <vector>

#include "app/session.hpp"

namespace connect::app {

/// Reads the note from where it is to come, and checks it.
Status fill_note(cli::EntryArgs& entry, Session& session);
/// People or tags as they were spelled before: one person is one person.
std::vector<std::string> known_spellings(const Names& names, const std::vector<std::string>& given);
/// This time of this day, in minutes.
Instant moment_of(int minutes, const Session& session, Day day);
/// One act more (1) or less (-1) on its day.
void count_act(History& history, const Logged& said, int by);

}  // namespace connect::app
