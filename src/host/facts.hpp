// Reads the clock, the time zone, the environment and the terminals, once. Everything outside host/
// gets them as values, so that a run sees one consistent set of facts and tests can set them.
#pragma once

#include "connect/app.hpp"

namespace connect::host {

Facts read_facts();

}  // namespace connect::host
