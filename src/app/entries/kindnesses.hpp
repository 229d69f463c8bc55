// The kindnesses that were noticed, for `notice` and the card of a person.
#pragma once

#include <vector>

#include "domain/summary/summary_views.hpp"

namespace connect::app {

/// All kindnesses, newest first: one item for each person of a kindness. `summary`: that of this
/// ledger.
std::vector<NoticedKindness> kindnesses_of(const Ledger& ledger, const Summary& summary, Day today);

}  // namespace connect::app
