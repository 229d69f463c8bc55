// Steps shared by `merge` and `sync`: reading the ledger as a set of records, erasing what was
// forgotten elsewhere, and reporting lines that were left out.
#pragma once

#include <string>
#include <vector>

#include "app/session.hpp"
#include "store/reading/join.hpp"

namespace connect::app {

struct OwnRecords {
  std::string path;
  store::Known known;
  bool holds_forgotten = false;  // records that a tombstone in it covers
};

/// Reads the ledger's own records, without those of conflict copies, and takes the lock. An error
/// if the file is not a ledger, or if another merge or sync holds the lock.
Result<OwnRecords> own_records(Session& session);

/// Erases on this machine what the tombstones in `known` say was forgotten, on whichever machine.
/// `ledger`: its path.
Status forget_here_too(Session& session, const std::string& ledger, store::Known& known);

/// Messages for the lines of a copy that were left out: the first five, and how many more.
void notice_kept_out(Session& session, const std::string& file,
                     const std::vector<store::Problem>& problems);

}  // namespace connect::app
