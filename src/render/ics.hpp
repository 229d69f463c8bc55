// Entries as a calendar (RFC 5545): events of whole days that are private and do not block time.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/summary/summary.hpp"

namespace connect::render {

/// One calendar with an event per entry, on its day, and a yearly one per date of these people. The
/// entry's id is the event's UID, so that importing it again changes nothing.
std::string calendar_ics(const std::vector<EntryText>& entries,
                         std::span<const PersonTotals* const> people);

}  // namespace connect::render
