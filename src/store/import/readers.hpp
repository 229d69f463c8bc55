// One reader per format: parses the text of a file, or of the files in a folder, into rows or
// records. It adds what it can parse to the harvest, and refuses every other row with its place.
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
/// A table whose header has the columns of `connect list --format csv`, in any order.
void read_own_csv(Sources sources, Harvest& harvest);
void read_own_tsv(Sources sources, Harvest& harvest);
/// A JSON document with an array "records" of ledger records, or "entries" as in `connect list`.
void read_own_json(Sources sources, Harvest& harvest);
/// The lines of a ledger, or of `connect list --format ndjson`.
void read_own_ndjson(Sources sources, Harvest& harvest);

}  // namespace connect::store
