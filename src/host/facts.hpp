// Reads the world once: clock, zone, environment, terminals. Nothing else asks for them.
#pragma once

#include "connect/app.hpp"

namespace connect::host {

Facts read_facts();

}  // namespace connect::host
