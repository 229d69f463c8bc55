// The git calls for a ledger's repository and the handling of their results: without git, with
// failures, and with an abort at any call. tests/sync uses real git.
#include "store/git/repository.hpp"

#include <doctest/doctest.h>

#include "store/format/codec.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_programs.hpp"
#include "support/scripted_git.hpp"

namespace connect::repository_test {

using namespace test;
using namespace testing;
using namespace std::string_literals;
using store::Repository;
using store::Snapshot;

namespace {

using Answers = std::vector<std::pair<std::string, ProcessResult>>;
using Answer = std::pair<std::string, ProcessResult>;

const std::string ledger = "/home/ana/notes/ledger.jsonl";
const std::string attributes = "/home/ana/notes/.gitattributes";
const std::string find_it = "rev-parse --is-inside-work-tree";
const std::string our_line = "ledger.jsonl merge=union -text";

/// Settings in the order of their names, besides one that every repository has.
Answer settings(const std::string& more = "") {
  return {"config -z", says("core.bare\nfalse\0"s + more)};
}
const Answer on_main = {"symbolic-ref -q", says("refs/heads/main\n")};
const Answer origin = settings("remote.origin.url\n/srv/l.git\0"s);

struct Place {
  MemoryFiles files;
  MemoryPrograms programs{files};
  ScriptedGit git;

  explicit Place(Answers answers, bool is_below = false) {
    git.answers = std::move(answers);
    git.answers.emplace_back(find_it, says(is_below ? "true\nnotes/\n" : "true\n\n"));
    git.answers.push_back(settings());
    git.answers.push_back(on_main);
    git.answers.emplace_back("ls-files -z", says("ledger.jsonl\0"s));
    programs.on_git = [this](const auto& words) { return git(words); };
  }

  Repository repository() {
    auto found = Repository::find(files, programs, ledger);
    REQUIRE(found);
    REQUIRE(found->has_value());
    return **std::move(found);
  }

