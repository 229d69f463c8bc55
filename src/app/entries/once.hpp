// `prompt --once`: of all shells that ask, the first one of the day (or of the login) greets.
#pragma once

#include "app/session.hpp"

namespace connect::app {

/// True when this process is the one that greets; any trouble means no. Waits for nobody.
bool claims_greeting(const Session& session);

}  // namespace connect::app
