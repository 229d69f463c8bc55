#include "app/upkeep/merging.hpp"

#include <algorithm>

#include "app/ledger_access.hpp"
#include "store/upkeep/erasure.hpp"

namespace connect::app {
namespace {

/// Takes the lock of merge and sync until the process ends: two at once would each append what both
/// found missing.
Status hold_ledger(Session& session) {
  const std::string& state = session.facts().state_home;
  if (state.empty()) return success();
  const auto held = session.files().lock_until_exit(state + "/connect/sync.lock");
  if (!held) return held.error();
  if (!*held)
    return Error{ErrorKind::busy, "another merge or sync is running; nothing was changed",
                 "run the same command again in a moment"};
  return success();
}

}  // namespace

Result<OwnRecords> own_records(Session& session) {
  OwnRecords own;
  const auto path = ledger_path(session);
  if (!path) return path.error();
  own.path = *path;
  if (auto held = hold_ledger(session); !held) return held.error();
  const auto found = store::newcomers(own.known, store::file_source(session.files(), own.path));
  if (!found) return found.error();
  if (!found->is_ledger)
    return Error{ErrorKind::damaged, own.path + " is not a connect ledger; nothing was written",
                 std::string(foreign_file_hint)};
  own.holds_forgotten = found->refused > 0;
  return own;
}

Status forget_here_too(Session& session, const std::string& ledger, store::Known& known) {
  const auto done =
      store::erase_again(session.files(), session.facts(), ledger, known.tombstones(), false);
  if (!done) return done.error();
  if (done->places.empty()) return success();
  session.set_saved();
  session.notice("erased text here that had been forgotten, on this machine or another");
  return success();
}

void notice_kept_out(Session& session, const std::string& file,
                     const std::vector<store::Problem>& problems) {
  constexpr std::size_t shown = 5;
  for (std::size_t i = 0; i < std::min(problems.size(), shown); ++i)
    session.notice("line " + std::to_string(problems[i].line) + " of " + file +
                   " could not be merged: " + problems[i].reason);
  if (problems.size() <= shown) return;
  const std::size_t more = problems.size() - shown;
  session.notice((more == 1 ? "1 more line of " : std::to_string(more) + " more lines of ") + file +
                 " could not be merged");
}

}  // namespace connect::app
