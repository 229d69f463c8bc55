// Words of a note that may have been meant as a person or as the day of the entry: "log thank Maya
// yesterday". They are pointed out, never guessed.
#pragma once

#include <string>
#include <vector>

#include "app/session.hpp"
#include "domain/ledger/names.hpp"

namespace connect::app {

/// Messages about known people who are named in the note and not in `with`. `remedy` comes between
/// "To add the person" and "@NAME".
void notice_loose_names(Session& session, const cli::EntryArgs& entry, const Names& people,
                        const std::vector<std::string>& with, const std::string& remedy);
/// The same, and a message about a day in the note that is not the entry's. `amend`: the command
/// that adds them; empty for a dry run.
void notice_loose_words(Session& session, const cli::EntryArgs& entry, const Names& people,
                        const std::vector<std::string>& with, Day day, const std::string& amend);

}  // namespace connect::app
