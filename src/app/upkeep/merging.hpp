// What `merge` and `sync` share: the ledger as the set of its records, and a word about what could
// not be taken in.
#pragma once

#include <string>
#include <vector>

#include "app/session.hpp"
#include "store/reading/join.hpp"

namespace connect::app {

struct OwnRecords {
  std::string path;
  store::Known known;
  bool holds_forgotten = false;  // the ledger has what a tombstone in it says it must not
};

/// The ledger's own records, those of conflict copies not among them; an error when the file is no
/// ledger, or when another merge or sync is under way.
Result<OwnRecords> own_records(Session& session);

/// Erases on this machine what the records seen so far say was forgotten: the user's wish holds for
/// every copy. `ledger`: its path.
Status forget_here_too(Session& session, const std::string& ledger, store::Known& known);

/// Names the lines of a copy that stay out.
void notice_kept_out(Session& session, const std::string& file,
                     const std::vector<store::Problem>& problems);

}  // namespace connect::app
