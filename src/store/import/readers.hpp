// One function a format: from the text of a file, or of a folder's files, to rows. Each takes what
// it can and names every row that it cannot.
#pragma once

#include <span>

#include "store/import/harvest.hpp"

namespace connect::store {

using Sources = std::span<const Source>;

void read_harsh(Sources sources, Harvest& harvest);
void read_habitctl(Sources sources, Harvest& harvest);
void read_loop(Sources sources, Harvest& harvest);
void read_dijo(Sources sources, Harvest& harvest);
void read_friends(Sources sources, Harvest& harvest);
void read_habitbull(Sources sources, Harvest& harvest);
void read_beaverhabits(Sources sources, Harvest& harvest);
/// A table whose header names the columns of `connect list --format csv`, in any order.
void read_own_csv(Sources sources, Harvest& harvest);
void read_own_tsv(Sources sources, Harvest& harvest);
/// One JSON document with an array "records" of ledger records or "entries" of listed ones.
void read_own_json(Sources sources, Harvest& harvest);
/// The lines of a ledger, or of `connect list --format ndjson`.
void read_own_ndjson(Sources sources, Harvest& harvest);

}  // namespace connect::store
