// Pages of `amend`, `remove`, `undo` and `redo`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "render/terminal/page.hpp"

namespace connect::render {

/// "Amended: Thanked Maya · Mon 23 Nov  →  Thanked Sam · Mon 23 Nov; note replaced"; without the
/// arrow if the line of the entry stays the same.
Page amended_page(std::string_view lead, const EntryText& was, const EntryText& now, Day today,
                  bool can_be_undone);
Page removed_page(const std::vector<Record>& records, Day today);
/// A change that was undone or redone. `ledger`: as it was before the command.
Page turned_page(std::string_view lead, const std::vector<Record>& change, bool is_merge,
                 const Ledger& ledger, Day today);

}  // namespace connect::render
