// The notes of some entries, read for these alone: the texts of a whole ledger need not be in
// memory to show ten of them.
#pragma once

#include <string>
#include <vector>

#include "store/reading/ledger_file.hpp"

namespace connect::store {

/// Gives each of these entries of the ledger its note. An error when one of them is not there any
/// more.
Status add_notes(Files& files, const std::string& path, std::vector<EntryText>& entries);

}  // namespace connect::store