  bool was_asked(const std::string& line) const {
    return std::ranges::any_of(git.asked, [&](const auto& each) { return each.starts_with(line); });
  }
};

/// A commit whose top folder, and the ledger's, is this.
Snapshot snapshot(char commit, store::Tree tree = {}) { return {id_of(commit), {std::move(tree)}}; }
store::TreeEntry file(const std::string& name, char digit) {
  return {"100644", id_of(digit), name};
}

Answer blob_is(char digit, const std::string& text) {
  return {"cat-file --batch < " + id_of(digit), says(object_is("blob", text))};
}
Answer checked_out(char digit, const std::string& text) {
  return {"cat-file --filters --path=ledger.jsonl " + id_of(digit), says(text)};
}
const Answer no_attributes = {"check-attr", says(attributes_are("unspecified", "unspecified"))};

}  // namespace

TEST_CASE("a folder is the ledger's repository at its top, or around it when it knows the ledger") {
  MemoryFiles files;
  MemoryPrograms programs(files);
  CHECK_FALSE(Repository::find(files, programs, ledger));  // there is no git
  const auto is_found = [&](Answers answers) {
    answers.push_back(settings());
    answers.push_back(on_main);
    ScriptedGit git{answers, {}};
    programs.on_git = [&](const auto& words) { return git(words); };
    const auto found = Repository::find(files, programs, ledger);
    REQUIRE(found);
    return found->has_value();
  };
  const Answer tracked = {"ls-files -z", says("ledger.jsonl\0"s)};
  const Answer untracked = {"ls-files -z", says("")};
  const Answer no_commit = {"cat-file --batch-check < HEAD", says(is_missing("HEAD^{commit}"))};
  CHECK_FALSE(is_found({{find_it,
                         {128, "",
                          "fatal: not a git repository (or any of the parent "
                          "directories): .git\n"}}}));
  CHECK_FALSE(is_found({{find_it,
                         {128, "",
                          "fatal: cannot change to '/home/ana/notes': No such "
                          "file or directory\n"}}}));
  CHECK_FALSE(is_found({{find_it, says("false\n\n")}}));  // inside of .git
  CHECK(is_found({{find_it, says("true\n\n")}, tracked}));
  CHECK(is_found({{find_it, says("true\n\n")}, untracked, no_commit}));
  CHECK_FALSE(is_found({{find_it, says("true\nnotes/\n")}, untracked, no_commit}));
  CHECK(is_found({{find_it, says("true\nnotes/\n")}, tracked}));
}

TEST_CASE(
    "where git cannot tell whether there is a repository, none is taken for granted or made") {
  MemoryFiles files;
  MemoryPrograms programs(files);
  const auto trouble = [&](Answers answers) {
    ScriptedGit git{std::move(answers), {}};
    programs.on_git = [&](const auto& words) { return git(words); };
    const auto found = Repository::find(files, programs, ledger);
    REQUIRE_FALSE(found);
    return found.error().message;
  };
  CHECK(trouble({{find_it, {128, "", "fatal: detected dubious ownership in '/home'\n"}}}) ==
        "git cannot tell which repository /home/ana/notes is in: detected dubious ownership in "
        "'/home'");
  CHECK(trouble({{find_it, {137, "", ""}}}).ends_with("git was ended by signal 9"));
  for (const char* part : {"", "true\n", "t", "false"})
    if (part != "false"s) CHECK_FALSE(trouble({{find_it, says(part)}}).empty());
  const Answer found = {find_it, says("true\n\n")};
  CHECK_FALSE(trouble({found, {"config -z", says("")}}).empty());
  CHECK_FALSE(trouble({found, settings(), {"symbolic-ref", says("")}}).empty());
  CHECK_FALSE(
      trouble({found, settings(), {"symbolic-ref", {137, "refs/heads/main\n", ""}}}).empty());
  CHECK_FALSE(trouble({found, settings(), on_main, {"ls-files", {137, "", ""}}}).empty());
}

TEST_CASE(
    "a repository at whose top the ledger is without being tracked is the owner's own matter") {
  const auto found = [](Answers more) {
    Answers answers = {{find_it, says("true\n\n")}, {"ls-files -z", says("")}, on_main};
    answers.insert(answers.begin(), more.begin(), more.end());
    answers.push_back(settings());
    answers.push_back({"cat-file --batch-check < HEAD", says(is_there('1'))});
    MemoryFiles files;
    MemoryPrograms programs(files);
    ScriptedGit git{answers, {}};
    programs.on_git = [&](const auto& words) { return git(words); };
    const auto result = Repository::find(files, programs, ledger);
    if (!result) CHECK(result.error().hint.find("add -f -- ledger.jsonl") != std::string::npos);
    return result && result->has_value();
  };
  const auto top = [](const std::vector<InTree>& tree) {
    return Answer{"cat-file --batch < " + id_of('1') + "^{tree}",
                  says(object_is("tree", tree_of(tree)))};
  };
  CHECK_FALSE(found({top({{"100644 README", 'a'}})}));
  CHECK_FALSE(found({top({{"100644 .gitattributes", 'a'}, {"100644 README", 'b'}})}));
  CHECK_FALSE(found({top({})}));
  CHECK(found({top({{"100644 README", 'a'}, {"100644 ledger.jsonl", 'b'}})}));
  CHECK(found({top({{"100644 .gitattributes", 'a'}})}));  // as connect leaves one without a ledger
  CHECK_FALSE(
      found({origin, {"cat-file --batch-check < HEAD", says(is_missing("HEAD^{commit}"))}}));
}

TEST_CASE("a repository is made, or the error says why not") {
  MemoryFiles files;
  MemoryPrograms programs(files);
  CHECK_FALSE(Repository::create(files, programs, ledger));
  ScriptedGit git;
  programs.on_git = [&](const auto& words) { return git(words); };
  CHECK(Repository::create(files, programs, ledger)
            .error()
            .message.find("could not create a repository in ") != std::string::npos);
  git.answers = {{"-c init.defaultBranch=main init", says("")}, settings()};
  CHECK_FALSE(Repository::create(files, programs, ledger));
  git.answers.emplace_back(on_main);
  CHECK(Repository::create(files, programs, ledger));
  git.answers[2].second = says("refs/heads/master\n");  // a git before 2.28
  CHECK_FALSE(Repository::create(files, programs, ledger));
  git.answers.emplace_back("symbolic-ref HEAD refs/heads/main", says(""));
  CHECK(Repository::create(files, programs, ledger));
}

TEST_CASE("nothing is begun while the owner is in the middle of something") {
  CHECK_FALSE(Place({{"symbolic-ref -q", {1, "", ""}}}).repository().settled());
  const std::vector<std::string> heads = {"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"};
  const auto settled = [&](const std::string& answer) {
    return static_cast<bool>(
        Place({{"cat-file --batch-check", says(answer)}}).repository().settled());
  };
  CHECK(settled(is_missing(heads[0]) + is_missing(heads[1]) + is_missing(heads[2])));
  CHECK_FALSE(settled(is_there('a') + is_missing(heads[1]) + is_missing(heads[2])));
  CHECK_FALSE(settled(is_missing(heads[0]) + is_there('a') + is_missing(heads[2])));
  CHECK_FALSE(settled(is_missing(heads[0]) + is_missing(heads[1]) + is_there('a')));
  CHECK_FALSE(settled(""));
}

TEST_CASE("the remote is the one that is named or followed, and a ledger has one") {
  const Answer follows = settings("branch.main.remote\norigin\0remote.origin.url\n/srv/l.git\0"s);
  const Answer itself = settings("branch.main.remote\n.\0"s);
  CHECK(*Place({}).repository().remote_for("") == "");
  CHECK(*Place({itself}).repository().remote_for("") == "");
  CHECK(*Place({origin}).repository().remote_for("origin") == "origin");
  CHECK(*Place({origin}).repository().remote_for("") == "origin");
  CHECK(*Place({follows}).repository().remote_for("") == "origin");
  CHECK(*Place({origin}).repository().remote_for("/srv/l.git") == "origin");
  CHECK(*Place({}).repository().remote_for("git@example.org:l.git") == "git@example.org:l.git");
  CHECK(*Place({}).repository().remote_for("./a:b") == "./a:b");
  CHECK_FALSE(Place({origin}).repository().remote_for("git@example.org:l.git"));
}

TEST_CASE("the branch there is the one that is followed, one of the same name, or the only one") {
  const auto there = [&](const std::string& refs) {
    return Place({{"for-each-ref", says(refs)}}).repository().branch_there();
  };
  CHECK(*Place({settings("branch.main.merge\nrefs/heads/trunk\0"s)}).repository().branch_there() ==
        "trunk");
  CHECK(*there("") == "main");
  CHECK(*there("refs/connect/theirs/trunk\n") == "trunk");
  CHECK(*there("refs/connect/theirs/main\nrefs/connect/theirs/trunk\n") == "main");
  CHECK_FALSE(there("refs/connect/theirs/a\nrefs/connect/theirs/b\n"));
  CHECK_FALSE(Place({}).repository().branch_there());
}

TEST_CASE("a remote is remembered once, or the error says why not") {
  const Answer names = {"for-each-ref", says("")};
  const Answer add = {"remote add", says("")};
  const Answer set = {"config branch.main.", says("")};
  CHECK(Place({origin}).repository().remember("origin"));
  CHECK_FALSE(Place({names}).repository().remember("/srv/l.git"));
  CHECK_FALSE(Place({names, add}).repository().remember("/srv/l.git"));
  CHECK(Place({names, add, set}).repository().remember("/srv/l.git"));
  CHECK_FALSE(
      Place({{"for-each-ref", says("refs/connect/theirs/a\nrefs/connect/theirs/b\n")}, add, set})
          .repository()
          .remember("/srv/l.git"));
}

TEST_CASE("a commit is read folder by folder, and what cannot be read is no empty folder") {
  const Answer commit = {"cat-file --batch-check < HEAD^{commit}", says(is_there('1'))};
  const Answer top = {"cat-file --batch < " + id_of('1') + "^{tree}",
                      says(object_is("tree", tree_of({{"40000 notes", '2'}, {"100644 a", '3'}})))};
  const Answer notes = {"cat-file --batch < " + id_of('2'),
                        says(object_is("tree", tree_of({{"100644 ledger.jsonl", '4'}})))};
  const auto here = Place({commit, top, notes}, true).repository().here();
  REQUIRE(here);
  CHECK(here->commit == id_of('1'));
  CHECK(here->folders.size() == 2);
  CHECK(here->find("ledger.jsonl")->id == id_of('4'));
  CHECK(here->find("a") == nullptr);
  CHECK_FALSE(Place({commit, top}, true).repository().here());
  CHECK_FALSE(Place({commit}, true).repository().here());
  CHECK_FALSE(Place({}, true).repository().here());
  const Answer nonsense = {top.first, says(object_is("tree", "100644 a"))};
  CHECK_FALSE(Place({commit, nonsense}, true).repository().here());
  const Answer without_notes = {top.first,
                                says(object_is("tree", tree_of({{"100644 notes", '2'}})))};
  CHECK(Place({commit, without_notes}, true).repository().here()->find("ledger.jsonl") == nullptr);
  const Answer none = {commit.first, says(is_missing("HEAD^{commit}"))};
  CHECK(Place({none}, true).repository().here()->commit.empty());
  CHECK(Snapshot{}.find("a") == nullptr);
}

TEST_CASE("two commits agree when they differ in the ledger, or in git's attributes of it") {
  const auto agree = [](const store::Tree& ours, const store::Tree& theirs, Answers answers = {}) {
    answers.push_back(blob_is('a', "a\nb\n"));
    const auto found =
        Place(answers).repository().agree_elsewhere(snapshot('1', ours), snapshot('2', theirs));
    return found && *found;
  };
  const auto diary = file("diary.txt", '5');
  CHECK(agree({}, {}));
  CHECK(agree({diary, file("ledger.jsonl", '3')}, {diary, file("ledger.jsonl", '4')}));
  CHECK(agree({diary}, {diary, file("ledger.jsonl", '4')}));
  CHECK_FALSE(agree({diary}, {}));
  CHECK_FALSE(agree({diary}, {file("diary.txt", '6')}));
  CHECK_FALSE(agree({diary}, {{"100755", diary.id, diary.name}}));
  CHECK_FALSE(agree({diary}, {{"120000", diary.id, diary.name}}));
  const auto ours = file(".gitattributes", 'a');
  const auto theirs = file(".gitattributes", 'b');
  CHECK(agree({}, {theirs}, {blob_is('b', "b")}));  // ours has none
  CHECK(agree({ours}, {theirs}, {blob_is('b', "b")}));
  CHECK(agree({ours}, {}));
  CHECK_FALSE(agree({ours}, {theirs}, {blob_is('b', "a\nc\n")}));
  CHECK_FALSE(agree({ours}, {theirs}));  // theirs cannot be read
}

TEST_CASE("below the top, all folders on the way are compared") {
  const Repository repository = Place({}, true).repository();
  const store::TreeEntry notes = {"40000", id_of('1'), "notes"};
  const store::TreeEntry changed = {"40000", id_of('2'), "notes"};
  const auto agree = [&](const store::Tree& a, const store::Tree& b) {
    return *repository.agree_elsewhere({id_of('1'), {a, {}}}, {id_of('2'), {b, {}}});
  };
  CHECK(agree({notes}, {changed}));
  CHECK_FALSE(agree({notes, file("vimrc", '3')}, {changed}));
  CHECK_FALSE(agree({notes}, {changed, file("vimrc", '3')}));
}

TEST_CASE("the newest commit of both is named, or there is none, or git does not say") {
  const auto common = [](const ProcessResult& answer) {
    return Place({{"merge-base a b", answer}}).repository().common_ancestor("a", "b");
  };
  CHECK(*common(says(id_of('c') + "\n")) == id_of('c'));
  CHECK(*common({1, "", ""}) == "");
  CHECK_FALSE(common(says("")));
  CHECK_FALSE(common({128, "", "fatal: bad object\n"}));
  CHECK_FALSE(common({137, "", ""}));
}

TEST_CASE("a ledger comes out of a commit as git would check it out") {
  CHECK(*Place({}).repository().ledger_in({}) == "");
  CHECK(*Place({}).repository().ledger_in(snapshot('1')) == "");
  const auto with = snapshot('1', {file("ledger.jsonl", 'a')});
  CHECK(*Place({no_attributes, checked_out('a', "line\n")}).repository().ledger_in(with) ==
        "line\n");
  CHECK(*Place({no_attributes, checked_out('a', ""), blob_is('a', "")})
             .repository()
             .ledger_in(with) == "");
  CHECK_FALSE(Place({no_attributes, checked_out('a', ""), blob_is('a', "line\n")})
                  .repository()
                  .ledger_in(with));
  CHECK_FALSE(Place({no_attributes}).repository().ledger_in(with));
  CHECK_FALSE(Place({checked_out('a', "line\n")}).repository().ledger_in(with));
}

TEST_CASE("a filter that git would pass over when it is missing or fails is required") {
  const Answer rot = {"check-attr", says(attributes_are("union", "rot"))};
  const auto with = snapshot('1', {file("ledger.jsonl", 'a')});
  const auto read = [&](const Answer& configured) {
    const std::string required = "-c filter.rot.required=true cat-file --filters";
    return Place({rot, configured, {required, says("filtered\n")}, checked_out('a', "as it is\n")})
        .repository()
        .ledger_in(with);
  };
  CHECK(*read(settings("filter.rot.smudge\ncat\0"s)) == "filtered\n");
  CHECK(*read(settings("filter.rot.process\nx\0"s)) == "filtered\n");
  CHECK(*read(settings("filter.rot.clean\ncat\0"s)) == "as it is\n");
  CHECK(read(settings()).error().message.find("the git filter rot") == 0);
  CHECK_FALSE(read(settings("filter.rot.clean\n\0"s)));
  CHECK_FALSE(read(settings("filter.other.smudge\ncat\0"s)));
  for (const char* none : {"set", "unset", "unspecified"})
    CHECK(*Place({{"check-attr", says(attributes_are("union", none))}, checked_out('a', "x\n")})
               .repository()
               .ledger_in(with) == "x\n");
}

TEST_CASE("git's attributes say once that ledgers are merged line by line") {
  Place place({no_attributes});
  CHECK(place.repository().write_attributes());
  CHECK(place.files.contents[attributes] == our_line + "\n");
  CHECK(place.repository().write_attributes());
  CHECK(place.files.contents[attributes] == our_line + "\n");
  CHECK(*place.repository().lacks_attributes({}));
  place.files.contents.clear();
  place.files.trouble = connect::testing::Trouble::disk_full;
  CHECK_FALSE(place.repository().write_attributes());
  Place silent({});
  CHECK_FALSE(silent.repository().write_attributes());  // git does not say
  // What is encrypted has no lines to merge.
  Place filtered({{"check-attr", says(attributes_are("unspecified", "git-crypt"))}});
  CHECK(filtered.repository().write_attributes());
  CHECK_FALSE(filtered.files.contents.contains(attributes));
}

TEST_CASE("what the other side says of files is taken over where nothing is said here") {
  const auto theirs = snapshot('2', {file(".gitattributes", 'b')});
  const auto taken = [&](Place& place, const Snapshot& ours) {
    return place.repository().take_attributes(ours, theirs);
  };
  Place fresh({blob_is('b', "* text\n")});
  CHECK(*taken(fresh, {}));
  CHECK(fresh.files.contents[attributes] == "* text\n");
  CHECK_FALSE(*taken(fresh, {}));
  CHECK(fresh.repository().drop_attributes());
  CHECK_FALSE(fresh.files.contents.contains(attributes));
  CHECK_FALSE(*taken(fresh, snapshot('1', {file(".gitattributes", 'a')})));
  CHECK_FALSE(fresh.files.contents.contains(attributes));
  fresh.files.contents[attributes] = "* text\nours\n";
  CHECK_FALSE(*taken(fresh, {}));
  fresh.files.contents[attributes] = "ours\n";
  CHECK_FALSE(*taken(fresh, {}));  // the file is not new
  CHECK(fresh.files.contents[attributes] == "* text\nours\n");
  CHECK_FALSE(*Place({}).repository().take_attributes({}, {}));
  Place broken({});
  CHECK_FALSE(taken(broken, {}));
  Place full({blob_is('b', "* text\n")});
  full.files.trouble = connect::testing::Trouble::disk_full;
  CHECK_FALSE(taken(full, {}));
  full.files.contents[attributes] = "x";
  full.files.trouble = connect::testing::Trouble::unreadable;
  CHECK_FALSE(taken(full, {}));
}

TEST_CASE("a commit lacks what is said here of ledgers, or nothing when nothing can be read here") {
  Place place({blob_is('b', "* text\n"), blob_is('c', our_line + "\n")});
  const Repository repository = place.repository();
  CHECK_FALSE(*repository.lacks_attributes(snapshot('1')));
  place.files.contents[attributes] = our_line + "\n";
  CHECK(*repository.lacks_attributes(snapshot('1')));
  CHECK(*repository.lacks_attributes(snapshot('1', {file(".gitattributes", 'b')})));
  CHECK_FALSE(*repository.lacks_attributes(snapshot('1', {file(".gitattributes", 'c')})));
  CHECK_FALSE(repository.lacks_attributes(snapshot('1', {file(".gitattributes", 'd')})));
  place.files.contents[attributes] = "* text\n";  // the owner has seen to it
  CHECK_FALSE(*repository.lacks_attributes(snapshot('1', {file(".gitattributes", 'b')})));
  place.files.trouble = connect::testing::Trouble::unreadable;
  CHECK_FALSE(*repository.lacks_attributes(snapshot('1')));
}

TEST_CASE("a name that is special in a pattern stands for one byte of any kind there") {
  MemoryFiles files;
  MemoryPrograms programs(files);
  ScriptedGit git{{{find_it, says("true\n\n")},
                   settings(),
                   on_main,
                   no_attributes,
                   {"ls-files -z -- :(literal)My #[l]", says("x\0"s)}},
                  {}};
  programs.on_git = [&](const auto& words) { return git(words); };
  const auto found = Repository::find(files, programs, "/home/ana/My #[l]_2-A~.jsonl");
  REQUIRE(found);
  REQUIRE(found->has_value());
  REQUIRE((*found)->write_attributes());
  CHECK(files.contents["/home/ana/.gitattributes"] == "My???l?_2-A?.jsonl merge=union -text\n");
}

namespace {

const std::string line = store::encode(record(1, 0, logged("2026-11-23"))) + "\n";

/// What a commit of the ledger in notes/ takes.
const Answers to_commit = {
    no_attributes,
    {"hash-object -w --stdin --path=ledger.jsonl < " + line, says(id_of('a') + "\n")},
    {"hash-object -w --stdin < ", says(id_of('b') + "\n")},
    {"cat-file --filters --path=notes/ledger.jsonl " + id_of('a'), says(line)},
    {"mktree -z --missing < 100644 blob " + id_of('a'), says(id_of('c') + "\n")},
    {"mktree -z --missing < 100644 blob " + id_of('9'), says(id_of('d') + "\n")},
    {"var GIT_COMMITTER_IDENT", says("ana\n")},
    {"commit-tree", says(id_of('e') + "\n")},
};

const Snapshot before = {id_of('1'), {{{"40000", id_of('8'), "notes"}, file("readme", '9')}, {}}};

Result<Snapshot> committed(Place& place) {
  place.files.contents[ledger] = line;
  place.files.contents[attributes] = our_line + "\n";
  const Repository repository = place.repository();
  return repository.commit(before, {id_of('1'), id_of('2')}, "Add 1 act");
}

}  // namespace

TEST_CASE("a commit holds the ledger and keeps whatever else is there, at any depth") {
  Answers answers = to_commit;
  answers[4].first = "mktree -z --missing < 100644 blob " + id_of('b') + "\t.gitattributes\0"s;
  Place whole(answers, true);
  const auto made = committed(whole);
  REQUIRE(made);
  CHECK(made->commit == id_of('e'));
  CHECK(made->find("ledger.jsonl")->id == id_of('a'));
  CHECK(whole.was_asked("mktree -z --missing < 100644 blob " + id_of('b') + "\t.gitattributes\0"s +
                        "100644 blob " + id_of('a') + "\tledger.jsonl\0"s));
  CHECK(whole.was_asked("mktree -z --missing < 100644 blob " + id_of('9') + "\treadme\0"s +
                        "40000 tree " + id_of('c') + "\tnotes\0"s));
  CHECK(whole.was_asked("commit-tree " + id_of('d') + " -m Add 1 act -p " + id_of('1') + " -p " +
                        id_of('2')));
  // Whichever call breaks off, it is an error.
  const std::size_t calls = whole.git.asked.size();
  for (const ProcessResult& failure : {ProcessResult{137, "", ""}, ProcessResult{1, "", ""},
                                       ProcessResult{0, "", ""}, ProcessResult{0, "ab\n", ""}})
    for (std::size_t at = 4; at < calls; ++at) {
      CAPTURE(whole.git.asked[at]);
      if (failure.code == 0 && whole.git.asked[at].starts_with("var")) continue;
      Place place(answers, true);
      place.git.fails_at = at;
      place.git.failure = failure;
      CHECK_FALSE(committed(place));
      CHECK(place.files.contents[ledger] == line);
    }
}

TEST_CASE(
    "the first commit needs no name of the owner's, and no file is left out that is not there") {
  Place place({{"hash-object", says(id_of('a') + "\n")},
               {"mktree", says(id_of('b') + "\n")},
               {"var", {128, "", "fatal: no name\n"}},
               {"-c user.name=connect -c user.email=connect@localhost commit-tree " + id_of('b') +
                    " -m First",
                says(id_of('c') + "\n")}});
  const Snapshot none = {"", {{}}};
  CHECK(place.repository().commit(none, {}, "First")->commit == id_of('c'));
  place.files.contents[ledger] = "";
  CHECK(place.repository().commit(none, {}, "First")->find("ledger.jsonl") == nullptr);
}

TEST_CASE("a commit is signed where all of the owner's are") {
  for (const char* yes : {"commit.gpgsign\ntrue", "commit.gpgsign", "commit.gpgsign\nyes",
                          "commit.gpgsign\nON", "commit.gpgsign\n1", "commit.gpgsign\nfalse"}) {
    Place place({settings(yes + "\0"s),
                 {"mktree", says(id_of('b') + "\n")},
                 {"var", says("a\n")},
                 {"commit-tree", says(id_of('c') + "\n")}});
    CHECK(place.repository().commit({"", {{}}}, {}, "First"));
    CHECK(place.git.asked.back().ends_with(" -S") == !std::string(yes).ends_with("false"));
  }
}

TEST_CASE("what is not a file there is not replaced by the ledger") {
  Place place(to_commit, true);
  place.files.contents[ledger] = line;
  for (const char* mode : {"40000", "120000", "160000"}) {
    const Snapshot other = {id_of('1'), {{}, {{mode, id_of('8'), "ledger.jsonl"}}}};
    CHECK(place.repository().commit(other, {}, "x").error().message.find("not a file") !=
          std::string::npos);
  }
}

TEST_CASE("nothing is committed of which words would not come back") {
  const auto comes_back = [](const std::string& as) {
    Answers answers = to_commit;
    answers.insert(answers.begin(), checked_out('a', as));
    answers.insert(answers.begin(), {"mktree", says(id_of('c') + "\n")});
    Place place(answers);
    place.files.contents[ledger] = line;
    return place.repository().commit({"", {{}}}, {}, "x");
  };
  CHECK(comes_back(line));
  CHECK(comes_back("\r\n" + line.substr(0, line.size() - 1) + "\r\n"));
  const auto lost = comes_back("");
  REQUIRE_FALSE(lost);
  CHECK(lost.error().message.find("nothing was committed") != std::string::npos);
  CHECK_FALSE(comes_back(store::encode(record(2, 0, logged("2026-11-23"))) + "\n"));
}

TEST_CASE("our branch moves on from where it was, and never from elsewhere") {
  Place place({{"update-ref -m connect sync refs/heads/main ab cd", says("")},
               {"update-ref -m connect sync refs/heads/main ab 00", says("")}});
  CHECK(place.repository().advance("ab", "cd"));
  CHECK(place.repository().advance("ab", ""));
  CHECK_FALSE(place.repository().advance("ab", "ef"));
  Place locked(
      {{"update-ref", {128, "", "fatal: Unable to create '/x/main.lock': File exists.\n"}}});
  const auto error = locked.repository().advance("ab", "cd").error();
  CHECK(error.hint.find("delete that lock file") != std::string::npos);
  CHECK(error.message.find("/x/main.lock") != std::string::npos);
}

TEST_CASE("the index gets the ledger, and attributes that the owner has not staged") {
  const auto told = [](const std::string& staged, const Snapshot& before_it) {
    Place place({{"ls-files -s", says(staged)}, {"update-index --add --cacheinfo", says("")}});
    const auto tip = snapshot('2', {file("ledger.jsonl", 'a'), file(".gitattributes", 'b')});
    CHECK(place.repository().tell_index(tip, before_it));
    return std::pair(
        place.was_asked("update-index --add --cacheinfo 100644," + id_of('a') + ",ledger.jsonl"),
        place.was_asked("update-index --add --cacheinfo 100644," + id_of('b') + ",.gitattributes"));
  };
  const auto entry = [](char digit, const std::string& name) {
    return "100644 " + id_of(digit) + " 0\t" + name + "\0"s;
  };
  const auto old = snapshot('1', {file("ledger.jsonl", 'c'), file(".gitattributes", 'd')});
  CHECK(told("", {}) == std::pair(true, true));
  CHECK(told(entry('c', "ledger.jsonl") + entry('d', ".gitattributes"), old) ==
        std::pair(true, true));
  CHECK(told(entry('c', "ledger.jsonl") + entry('e', ".gitattributes"), old) ==
        std::pair(true, false));
  CHECK(told(entry('a', "ledger.jsonl") + entry('b', ".gitattributes"), old) ==
        std::pair(false, false));
  CHECK(told(entry('f', "ledger.jsonl"), old) == std::pair(true, true));
  CHECK_FALSE(Place({}).repository().tell_index(old, old));
  CHECK_FALSE(Place({{"ls-files -s", says("")}}).repository().tell_index(old, old));
}

TEST_CASE("a push is done when git says that the branch is what was pushed") {
  const auto push = [](const ProcessResult& ran, Answers more = {}) {
    more.push_back({"push --porcelain", ran});
    return Place(more).repository().push("origin", "abc", "main");
  };
  const std::string to_main = "abc:refs/heads/main\t";
  CHECK(push(says("To x\n \t" + to_main + "1..2\nDone\n"))->done);
  CHECK_FALSE(push(says("Done\n")));
  CHECK_FALSE(push({137, " \t" + to_main + "1..2\n", ""}));
  CHECK_FALSE(push({1, "", "fatal: no\n"}));
  const auto refused = push({1, "!\t" + to_main + "[remote rejected] (x)\n", "remote: words\n"});
  REQUIRE(refused);
  CHECK_FALSE(refused->done);
  CHECK(refused->reason == "words; [remote rejected] (x)");
  // A setting that would mirror every branch is overruled.
  Place mirror({settings("remote.origin.mirror\ntrue\0"s),
                {"-c remote.origin.mirror=false push", says("=\t" + to_main + "x\n")}});
  CHECK(mirror.repository().push("origin", "abc", "main")->done);
}

TEST_CASE("pushes may go elsewhere where the settings have an address of their own for them") {
  const auto elsewhere = [](const std::string& more) {
    return Place({settings(more)}).repository().pushes_elsewhere("origin");
  };
  CHECK_FALSE(elsewhere(""));
  CHECK_FALSE(elsewhere("remote.other.pushurl\nx\0url.a.insteadof\nb\0"s));
  CHECK(elsewhere("remote.origin.pushurl\nx\0"s));
  CHECK(elsewhere("url.a.pushinsteadof\nb\0"s));
}

}  // namespace connect::repository_test
