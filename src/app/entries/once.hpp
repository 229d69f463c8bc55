// `prompt --once`: of all shells that ask, only the first of the day (or of the login) greets. The
// moment of the next greeting is kept in prompt.due, in the XDG state folder, or for a login in the
// runtime folder (domain/suggest/greeting.hpp).
#pragma once

#include "app/session.hpp"

namespace connect::app {

/// Whether this process is the one that greets; false on any error. Does not wait for a lock.
bool claims_greeting(const Session& session);

}  // namespace connect::app
