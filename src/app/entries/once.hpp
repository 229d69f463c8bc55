// `prompt --once`: of all shells that ask, only the first of the day (or of the login) greets. The
// moment of the next greeting is kept in prompt.due, in the XDG state folder, or for a login in the
// runtime folder (domain/suggest/greeting.hpp).
#pragma once

#include "app/session.hpp"
#include "domain/summary/summary.hpp"

namespace connect::app {

/// Whether this process is the one that greets; false on any error. Does not wait for a lock.
bool claims_greeting(const Session& session);

/// Whether the experiment holds back the greeting that was claimed. The first draw of a day is
/// recorded, as best it can be; trial.due, in the XDG state folder, keeps the moment of the next.
/// Not to be asked on a rest day, which has no greeting.
bool is_held_back(Session& session, const Summary& summary);

}  // namespace connect::app
