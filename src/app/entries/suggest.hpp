// Today's suggestion, with the user's own suggestions and preferences applied.
#pragma once

#include "app/session.hpp"
#include "domain/suggest/prompt.hpp"

namespace connect::app {

/// The path of the user's suggestions.json; empty without a configuration folder.
std::string suggestions_path(const Facts& facts);

/// Adds the user's own suggestions to the bank, all or none; returns what is wrong with the file. A
/// missing file is fine; one over 1 MiB is rejected unread, since every shell start would read it.
std::optional<std::string> add_own_suggestions(Bank& bank, Session& session);
/// The built-in suggestions and the user's own, as of the morning of a day (see Bank::add_own). A
/// malformed file is reported in one message and otherwise ignored.
Bank read_bank(Session& session, const Summary& summary, std::optional<Day> morning);

/// Sets what each entry without a note took up: the text of its suggestion, or nothing if that is
/// not in the ledger.
void add_suggested(Session& session, std::vector<EntryText>& entries);

/// The suggestion shown today, else the one to show now; `wish` may ask for another one. Reads the
/// whole ledger if the summary lacks older suggestions.
Prompt todays_prompt(Session& session, const Summary& summary, const PromptWish& wish = {});

/// The id of the record of a suggestion, and whether it has just been saved.
struct Pinned {
  std::string id;
  bool is_new = false;
};
/// Appends the record of a suggestion that was not shown yet, so that every shell and machine shows
/// the same one. Best effort: if it cannot be written at once, the suggestion is shown all the
/// same.
Pinned pin(Session& session, const Prompt& prompt);

}  // namespace connect::app
