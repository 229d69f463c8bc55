// Mends what an examination found, and loses nothing by it: the ledger as it was is kept, and so is
// every line that cannot be read.
#pragma once

#include "store/upkeep/checkup.hpp"
#include "store/upkeep/redate.hpp"

namespace connect::store {

/// `new_record` makes the records of what is dated anew; without it every date stays.
Result<Mended> mend(Files& files, const Facts& facts, const Checkup& checkup,
                    const NewRecord& new_record = {});

}  // namespace connect::store
