// Examines a ledger and all files that this program keeps for it, for `doctor`. Changes nothing.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/outcome/finding.hpp"
#include "store/journal/journal.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {

struct Checkup : CheckupResult {
  bool is_ledger = true;
  bool exists = false;
  bool is_tidy = true;              // each record is alone on its line, and nothing else is in it
  std::vector<Kept> missing;        // lines of the journal that the ledger lacks
  bool has_returned = false;        // forgotten text is in a file again, or still
  std::vector<Record> ahead;        // see LineCheck::ahead
  std::vector<std::string> loose;   // files and folders to close to others
  std::vector<std::string> debris;  // files to remove: leftovers and damaged caches
};

Result<Checkup> examine(Files& files, const Facts& facts, const std::string& ledger, Day today);

/// Every folder that may have files of a ledger.
std::set<std::string> folders_of(const Facts& facts, const std::string& ledger);
/// Temporary files of rewrites that were interrupted.
std::vector<std::string> leftovers(Files& files, const Facts& facts, const std::string& ledger);
/// The cache files of all ledgers.
std::vector<std::string> caches(Files& files, const Facts& facts);

}  // namespace connect::store
