// The entries that a filter lets through.
#pragma once

#include <vector>

#include "app/session.hpp"
#include "cli/invocation.hpp"
#include "domain/ledger/ledger.hpp"

namespace connect::app {

struct Found {
  std::vector<EntryText> entries;  // newest first
  std::size_t earlier = 0;         // more that match
  std::size_t of = 0;              // entries in all
};

/// At most `limit` of them, the newest; 0: all. Of a million entries only the notes of those that
/// are chosen are held in memory.
Result<Found> matching(const cli::Filter& filter, std::size_t limit, Session& session);

}  // namespace connect::app
