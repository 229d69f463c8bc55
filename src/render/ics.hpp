// Entries as a calendar (RFC 5545): events of whole days that are private and do not block time.
#pragma once

#include <string>
#include <vector>

#include "domain/ledger/ledger.hpp"

namespace connect::render {

/// One calendar with an event per entry, on its day. The entry's id is the event's UID, so that
/// importing it again changes nothing.
std::string entries_ics(const std::vector<EntryText>& entries);

}  // namespace connect::render
