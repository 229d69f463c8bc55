// What is asked of git, and what is made of its answers: without git, with one that says no, and
// with one that breaks off at any of its calls. Real git is met in tests/sync.
#include "store/repository.hpp"

#include <doctest/doctest.h>

#include "store/codec.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"
#include "support/scripted_git.hpp"

using namespace connect;
using connect::testing::MemoryFiles;
using connect::testing::says;
using Git = connect::testing::ScriptedGit;
using store::Repository;

namespace {

const std::string ledger = "/home/ana/notes/ledger.jsonl";
const std::string attributes = "/home/ana/notes/.gitattributes";
const std::string find_it = "rev-parse --is-inside-work-tree";

struct Place {
  MemoryFiles files;
  Git git;

  explicit Place(std::vector<std::pair<std::string, Ran>> answers, bool is_below = false) {
    git.answers = std::move(answers);
    git.answers.emplace_back(find_it, says(is_below ? "true\nnotes/\n" : "true\n\n"));
    git.answers.emplace_back("ls-files", says("ledger.jsonl\n"));
    files.on_git = [this](const auto& words) { return git(words); };
  }

  Repository repository() {
    auto found = Repository::find(files, ledger);
    REQUIRE(found);
    REQUIRE(found->has_value());
    return **std::move(found);
  }

  bool was_asked(const std::string& line) const {
    return std::ranges::find(git.asked, line) != git.asked.end();
  }
};

using Answers = std::vector<std::pair<std::string, Ran>>;

}  // namespace

TEST_CASE("why git failed is its own word, or its last one, or its code") {
  CHECK(store::reason_of({128, "", "hint: x\nfatal: no such place\nmore\n"}) == "no such place");
  CHECK(store::reason_of({1, "", "error: it is taken\n"}) == "it is taken");
  CHECK(store::reason_of({1, "", "one\n\ntwo\n\n"}) == "two");
  CHECK(store::reason_of({3, "", ""}) == "git ended with 3");
}

TEST_CASE("an address is shown without the password in it, and else as it is") {
  CHECK(store::shown_remote("https://ana:secret@example.org/l.git") ==
        "https://ana@example.org/l.git");
  CHECK(store::shown_remote("https://ana:secret@example.org") == "https://ana@example.org");
  for (const std::string url : {"git@example.org:ana/l.git", "https://example.org/l.git",
                                "https://example.org:8080/l.git", "https://ana@example.org/l.git",
                                "https://ana@example.org:8080/l.git", "a@b://c/d", "/srv/l.git"})
    CHECK(store::shown_remote(url) == url);
}

TEST_CASE("a folder is the ledger's repository at its top, or around it when it knows the ledger") {
  MemoryFiles files;
  CHECK_FALSE(Repository::find(files, ledger));  // there is no git
  const auto is_found = [&](const Answers& answers) {
    Git git{answers, {}};
    files.on_git = [&](const auto& words) { return git(words); };
    const auto found = Repository::find(files, ledger);
    REQUIRE(found);
    return found->has_value();
  };
  CHECK_FALSE(is_found({}));
  CHECK_FALSE(is_found({{find_it, says("")}}));
  CHECK_FALSE(is_found({{find_it, says("false\n")}}));  // inside of .git
  CHECK(is_found({{find_it, says("true\n")}}));
  CHECK(is_found({{find_it, says("true\n\n")}}));
  CHECK_FALSE(is_found({{find_it, says("true\nnotes/\n")}}));
  CHECK(is_found({{find_it, says("true\nnotes/\n")}, {"ls-files", says("ledger.jsonl\n")}}));
}

TEST_CASE("a repository is made, or the reason is told why not") {
  MemoryFiles files;
  CHECK_FALSE(Repository::create(files, ledger));
  Git git;
  files.on_git = [&](const auto& words) { return git(words); };
  CHECK(Repository::create(files, ledger).error().message.find("cannot make a repository of ") !=
        std::string::npos);
  git.answers = {{"init", says("")}};
  CHECK_FALSE(Repository::create(files, ledger));
  git.answers.emplace_back("symbolic-ref HEAD refs/heads/main", says(""));
  CHECK(Repository::create(files, ledger));
}

