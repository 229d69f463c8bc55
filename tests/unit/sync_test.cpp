// A sync whose git breaks off at any of its calls, or says what is rarely met: the ledger keeps
// every line, and whatever is not done is said. Real git is met in tests/sync.
#include <doctest/doctest.h>

#include "store/codec.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"
#include "support/scripted_git.hpp"

using namespace connect;
using namespace connect::test;
using connect::testing::MemoryFiles;
using connect::testing::says;
using connect::testing::ScriptedGit;

namespace {

using Answers = std::vector<std::pair<std::string, Ran>>;

const std::string path = "/data/connect/ledger.jsonl";
const std::string mine = store::encode(record(1, 0, logged("2026-11-23"))) + "\n";
const std::string theirs = store::encode(record(2, 0, logged("2026-11-22"))) + "\n";

/// Two machines that have both moved on: the remote has a commit of `theirs`, we one of nothing.
const Answers apart = {
    {"rev-parse --is-inside-work-tree", says("true\n\n")},
    {"symbolic-ref -q", says("main\n")},
    {"config --get remote.origin.url", says("/srv/l.git\n")},
    {"fetch", says("")},
    {"rev-parse -q --verify HEAD", says("ours\n")},
    {"rev-parse -q --verify refs/connect/theirs/main", says("there\n")},
    {"diff-tree", says("")},
    {"rev-parse -q --verify there:ledger.jsonl", says("blob\n")},
    {"cat-file blob blob", says(theirs)},
    {"check-attr", says("unspecified")},
    {"rev-parse -q --verify ours^{tree}", says("tree\n")},
    {"ls-tree", says("")},
    {"hash-object", says("blob\n")},
    {"mktree", says("tree\n")},
    {"var", says("ana\n")},
    {"commit-tree", says("made\n")},
    {"update-ref", says("")},
    {"push", says("Done\n")},
};

/// The same with some other answers.
Answers but(Answers others) {
  others.insert(others.end(), apart.begin(), apart.end());
  return others;
}

struct Sync {
  MemoryFiles files;
  ScriptedGit git;
  Outcome outcome;

  explicit Sync(Answers answers, std::size_t fails_at = std::string::npos,
                const std::vector<std::string>& words = {"sync"}) {
    git.answers = std::move(answers);
    git.fails_at = fails_at;
    files.contents[path] = mine;
    files.on_git = [this](const auto& asked) { return git(asked); };
    Facts facts;
    facts.now = *instant_from_rfc3339("2026-11-23T22:14:05+01:00");
    facts.offset_at = [](Day, int) { return 60; };
    facts.data_home = "/data";
    facts.state_home = "/state";
    outcome = connect::run(words, facts, files);
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
  CHECK(sync.outcome.code == 0);
  CHECK(sync.ledger() == mine + theirs);
  CHECK(sync.times("commit-tree tree -m Add 2 acts -p ours -p there") == 1);
  CHECK(sync.times("push") == 1);
}

TEST_CASE("whichever call of git breaks off, no line is lost and what is not done is said") {
  const std::size_t calls = Sync(apart).git.asked.size();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < calls; ++at) {
    const Sync sync(apart, at);
    INFO("broken: ", sync.git.asked[at]);
    CHECK(sync.ledger().starts_with(mine));
    CHECK((sync.outcome.code == 0 || !sync.outcome.err.empty()));
    if (sync.outcome.code == 0) CHECK(sync.times("push") == 1);
    refused += sync.outcome.code != 0;
  }
  CHECK(refused >= 8);
}

TEST_CASE("a remote that others are always faster at is given up, and nothing is lost") {
  for (const char* said : {"!\trefs/heads/main\t[rejected]\n", "To l.git\n!\t[rejected]\n"}) {
    const Sync sync(but({{"push", {1, said, ""}}}));
    CHECK(sync.outcome.code == 1);
    CHECK(sync.times("push") == 10);
    CHECK(sync.ledger() == mine + theirs);
  }
  const Sync refused(but({{"push", {1, "", "fatal: no right to\n"}}}));
  CHECK(refused.outcome.code == 1);
  CHECK(refused.times("push") == 1);
}

TEST_CASE("where one history is part of the other, no commit brings them together") {
  const Answers same = {{"cat-file blob blob", says(mine)},
                        {"check-attr", says(std::string("\0union\0", 7))}};
  Answers behind = same;
  behind.push_back({"merge-base --is-ancestor ours there", says("")});
  const Sync follows(but(behind));
  CHECK(follows.outcome.code == 0);
  CHECK(follows.times("commit-tree") == 0);
  CHECK(follows.times("update-ref") == 1);
  CHECK(follows.times("push") == 0);
  Answers ahead = same;
  ahead.push_back({"merge-base --is-ancestor there ours", says("")});
  ahead.push_back({"rev-parse -q --verify ours:ledger.jsonl", says("blob\n")});
  const Sync leads(but(ahead));
  CHECK(leads.outcome.code == 0);
  CHECK(leads.times("commit-tree") == 0);
  CHECK(leads.times("push") == 1);
}

TEST_CASE("other files that differ are the owner's to bring together, and ours is kept meanwhile") {
  const Sync differ(but({{"diff-tree", says(std::string("diary.txt\0", 10))}}));
  CHECK(differ.outcome.code == 1);
  CHECK(differ.times("push") == 0);
  CHECK(differ.times("commit-tree") == 1);
  const Sync fresh(but({{"diff-tree", says(std::string("diary.txt\0", 10))},
                        {"rev-parse -q --verify HEAD", {1, "", ""}}}));
  CHECK(fresh.outcome.code == 1);
  CHECK(fresh.times("commit-tree") == 0);
  CHECK(fresh.ledger() == mine);
}

TEST_CASE("a sync begins nothing where it is not clear with whom") {
  CHECK(Sync(but({{"config --get remote.origin.url", {1, "", ""}}})).outcome.code == 2);
  CHECK(Sync(apart, std::string::npos, {"sync", "/srv/other.git"}).outcome.code == 2);
  const Sync merging(but({{"rev-parse -q --verify MERGE_HEAD", says("abc\n")}}));
  CHECK(merging.outcome.code == 1);
  CHECK(merging.times("fetch") == 0);
  const Sync many(but({{"for-each-ref", says("refs/connect/theirs/a\nrefs/connect/theirs/b\n")}}));
  CHECK(many.outcome.code == 1);
  CHECK(many.ledger() == mine);
}
