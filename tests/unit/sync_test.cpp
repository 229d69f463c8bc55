// sync with a git that aborts at any of its calls or gives rare results: the ledger keeps every
// line, and whatever is not done is reported. tests/sync uses real git.
#include <doctest/doctest.h>

#include "store/format/codec.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_programs.hpp"
#include "support/scripted_git.hpp"

namespace connect::sync_test {

using namespace test;
using namespace testing;

namespace {

using Answers = std::vector<std::pair<std::string, ProcessResult>>;

const std::string path = "/data/connect/ledger.jsonl";
const std::string mine = store::encode(record(1, 0, logged("2026-11-23"))) + "\n";
const std::string theirs = store::encode(record(2, 0, logged("2026-11-22"))) + "\n";

// The objects: our commit and theirs, their ledger, what is written.
constexpr char ours = '1';
constexpr char there = '2';
constexpr char their_blob = '3';
constexpr char blob = '4';
constexpr char tree = '5';
constexpr char made = '6';

const std::string settings = std::string("remote.origin.url\n/srv/l.git\0", 29);
const std::string their_commit = "cat-file --batch-check < refs/connect/theirs/main^{commit}";
const std::string our_commit = "cat-file --batch-check < HEAD^{commit}";
const std::string our_tree = "cat-file --batch < " + id_of(ours) + "^{tree}";
const std::string their_tree = "cat-file --batch < " + id_of(there) + "^{tree}";

const std::string with_their_ledger =
    object_is("tree", tree_of({{"100644 ledger.jsonl", their_blob}}));

std::string checked_out(char object) {
  return "cat-file --filters --path=ledger.jsonl " + id_of(object);
}

/// Two machines that have both moved on: the remote has a commit of `theirs`, we one of nothing.
const Answers apart = {
    {"rev-parse --is-inside-work-tree", says("true\n\n")},
    {"config -z --list", says(settings)},
    {"symbolic-ref -q", says("refs/heads/main\n")},
    {"ls-files -z", says(std::string("ledger.jsonl\0", 13))},
    {"ls-files -s", says("")},
    {"cat-file --batch-check < MERGE_HEAD",
     says(is_missing("MERGE_HEAD") + is_missing("CHERRY_PICK_HEAD") + is_missing("REVERT_HEAD"))},
    {"fetch", says("")},
    {"for-each-ref", says("")},
    {our_commit, says(is_there(ours))},
    {their_commit, says(is_there(there))},
    {our_tree, says(object_is("tree", ""))},
    {their_tree, says(with_their_ledger)},
    {checked_out(their_blob), says(theirs)},
    {checked_out(blob), says(mine + theirs)},
    {"check-attr", says(attributes_are("unspecified", "unspecified"))},
    {"hash-object", says(id_of(blob) + "\n")},
    {"mktree", says(id_of(tree) + "\n")},
    {"var", says("ana\n")},
    {"commit-tree", says(id_of(made) + "\n")},
    {"update-ref", says("")},
    {"update-index", says("")},
    {"push", says("To l.git\n*\tx:refs/heads/main\t[new branch]\nDone\n")},
};

/// The same with some other answers.
Answers but(Answers others) {
  others.insert(others.end(), apart.begin(), apart.end());
  return others;
}

struct Sync {
  MemoryFiles files;
  MemoryPrograms programs{files};
  ScriptedGit git;
  Outcome outcome;

  explicit Sync(Answers answers, std::size_t fails_at = std::string::npos,
                const std::vector<std::string>& words = {"sync"},
                ProcessResult failure = {137, "", ""}, bool there_moves = false) {
    git.answers = std::move(answers);
    git.fails_at = fails_at;
    git.failure = std::move(failure);
    files.contents[path] = mine;
    programs.on_git = [this, there_moves](const auto& asked) {
      auto answer = git(asked);
      // Each fetch finds that another machine was faster.
      const bool is_new = times("fetch") % 2 == 0;
      if (there_moves && is_new && git.asked.back().starts_with(their_commit))
        return says(is_there('9'));
      return answer;
    };
    Facts facts;
    facts.now = *instant_from_rfc3339("2026-11-23T22:14:05+01:00");
    facts.offset_at = [](Day, int) { return 60; };
    facts.data_home = "/data";
    facts.state_home = "/state";
    outcome = connect::run(words, facts, files, programs);
  }

  std::string ledger() const { return files.contents.at(path); }
  std::size_t times(const std::string& word) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(git.asked, [&](const auto& line) { return line.starts_with(word); }));
  }
};

}  // namespace

TEST_CASE("two histories become one, with the lines of both") {
  const Sync sync(apart);
  INFO(sync.outcome.err);
  CHECK(sync.outcome.code == 0);
  CHECK(sync.ledger() == mine + theirs);
  CHECK(sync.times("commit-tree " + id_of(tree) + " -m Add 2 acts -p " + id_of(ours) + " -p " +
                   id_of(there)) == 1);
  CHECK(sync.times("push") == 1);
}

TEST_CASE("whichever call of git breaks off, no line is lost and what is not done is said") {
  const std::size_t calls = Sync(apart).git.asked.size();
  for (const ProcessResult& failure :
       {ProcessResult{128, "", "fatal: it broke\n"}, ProcessResult{137, "", ""},
        ProcessResult{1, "", ""}, ProcessResult{0, "", ""}, ProcessResult{0, "ab", ""}}) {
    std::size_t refused = 0;
    for (std::size_t at = 0; at < calls; ++at) {
      const Sync sync(apart, at, {"sync"}, failure);
      INFO("broken: ", sync.git.asked[at], " with ", failure.code, failure.out);
      CHECK(sync.ledger().starts_with(mine));
      CHECK((sync.outcome.code == 0 || !sync.outcome.err.empty()));
      // Only where the remote's ledger is read can an answer be taken for a file of another kind.
      const bool reads_ledger = sync.git.asked[at].starts_with("cat-file --filters");
      CHECK((sync.outcome.code <= 1 || (reads_ledger && sync.outcome.code == 3)));
      if (sync.outcome.code == 0) {
        CHECK(sync.times("push") == 1);
        CHECK(sync.ledger() == mine + theirs);
      }
      refused += sync.outcome.code != 0;
    }
    CHECK(refused >= calls / 2);
  }
}