TEST_CASE("nothing is begun while the owner is in the middle of something") {
  CHECK_FALSE(Place({}).repository().settled());
  CHECK(Place({{"symbolic-ref -q", says("main\n")}}).repository().settled());
  for (const std::string head : {"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"})
    CHECK_FALSE(Place({{"symbolic-ref -q", says("main\n")},
                       {"rev-parse -q --verify " + head, says("abc\n")}})
                    .repository()
                    .settled());
}

TEST_CASE("the remote is the one that is named or followed, and a ledger has one") {
  const std::pair<std::string, Ran> url = {"config --get remote.origin.url", says("/srv/l.git\n")};
  const std::pair<std::string, Ran> branch = {"symbolic-ref -q", says("main\n")};
  const std::pair<std::string, Ran> follows = {"config --get branch.main.remote", says("origin\n")};
  CHECK(*Place({}).repository().remote_for("") == "");
  CHECK(*Place({url}).repository().remote_for("origin") == "origin");
  CHECK(*Place({url}).repository().remote_for("") == "origin");
  CHECK(*Place({branch, follows, url}).repository().remote_for("") == "origin");
  CHECK(*Place({url}).repository().remote_for("/srv/l.git") == "origin");
  CHECK(*Place({}).repository().remote_for("git@example.org:l.git") == "git@example.org:l.git");
  CHECK(*Place({}).repository().remote_for("./a:b") == "./a:b");
  CHECK_FALSE(Place({url}).repository().remote_for("git@example.org:l.git"));
}

TEST_CASE("the branch there is the one that is followed, one of the same name, or the only one") {
  const std::string names = "for-each-ref";
  const std::pair<std::string, Ran> branch = {"symbolic-ref -q", says("main\n")};
  const auto there = [&](const std::string& refs) {
    return Place({branch, {names, says(refs)}}).repository().branch_there();
  };
  CHECK(*Place({branch, {"config --get branch.main.merge", says("refs/heads/trunk\n")}})
             .repository()
             .branch_there() == "trunk");
  CHECK(*there("") == "main");
  CHECK(*there("refs/connect/theirs/trunk\n") == "trunk");
  CHECK(*there("refs/connect/theirs/main\nrefs/connect/theirs/trunk\n") == "main");
  CHECK_FALSE(there("refs/connect/theirs/a\nrefs/connect/theirs/b\n"));
}

TEST_CASE("a remote is remembered once, or the reason is told why not") {
  const std::pair<std::string, Ran> branch = {"symbolic-ref -q", says("main\n")};
  const std::pair<std::string, Ran> add = {"remote add", says("")};
  const std::pair<std::string, Ran> set = {"config branch.main.", says("")};
  CHECK(Place({{"config --get remote.origin.url", says("/srv/l.git\n")}})
            .repository()
            .remember("origin"));
  CHECK_FALSE(Place({branch}).repository().remember("/srv/l.git"));
  CHECK_FALSE(Place({branch, add}).repository().remember("/srv/l.git"));
  CHECK(Place({branch, add, set}).repository().remember("/srv/l.git"));
  CHECK_FALSE(Place({branch,
                     add,
                     set,
                     {"for-each-ref", says("refs/connect/theirs/a\nrefs/connect/theirs/b\n")}})
                  .repository()
                  .remember("/srv/l.git"));
}

