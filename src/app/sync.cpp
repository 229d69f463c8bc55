// `sync`: the ledgers of several machines become one, through a git repository of the user's.
//
// What comes in is appended to the ledger, as if it had been logged here; only then a commit of the
// ledger goes out. Whatever fails on the way, the ledger is whole, and the next sync goes on from
// it.
#include <algorithm>

#include "app/merging.hpp"
#include "app/perform.hpp"
#include "render/copies.hpp"
#include "render/json.hpp"
#include "store/repository.hpp"

namespace connect::app {
namespace {

using store::Repository;

constexpr int tries = 10;

/// One sync under way.
struct Course {
  Session& session;
  const Repository& repository;
  store::Known known;  // of the ledger here
  std::string ledger;
  std::string remote;
  Synced synced;
};

Error apart(std::string message, std::string hint) {
  return {ErrorKind::apart, std::move(message), std::move(hint)};
}

Error no_remote() {
  return usage_error("this ledger is not in sync with any repository yet",
                     "connect sync REMOTE, such as git@example.org:ana/ledger.git");
}

Result<Repository> open_repository(Session& session, const std::string& ledger,
                                   const std::string& given) {
  auto found = Repository::find(session.files(), ledger);
  if (!found) return found.error();
  if (*found) return **std::move(found);
  if (given.empty()) return no_remote();
  return Repository::create(session.files(), ledger);
}

/// What the ledger has that this version of it has not.
Result<Amount> beyond(Course& course, const std::string& version) {
  store::Known known;
  if (auto read = store::newcomers(known, store::text_source(version)); !read) return read.error();
  const auto more =
      store::newcomers(known, store::file_source(course.session.files(), course.ledger));
  if (!more) return more.error();
  return more->amount;
}

std::string message_for(const Amount& amount) {
  return amount.records == 0 ? "Bring two histories together"
                             : "Add " + render::amount_words(amount);
}

/// A commit of what the last one lacks; the commit that holds it all then.
Result<std::string> committed(Course& course, const std::vector<std::string>& parents,
                              const std::string& here) {
  const Repository& repository = course.repository;
  const std::string start = parents.empty() ? "" : parents[0];
  const auto version = repository.ledger_in(start);
  if (!version) return version.error();
  const auto more = beyond(course, *version);
  if (!more) return more.error();
  if (parents.size() > 1 || more->records > 0 || repository.lacks_attributes(start))
    return repository.commit(parents, here, message_for(*more));
  if (start != here)
    if (auto advanced = repository.advance(start, here); !advanced) return advanced.error();
  return start;
}

/// Keeps what is new in a commit of this machine, to be sent another time.
Status keep_here(Course& course) {
  if (auto written = course.repository.write_attributes(""); !written) return written;
  const std::string here = course.repository.here();
  const auto kept =
      committed(course, here.empty() ? std::vector<std::string>() : std::vector{here}, here);
  if (!kept) return kept.error();
  return success();
}

Status fetch(Course& course) {
  const auto ran = course.repository.fetch(course.remote);
  if (!ran) return ran.error();
  if (ran->code == 0) return course.repository.remember(course.remote);
  if (auto kept = keep_here(course); !kept) return kept;
  return apart("could not reach " + course.synced.remote + ": " + store::reason_of(*ran),
               "everything is saved here; check the address and the network, then run it again");
}

Status take_theirs(Course& course, const std::string& theirs) {
  auto found = store::newcomers(course.known, store::text_source(theirs));
  if (!found) return found.error();
  if (!found->is_ledger)
    return Error{ErrorKind::damaged, "what " + course.synced.remote + " has is no connect ledger",
                 "name another repository; nothing was changed"};
  // A last line that is not whole yet comes whole with the next sync of its machine.
  std::erase_if(found->problems,
                [](const auto& problem) { return problem.damage == store::Damage::torn; });
  notice_kept_out(course.session, course.synced.remote, found->problems);
  if (auto saved = course.session.take_in(found->lines); !saved) return saved;
  course.synced.received = course.synced.received + found->amount;
  return success();
}

/// On which commits the next one stands: theirs, where all of ours is part of it; else ours, and
/// theirs too where it is not part of ours.
std::vector<std::string> parents_of(const Repository& repository, const std::string& here,
                                    const std::string& there) {
  if (here.empty() && there.empty()) return {};
  if (there.empty()) return {here};
  if (here.empty() || repository.is_ancestor(here, there)) return {there};
  if (repository.is_ancestor(there, here)) return {here};
  return {here, there};
}

/// True when the remote took it; false when another machine was faster.
Result<bool> pushed(Course& course, const std::string& commit, const std::string& branch) {
  const auto ran = course.repository.push(course.remote, commit, branch);
  if (!ran) return ran.error();
  if (ran->code == 0) return true;
  if (ran->out.starts_with('!') || ran->out.find("\n!") != std::string::npos) return false;
  return apart("could not send to " + course.synced.remote + ": " + store::reason_of(*ran),
               "everything is saved here; run connect sync again later");
}

/// Their records first, then ours. True when both sides have all; false when it is to be done
/// again.
Result<bool> exchanged(Course& course) {
  const Repository& repository = course.repository;
  const auto branch = repository.branch_there();
  if (!branch) return branch.error();
  const std::string here = repository.here();
  const std::string there = repository.there(*branch);
  const auto agree = repository.agree_elsewhere(here, there);
  if (!agree) return agree.error();
  if (!*agree) {
    if (!here.empty())
      if (auto kept = keep_here(course); !kept) return kept.error();
    return apart(
        "other files differ between " + repository.folder() + " and " + course.synced.remote,
        here.empty() ? "name a repository that holds nothing but a ledger"
                     : "git pull and git push there, then run connect sync again");
  }
  const auto theirs = repository.ledger_in(there);
  if (!theirs) return theirs.error();
  if (auto taken = take_theirs(course, *theirs); !taken) return taken.error();
  if (auto written = repository.write_attributes(there); !written) return written.error();
  const auto sent = beyond(course, *theirs);
  if (!sent) return sent.error();
  course.synced.sent = *sent;
  const auto commit = committed(course, parents_of(repository, here, there), here);
  if (!commit) return commit.error();
  if (commit->empty() || *commit == there) return true;
  return pushed(course, *commit, *branch);
}

Status run_course(Course& course) {
  for (int i = 0; i < tries; ++i) {
    if (auto fetched = fetch(course); !fetched) return fetched;
    const auto done = exchanged(course);
    if (!done) return done.error();
    if (*done) return success();
  }
  return apart(course.synced.remote + " did not take it; perhaps other machines are at it too",
               "everything is saved here; run connect sync again later");
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
  Course course{session, *repository, std::move(own->known),
                ledger,  *remote,     {store::shown_remote(repository->url_of(*remote)), {}, {}}};
  if (auto ran = run_course(course); !ran) return session.fail(ran.error());
  if (session.json()) return session.text(render::sync_json(course.synced));
  return session.page(render::sync_page(course.synced));
}

}  // namespace connect::app