TEST_CASE("a git that was killed is said to have been") {
  const Sync sync(apart, 0);
  CHECK(sync.outcome.code == 1);
  CHECK(sync.outcome.err.find("git was ended by signal 9") != std::string::npos);
}

TEST_CASE("a remote that others are always faster at is given up, and nothing is lost") {
  for (const char* said :
       {"!\tx:refs/heads/main\t[rejected] (fetch first)\n",
        "To l.git\n!\tx:refs/heads/main\t[remote rejected] (failed to update ref)\n"}) {
    const Answers moved = {
        {"cat-file --batch < " + id_of('9') + "^{tree}", says(with_their_ledger)},
        {"push", {1, said, ""}}};
    const Sync sync(but(moved), std::string::npos, {"sync"}, {}, true);
    INFO(sync.outcome.err);
    CHECK(sync.outcome.code == 1);
    CHECK(sync.outcome.err.find("another machine may be syncing") != std::string::npos);
    CHECK(sync.times("push") == 10);
    CHECK(sync.ledger() == mine + theirs);
  }
}

TEST_CASE(
    "a push that is refused while nobody has moved the branch is reported once, with the reason") {
  const Sync hooked(
      but({{"push",
            {1, "!\tx:refs/heads/main\t[remote rejected] (hook declined)\n",
             "remote: no pushes on Mondays\nerror: failed to push some refs to 'l'\n"}}}));
  CHECK(hooked.outcome.code == 1);
  CHECK(hooked.times("push") == 1);
  CHECK(hooked.outcome.err.find("no pushes on Mondays") != std::string::npos);
  CHECK(hooked.outcome.err.find("hook declined") != std::string::npos);
  const Sync refused(but({{"push", {1, "", "fatal: no right to\n"}}}));
  CHECK(refused.outcome.code == 1);
  CHECK(refused.times("push") == 1);
  CHECK(refused.outcome.err.find("no right to") != std::string::npos);
  const Sync nothing(but({{"push", says("Done\n")}}));
  CHECK(nothing.outcome.code == 1);
  CHECK(nothing.outcome.err.find("git pushed nothing") != std::string::npos);
}

TEST_CASE("where one history is part of the other, no commit brings them together") {
  const Answers same = {{checked_out(their_blob), says(mine)},
                        {our_tree, says(with_their_ledger)},
                        {"check-attr", says(attributes_are("union", "unset"))}};
  Answers behind = same;
  behind.push_back({"merge-base", says(id_of(ours) + "\n")});
  const Sync follows(but(behind));
  CHECK(follows.outcome.code == 0);
  CHECK(follows.times("commit-tree") == 0);
  CHECK(follows.times("update-ref") == 1);
  CHECK(follows.times("push") == 0);
  Answers ahead = same;
  ahead.push_back({"merge-base", says(id_of(there) + "\n")});
  const Sync leads(but(ahead));
  CHECK(leads.outcome.code == 0);
  CHECK(leads.times("commit-tree") == 0);
  CHECK(leads.times("push") == 1);
}

TEST_CASE("other files that differ are the owner's to bring together, and ours is kept meanwhile") {
  const auto diary = says(object_is("tree", tree_of({{"100644 diary.txt", '7'}})));
  const Sync differ(but({{their_tree, diary}, {checked_out(blob), says(mine)}}));
  CHECK(differ.outcome.code == 1);
  CHECK(differ.times("push") == 0);
  CHECK(differ.times("commit-tree") == 1);
  const Sync fresh(but({{their_tree, diary}, {our_commit, says(is_missing("HEAD^{commit}"))}}));
  CHECK(fresh.outcome.code == 1);
  CHECK(fresh.times("commit-tree") == 0);
  CHECK(fresh.ledger() == mine);
}

TEST_CASE("a sync begins nothing where it is not clear with whom") {
  CHECK(Sync(but({{"config -z", says(std::string("core.bare\nno\0", 13))}})).outcome.code == 2);
  CHECK(Sync(apart, std::string::npos, {"sync", "/srv/other.git"}).outcome.code == 2);
  const Sync merging(
      but({{"cat-file --batch-check < MERGE_HEAD",
            says(is_there('8') + is_missing("CHERRY_PICK_HEAD") + is_missing("REVERT_HEAD"))}}));
  CHECK(merging.outcome.code == 1);
  CHECK(merging.times("fetch") == 0);
  const Sync many(but({{"for-each-ref", says("refs/connect/theirs/a\nrefs/connect/theirs/b\n")}}));
  CHECK(many.outcome.code == 1);
  CHECK(many.ledger() == mine);
}

TEST_CASE("what a hook or a server says never shows the secret in an address") {
  const Sync sync(but(
      {{"config -z", says(std::string("remote.origin.url\n"
                                      "https://ana:secret@example.org/l.git\0",
                                      55))},
       {"push", {128, "", "fatal: unable to access 'https://ana:secret@example.org/l.git'\n"}}}));
  CHECK(sync.outcome.code == 1);
  CHECK(sync.outcome.err.find("https://example.org/l.git") != std::string::npos);
  CHECK(sync.outcome.err.find("secret") == std::string::npos);
}

}  // namespace connect::sync_test
