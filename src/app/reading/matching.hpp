// Selects the entries that match a filter.
#pragma once

#include <vector>

#include "app/session.hpp"
#include "cli/invocation.hpp"
#include "domain/ledger/ledger.hpp"

namespace connect::app {

struct Found {
  std::vector<EntryText> entries;  // newest first
  std::size_t earlier = 0;         // older matches beyond the limit
  std::size_t of = 0;              // entries in the ledger
};

/// The newest `limit` matching entries; 0 means all. With a filter or a limit only the notes of
/// these are held in memory, not those of a whole ledger.
Result<Found> matching(const cli::Filter& filter, std::size_t limit, Session& session);

}  // namespace connect::app
