// Words of a note that may have been meant as a person or as the day of the entry: "log thank Maya
// yesterday". They are pointed out, never guessed.
#pragma once

#include <string>
#include <vector>

#include "app/session.hpp"
#include "domain/summary/summary.hpp"

namespace connect::app {

/// Messages about known people who are named in the note and not in `with`, and about a day in it
/// that is not `day`. `remedy` comes between "To add the person" and "@NAME".
void notice_loose_words(Session& session, const cli::EntryArgs& entry, const Summary& known,
                        const std::vector<std::string>& with, Day day, const std::string& remedy);

/// Messages about a time, a day to come, and a second day in the note of an entry of `with`.
void notice_loose_times(Session& session, const cli::EntryArgs& entry,
                        const std::vector<std::string>& with, const std::string& remedy);

}  // namespace connect::app
