// Repairs what an examination found (checkup.hpp), without losing anything: the old ledger is kept
// as a backup, and lines that cannot be parsed are moved to the file of rejected lines.
#pragma once

#include "store/upkeep/checkup.hpp"
#include "store/upkeep/redate.hpp"

namespace connect::store {

/// `new_record` makes the records that replace those dated ahead; without it all dates stay. A file
/// that is not a ledger is left alone. Repairs made before an error are in `mended`.
Status mend(Mended& mended, Files& files, const Facts& facts, const Checkup& checkup,
            const NewRecord& new_record = {});

}  // namespace connect::store
