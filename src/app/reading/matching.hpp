// Selects the entries that match a filter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.hpp"
#include "cli/invocation.hpp"
#include "domain/ledger/ledger.hpp"

namespace connect::app {

struct Found {
  std::vector<EntryText> entries;        // newest first
  std::size_t earlier = 0;               // older matches beyond the limit
  std::size_t of = 0;                    // entries in the ledger
  std::optional<std::string> near_miss;  // what was probably meant, if nothing matches
};

/// The newest `limit` matching entries; 0 means all. With a filter or a limit only the notes of
/// these are held in memory, not those of a whole ledger.
Result<Found> matching(const cli::Filter& filter, std::size_t limit, Session& session);

/// The error for a word of the filter that may be an act or a period, and that also names a person
/// or a tag of the ledger. Spells its people as the ledger does, and adds its messages to the
/// session.
Status accept_words(cli::Filter& filter, Session& session);

/// The ledger with nothing but the entries of a selection, and what was probably meant if it has
/// none.
struct Selected {
  Ledger ledger;
  std::optional<std::string> near_miss;
  std::vector<std::string> initials;  // of all people, by NameIndex; empty unless asked for
};
Result<Selected> selected(const Selection& selection, Notes notes, bool with_initials,
                          Session& session);

/// Adds the message for a ledger without entries.
void notice_nothing_logged(Session& session);

/// Adds the message that nothing matches: what was searched, and what was probably meant.
void notice_nothing_found(const Selection& selection, const std::optional<DayRange>& period,
                          const std::optional<std::string>& near_miss, Session& session);

}  // namespace connect::app
