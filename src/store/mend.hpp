// Mends what an examination found, and loses nothing by it: the ledger as it was is kept, and so is
// every line that cannot be read.
#pragma once

#include "store/checkup.hpp"

namespace connect::store {

Result<Mended> mend(Files& files, const Facts& facts, const Checkup& checkup);

}  // namespace connect::store
