// The entry that is meant by the ending of its id, or by "last".
#pragma once

#include <string>

#include "connect/ledger.hpp"
#include "connect/result.hpp"

namespace connect::app {

/// A standing entry: the one with this id, else the only one whose id ends so; for "last" the one
/// that was logged last. An error names the candidates, or says where ids can be seen.
Result<const Entry*> entry_named(const Ledger& ledger, const std::string& ending, Day today);

}  // namespace connect::app
