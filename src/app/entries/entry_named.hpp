// The entry that is meant by the ending of its id, or by "last".
#pragma once

#include <string>

#include "app/session.hpp"
#include "connect/result.hpp"
#include "domain/ledger/ledger.hpp"

namespace connect::app {

/// A standing entry: the one with this id, else the only one whose id ends so. "last" is the one
/// that this machine logged last, whatever day, time or id it was given; the latest of all where
/// this machine has logged none. An error names the candidates, or says where ids can be seen.
Result<const Entry*> entry_named(Session& session, const Ledger& ledger, const std::string& ending);

}  // namespace connect::app