TEST_CASE("two commits agree when they differ in the ledger, or in what git is told of it") {
  const auto agree = [](const std::string& names, Answers answers = {}) {
    answers.push_back({"diff-tree", says(names)});
    const auto found = Place(answers).repository().agree_elsewhere("ours", "theirs");
    REQUIRE(found);
    return *found;
  };
  CHECK(agree(""));
  CHECK(agree(std::string("ledger.jsonl\0", 13)));
  CHECK_FALSE(agree(std::string("diary.txt\0", 10)));
  CHECK(agree(std::string(".gitattributes\0", 15)));  // ours has none
  const std::pair<std::string, Ran> ours = {"cat-file blob ours:", says("a\nb\n")};
  CHECK(agree(std::string(".gitattributes\0", 15), {ours, {"cat-file blob theirs:", says("b")}}));
  CHECK_FALSE(agree(std::string(".gitattributes\0", 15),
                    {ours, {"cat-file blob theirs:", says("a\nc\n")}}));
  CHECK_FALSE(Place({}).repository().agree_elsewhere("ours", "theirs"));
  CHECK_FALSE(Place({}).repository().agree_elsewhere("", "theirs"));
  CHECK(
      *Place({{"mktree", says("empty\n")}, {"diff-tree -r -z --name-only empty theirs", says("")}})
           .repository()
           .agree_elsewhere("", "theirs"));
}

TEST_CASE("a commit is part of another when git says so, and not when there is no git any more") {
  Place place({{"merge-base --is-ancestor old new", says("")}});
  const Repository repository = place.repository();
  CHECK(repository.is_ancestor("old", "new"));
  CHECK_FALSE(repository.is_ancestor("new", "old"));
  place.files.on_git = {};
  CHECK_FALSE(repository.is_ancestor("old", "new"));
  CHECK_FALSE(repository.ledger_in("old")->size() > 0);
  place.files.contents[attributes] = "* text\n";
  CHECK(repository.lacks_attributes("old"));
  place.files.trouble = connect::testing::Trouble::unreadable;
  CHECK_FALSE(repository.lacks_attributes("old"));  // then git is told nothing
  CHECK_FALSE(repository.advance("new", "old"));
}

TEST_CASE("what git is told of files is added to what their owner told it") {
  const auto stored = [](const std::string& before) {
    Place place({{"cat-file blob before:.gitattributes", says(before)},
                 {"hash-object -w --stdin", says("blob\n")},
                 {"mktree", says("tree\n")},
                 {"ls-tree", says(std::string("100644 blob aaa\t.gitattributes\0", 31))},
                 {"rev-parse -q --verify before^{tree}", says("top\n")},
                 {"var", says("ana\n")},
                 {"commit-tree", says("made\n")},
                 {"update-ref", says("")}});
    place.files.contents[attributes] = "ledger.jsonl merge=union -text\n";
    const Repository repository = place.repository();
    CHECK(repository.commit({"before"}, "before", "x"));
    return place.was_asked("hash-object -w --stdin");
  };
  CHECK(stored("* text\n"));
  CHECK(stored("* text"));
  CHECK(stored(""));
  CHECK_FALSE(stored("ledger.jsonl merge=union -text\n"));
}

TEST_CASE("a commit without a ledger holds an empty one") {
  CHECK(*Place({}).repository().ledger_in("") == "");
  CHECK(*Place({}).repository().ledger_in("abc") == "");
  CHECK(*Place({{"rev-parse -q --verify abc:ledger.jsonl", says("blob\n")},
                {"cat-file blob blob", says("line\n")}})
             .repository()
             .ledger_in("abc") == "line");
}

