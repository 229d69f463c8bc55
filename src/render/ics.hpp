// Entries as a calendar (RFC 5545): whole days, private, in nobody's way.
#pragma once

#include <string>
#include <vector>

#include "domain/ledger/ledger.hpp"

namespace connect::render {

/// One calendar with an event for each entry, on its day; its id is the event's UID, so that
/// importing it again changes nothing.
std::string entries_ics(const std::vector<EntryText>& entries);

}  // namespace connect::render
