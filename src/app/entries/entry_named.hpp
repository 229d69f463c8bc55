// Finds an entry by the end of its id, by its day, or by "last".
#pragma once

#include <string>

#include "app/session.hpp"
#include "connect/result.hpp"
#include "domain/ledger/ledger.hpp"

namespace connect::app {

/// The entry, not a removed one, with exactly this id, else the only one whose id ends in `ending`,
/// else the only one of the day that it means, such as "yesterday".
/// "last" is the entry that this machine logged last, whatever day, time or id it was given; if it
/// has logged none, the latest entry of the ledger. An error lists the candidates or says where to
/// find ids. The result points into `ledger`.
Result<const Entry*> entry_named(Session& session, const Ledger& ledger, const std::string& ending);
/// The error when no entry or record (`what`) has this id. `hint`: for a word that is long enough
/// to be the end of one.
Error no_such_id(const std::string& what, const std::string& ending, std::string hint);

}  // namespace connect::app
