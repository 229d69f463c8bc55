// What people read when they change their mind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "render/terminal/page.hpp"

namespace connect::render {

/// "Amended the note: Thanked Maya · Mon 23 Nov  →  Thanked Sam · Mon 23 Nov". What an entry's one
/// line does not show is named after the lead.
Page amended_page(std::string_view lead, const EntryText& was, const EntryText& now, Day today,
                  bool can_be_undone);
Page removed_page(const std::vector<EntryText>& entries, Day today);
/// A change that was taken back or put back; `ledger` is as it was before.
Page turned_page(std::string_view lead, const std::vector<Record>& change, bool is_merge,
                 const Ledger& ledger, Day today);

}  // namespace connect::render
