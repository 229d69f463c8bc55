// Looks over a ledger and all that this program keeps around it. Changes nothing.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/outcome/symptom.hpp"
#include "store/journal/journal.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {

struct Checkup : CheckupResult {
  bool is_ledger = true;
  bool exists = false;
  bool is_tidy = true;              // each record on a line of its own, and nothing else
  std::vector<Kept> missing;        // lines of the journal that the ledger lacks
  bool has_returned = false;        // what was forgotten is somewhere again
  std::vector<Record> ahead;        // see LineCheck::ahead
  std::vector<std::string> loose;   // files and folders that others can reach
  std::vector<std::string> debris;  // files that can go: left over, or a cache that is none
};

Result<Checkup> examine(Files& files, const Facts& facts, const std::string& ledger, Day today);

/// Every folder in which something of a ledger's may lie.
std::set<std::string> folders_of(const Facts& facts, const std::string& ledger);
/// Files that were to take another one's place and never did.
std::vector<std::string> leftovers(Files& files, const Facts& facts, const std::string& ledger);
/// The indexes in the cache folder.
std::vector<std::string> caches(Files& files, const Facts& facts);

}  // namespace connect::store