TEST_CASE("git is told once that ledgers are merged line by line") {
  const std::string mine = "ledger.jsonl merge=union -text";
  const std::pair<std::string, Ran> unspecified = {"check-attr", says("unspecified")};
  {
    Place place({unspecified});
    CHECK(place.repository().write_attributes(""));
    CHECK(place.files.contents[attributes] == mine + "\n");
    CHECK(place.repository().lacks_attributes(""));
    place.files.trouble = connect::testing::Trouble::disk_full;
    CHECK_FALSE(place.repository().write_attributes(""));
  }
  {
    Place place({{"check-attr", says(std::string("ledger.jsonl\0merge\0union\0", 25))},
                 {"cat-file blob theirs:.gitattributes", says("* text\n")}});
    CHECK(place.repository().write_attributes("theirs"));
    CHECK(place.files.contents[attributes] == "* text\n");
    CHECK(place.repository().write_attributes("theirs"));
    CHECK_FALSE(place.repository().lacks_attributes("theirs"));  // the owner has seen to it
  }
  Place place({{"cat-file blob theirs:.gitattributes", says("* text\n")}});
  CHECK_FALSE(place.repository().lacks_attributes("theirs"));
  CHECK_FALSE(place.repository().write_attributes(""));  // git does not say
  place.files.trouble = connect::testing::Trouble::disk_full;
  CHECK_FALSE(place.repository().write_attributes("theirs"));
}

TEST_CASE("a name that is special in a pattern stands for one byte of any kind there") {
  MemoryFiles files;
  Git git{{{find_it, says("true\n")}, {"check-attr", says("unspecified")}}, {}};
  files.on_git = [&](const auto& words) { return git(words); };
  const auto found = Repository::find(files, "/home/ana/My [l]_2-A~.jsonl");
  REQUIRE(found);
  REQUIRE((*found)->write_attributes(""));
  CHECK(files.contents["/home/ana/.gitattributes"] == "My??l?_2-A?.jsonl merge=union -text\n");
}

TEST_CASE("a commit holds the ledger and keeps whatever else is there, at any depth") {
  const Answers answers = {
      {"rev-parse -q --verify before^{tree}", says("top\n")},
      {"ls-tree -z --full-tree top", says(std::string("040000 tree aaa\tnotes\0"
                                                      "100644 blob bbb\treadme\0",
                                                      45))},
      {"ls-tree -z --full-tree tree", says("")},
      {"ls-tree -z --full-tree aaa", says(std::string("100644 blob ccc\tledger.jsonl", 28))},
      {"hash-object", says("blob\n")},
      {"mktree", says("tree\n")},
      {"var GIT_COMMITTER_IDENT", says("ana\n")},
      {"commit-tree", says("made\n")},
      {"update-ref", says("")},
      {"symbolic-ref -q", says("main\n")},
      {"rev-parse -q --verify made:notes/ledger.jsonl", says("blob\n")},
      {"cat-file blob before:notes/.gitattributes", says("* text")},
  };
  const auto prepare = [](Place& place) {
    place.files.contents[ledger] = "line\n";
    place.files.contents[attributes] = "ledger.jsonl merge=union -text\n";
  };
  Place whole(answers, true);
  prepare(whole);
  CHECK(*whole.repository().commit({"before", "theirs"}, "here", "Add 1 act") == "made");
  CHECK(whole.was_asked("ls-tree -z --full-tree aaa"));
  // Whichever call breaks off, it is an error, or one that nothing depends on.
  std::size_t errors = 0;
  for (std::size_t at = 2; at < whole.git.asked.size(); ++at) {
    CAPTURE(whole.git.asked[at]);
    Place place(answers, true);
    prepare(place);
    const Repository repository = place.repository();
    place.git.fails_at = at;
    const auto made = repository.commit({"before"}, "here", "Add 1 act");
    errors += !made;
    CHECK(place.files.contents[ledger] == "line\n");
  }
  CHECK(errors >= 6);
}

TEST_CASE(
    "the first commit needs no name of the owner's, and no file is left out that is not there") {
  Place place({{"hash-object", says("blob\n")},
               {"mktree", says("tree\n")},
               {"-c user.name=connect -c user.email=connect@localhost commit-tree tree -m First",
                says("made\n")},
               {"update-ref", says("")}});
  place.files.contents[ledger] = "line\n";
  CHECK(*place.repository().commit({}, "", "First") == "made");
  CHECK(place.was_asked("update-ref -m connect sync refs/heads/ made 0000"));
}
