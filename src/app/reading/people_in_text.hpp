// Finds known people among the words of a query that have no @ before them.
#pragma once

#include "cli/invocation.hpp"
#include "connect/result.hpp"
#include "domain/ledger/names.hpp"

namespace connect::app {

/// Makes people of the known names after "with", "to", "for" and the like, and of several with
/// "and" or commas between them. Their texts become empty, so that the places of the others stay
/// as they are. A usage error for "or" between two people, for "without" before one, and for a
/// name that is a tag as well.
Status take_people(cli::Filter& filter, const Names& people, const Names& tags);

}  // namespace connect::app
