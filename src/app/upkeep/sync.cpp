// `sync`: merges the ledgers of several machines through a git repository of the user's.
//
// Incoming records are appended to the ledger, as if they had been logged here; only then is a
// commit of the ledger pushed. If any step fails, the ledger is complete, and the next sync
// continues from it.
#include <algorithm>

#include "app/perform.hpp"
#include "app/saving.hpp"
#include "app/upkeep/merging.hpp"
#include "domain/text/addresses.hpp"
#include "domain/text/shell_word.hpp"
#include "render/json.hpp"
#include "render/terminal/copies.hpp"
#include "store/git/repository.hpp"

namespace connect::app {
namespace {

using store::Repository;
using store::Snapshot;

constexpr int tries = 10;  // rounds, if other machines keep pushing

/// Why a push was refused, and the commit of the remote branch at that time.
struct Refusal {
  std::string reason;
  std::string there;
};

/// The state of one sync.
struct SyncRun {
  Session& session;
  const Repository& repository;
  store::Known known;  // records of the ledger here
  std::string ledger;
  std::string remote;
  Synced synced;
  std::optional<Refusal> refusal;
  // Whether a ledger holds records that a tombstone in it covers: here, and on the remote.
  bool has_forgotten = false;
  bool remote_has_forgotten = false;
};

Error apart(std::string message, std::string hint) {
  return {ErrorKind::apart, std::move(message), std::move(hint)};
}

Error no_remote() {
  return usage_error(
      "this ledger is not synced with a repository yet",
      "connect sync REMOTE, for example connect sync git@example.org:ana/ledger.git");
}

Error refused(const SyncRun& run, const std::string& reason) {
  return apart("could not send to " + run.synced.remote + ": " + reason,
               "everything is saved here; fix that, then run the same command again");
}

Result<Repository> open_repository(Session& session, const std::string& ledger,
                                   const std::string& given) {
  auto found = Repository::find(session.files(), session.programs(), ledger);
  if (!found) return found.error();
  if (*found) return **std::move(found);
  if (given.empty()) return no_remote();
  return Repository::create(session.files(), session.programs(), ledger);
}

/// How many records the ledger has that `version`, the text of another state of it, lacks.
Result<Amount> beyond(SyncRun& run, const std::string& version) {
  store::Known known;
  if (auto read = store::newcomers(known, store::text_source(version)); !read) return read.error();
  const auto more = store::newcomers(known, store::file_source(run.session.files(), run.ledger));
  if (!more) return more.error();
  return more->amount;
}

std::string message_for(const Amount& amount) {
  return amount.records == 0 ? "Merge two ledgers" : "Add " + render::amount_words(amount);
}

/// A commit that holds the whole ledger: `base` if it lacks nothing, else a new one on top of
/// `base`, and of `other` unless that is empty. Moves the local branch from `here` to it and
/// updates the index.
Result<std::string> committed(SyncRun& run, const Snapshot& base, const std::string& other,
                              const Snapshot& here) {
  const Repository& repository = run.repository;
  const auto version = repository.ledger_in(base);
  if (!version) return version.error();
  const auto more = beyond(run, *version);
  if (!more) return more.error();
  const auto is_lacking = repository.lacks_attributes(base);
  if (!is_lacking) return is_lacking.error();
  Snapshot tip = base;
  if (!other.empty() || more->records > 0 || run.remote_has_forgotten || *is_lacking) {
    std::vector<std::string> parents;
    for (const auto& parent : {base.commit, other})
      if (!parent.empty()) parents.push_back(parent);
    auto made = repository.commit(base, parents, message_for(*more));
    if (!made) return made.error();
    tip = *std::move(made);
  }
  if (tip.commit != here.commit)
    if (auto advanced = repository.advance(tip.commit, here.commit); !advanced)
      return advanced.error();
  if (auto told = repository.tell_index(tip, here); !told)
    run.session.notice("the git index was not updated (the next sync updates it): " +
                       told.error().message);
  return tip.commit;
}

/// Commits what is new on this machine, to be pushed another time.
Status keep_here(SyncRun& run) {
  if (auto written = run.repository.write_attributes(); !written) return written;
  const auto here = run.repository.here();
  if (!here) return here.error();
  const auto kept = committed(run, *here, "", *here);
  if (!kept) return kept.error();
  return success();
}

Status fetch(SyncRun& run) {
  const auto ran = run.repository.fetch(run.remote);
  if (!ran) return ran.error();
  if (ran->code == 0) return success();
  if (auto kept = keep_here(run); !kept) return kept;
  return apart("could not reach " + run.synced.remote + ": " + store::reason_of(*ran),
               "everything is saved here; check the address and the network, then run the same "
               "command again");
}

Status take_in_their_records(SyncRun& run, const std::string& theirs) {
  auto found = store::newcomers(run.known, store::text_source(theirs));
  if (!found) return found.error();
  if (!found->is_ledger)
    return Error{ErrorKind::damaged, run.synced.remote + " does not hold a connect ledger",
                 "nothing was merged; use another repository"};
  // A torn last line arrives complete with the next sync of its machine.
  std::erase_if(found->problems,
                [](const auto& problem) { return problem.damage == store::Damage::torn; });
  notice_kept_out(run.session, run.synced.remote, found->problems);
  const auto lines = store::apart(found->lines);
  if (auto saved = save_merged(run.session, lines, store::Origin::elsewhere); !saved) return saved;
  run.synced.received = run.synced.received + found->amount;
  run.remote_has_forgotten = found->refused > 0;
  if (!run.has_forgotten && !found->tells_of_forgotten && found->refused == 0) return success();
  run.has_forgotten = false;
  return forget_here_too(run.session, run.ledger, run.known);
}

/// Appends the remote's records to the ledger. Returns the remote's ledger.
Result<std::string> take_theirs(SyncRun& run, const Snapshot& here, const Snapshot& there) {
  const Repository& repository = run.repository;
  const auto is_new = repository.take_attributes(here, there);
  if (!is_new) return is_new.error();
  auto theirs = repository.ledger_in(there);
  const Status taken = theirs ? take_in_their_records(run, *theirs) : theirs.error();
  if (taken) return theirs;
  if (*is_new) std::ignore = repository.drop_attributes();  // nothing of theirs was read
  return taken.error();
}

/// Commits on top of the remote's commit if the local one is an ancestor of it; else on top of the
/// local one, and of the remote's too unless that is an ancestor.
Result<std::string> committed_on_both(SyncRun& run, const Snapshot& here, const Snapshot& there) {
  if (there.commit.empty()) return committed(run, here, "", here);
  if (here.commit.empty()) return committed(run, there, "", here);
  const auto common = run.repository.common_ancestor(here.commit, there.commit);
  if (!common) return common.error();
  if (*common == here.commit) return committed(run, there, "", here);
  return committed(run, here, *common == there.commit ? "" : there.commit, here);
}

/// The error for other files that differ. What is new here is committed first.
Error differing(SyncRun& run, const Snapshot& here) {
  if (!here.commit.empty())
    if (auto kept = keep_here(run); !kept) return kept.error();
  return apart(
      "other files differ between " + run.repository.folder() + " and " + run.synced.remote,
      here.commit.empty() ? "use a repository that holds nothing but a ledger"
                          : "run git pull and git push there, then run the same command again");
}

/// If pushes go to another address than fetches, fetches again to see whether the remote has the
/// commit.
Status confirm_sent(SyncRun& run, const std::string& commit, const std::string& branch) {
  const Repository& repository = run.repository;
  if (!repository.pushes_elsewhere(run.remote)) return success();
  const auto ran = repository.fetch(run.remote);
  if (!ran) return ran.error();
  const auto there = repository.there(branch);
  if (!there) return there.error();
  if (there->commit == commit) return success();
  if (!there->commit.empty()) {
    const auto common = repository.common_ancestor(commit, there->commit);
    if (!common) return common.error();
    if (*common == commit) return success();
  }
  return apart("git pushed to another address; " + run.synced.remote + " does not have the ledger",
               "look for pushurl or pushInsteadOf: git -C " + shell_word(repository.folder()) +
                   " config --get-regexp push");
}

/// One round: append the remote's records, then push. True if both sides have everything; false if
/// the push was refused and is to be tried again.
Result<bool> exchanged(SyncRun& run) {
  const Repository& repository = run.repository;
  const auto branch = repository.branch_there();
  if (!branch) return branch.error();
  const auto here = repository.here();
  if (!here) return here.error();
  const auto there = repository.there(*branch);
  if (!there) return there.error();
  // If the branch has not moved since, no other machine caused the refusal.
  if (run.refusal && run.refusal->there == there->commit) return refused(run, run.refusal->reason);
  const auto agree = repository.agree_elsewhere(*here, *there);
  if (!agree) return agree.error();
  if (!*agree) return differing(run, *here);
  const auto theirs = take_theirs(run, *here, *there);
  if (!theirs) return theirs.error();
  if (auto written = repository.write_attributes(); !written) return written.error();
  const auto sent = beyond(run, *theirs);
  if (!sent) return sent.error();
  run.synced.sent = *sent;
  const auto commit = committed_on_both(run, *here, *there);
  if (!commit) return commit.error();
  if (commit->empty() || *commit == there->commit) return true;
  const auto pushed = repository.push(run.remote, *commit, *branch);
  if (!pushed) return pushed.error();
  if (!pushed->done) {
    run.refusal = Refusal{pushed->reason, there->commit};
    return false;
  }
  if (auto confirmed = confirm_sent(run, *commit, *branch); !confirmed) return confirmed.error();
  return true;
}

Status run_rounds(SyncRun& run) {
  for (int i = 0; i < tries; ++i) {
    if (auto fetched = fetch(run); !fetched) return fetched;
    const auto done = exchanged(run);
    if (!done) return done.error();
    if (*done) return run.repository.remember(run.remote);
  }
  return apart(run.synced.remote + " refused the push; another machine may be syncing right now",
               "everything is saved here; run the same command again later");
}

}  // namespace

Outcome perform(const cli::SyncArgs& args, Session& session) {
  auto own = own_records(session);
  if (!own) return session.fail(own.error());
  const std::string ledger = session.files().real_path(own->path);
  const auto repository = open_repository(session, ledger, args.remote);
  if (!repository) return session.fail(repository.error());
  if (auto settled = repository->settled(); !settled) return session.fail(settled.error());
  const auto remote = repository->remote_for(args.remote);
  if (!remote) return session.fail(remote.error());
  if (remote->empty()) return session.fail(no_remote());
  const std::string shown = without_credentials(repository->url_of(*remote));
  SyncRun run{session, *repository, std::move(own->known), ledger, *remote, {shown, {}, {}}, {}};
  run.has_forgotten = own->holds_forgotten;
  if (auto ran = run_rounds(run); !ran) return session.fail(ran.error());
  if (session.json()) return session.text(render::sync_json(run.synced));
  return session.echo(render::sync_page(run.synced));
}

}  // namespace connect::app
