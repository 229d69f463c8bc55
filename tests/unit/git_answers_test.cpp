// Parsing of git's output: complete output is parsed, everything else gives nothing.
#include "store/git/git_answers.hpp"

#include <doctest/doctest.h>

#include "support/scripted_git.hpp"

namespace connect::git_answers_test {

using namespace testing;
using namespace std::string_literals;

TEST_CASE("why git failed is what it and those it talked to said, on one line without advice") {
  const auto reason = [](int code, const char* err) { return store::reason_of({code, "", err}); };
  CHECK(reason(128, "hint: x\nfatal: no such place\nmore\n") == "no such place; more");
  CHECK(reason(1, "error: it is taken\n") == "it is taken");
  CHECK(reason(1, "one\n\ntwo\n\n") == "one; two");
  CHECK(reason(128,
               "git@host: Permission denied (publickey).\r\n"
               "fatal: Could not read from remote repository.\n\n"
               "Please make sure you have the correct access rights\n"
               "and the repository exists.\n") ==
        "git@host: Permission denied (publickey); Could not read from remote repository");
  CHECK(reason(1,
               "remote: error: GH006: Protected branch.        \nremote:\nremote: Sign it.   \n"
               "error: failed to push some refs to '/srv/l.git'\n") ==
        "GH006: Protected branch; Sign it");
  CHECK(reason(128, "fatal: dubious ownership\nTo add one, call:\n\n\tgit config x\n") ==
        "dubious ownership; To add one, call: git config x");
  CHECK(reason(128,
               "fatal: Unable to create '/x/main.lock': File exists.\n\n"
               "Another git process seems to be running in this repository, e.g.\n"
               "an editor opened by 'git commit'. Please make sure all processes\n"
               "are terminated then try again. If it still fails, a git process\n"
               "may have crashed in this repository earlier:\n"
               "remove the file manually to continue.\n") ==
        "Unable to create '/x/main.lock': File exists");
}

TEST_CASE("a git that prints nothing is described by its exit, and a long answer is cut") {
  CHECK(store::reason_of({3, "", ""}) == "git ended with 3");
  CHECK(store::reason_of({137, "", ""}) == "git was ended by signal 9");
  std::string much;
  for (int i = 0; i < 100; ++i) much += "remote: " + std::string(100, 'x') + "\n";
  CHECK(store::reason_of({1, "", much}).size() < 2000);
}

TEST_CASE("each name that was asked for has its id, or is missing, or there is no answer") {
  const std::vector<std::string> names = {"HEAD", "refs/x"};
  const auto ids = [&](const std::string& answer) {
    return store::parse_object_ids(answer, names);
  };
  CHECK(ids(is_there('a') + is_missing("refs/x")) == std::vector{id_of('a'), ""s});
  CHECK_FALSE(ids(""));
  CHECK_FALSE(ids(is_there('a')));
  CHECK_FALSE(ids(is_there('a') + "refs/x miss"));
  CHECK_FALSE(ids(is_there('a') + "refs/y missing\n"));
  CHECK_FALSE(ids(is_there('a') + is_there('b') + is_there('c')));
  CHECK_FALSE(ids(is_there('a') + "abc commit 7\n"));
}

TEST_CASE("an object is whole and of the kind that was asked for, or nothing") {
  const std::string whole = object_is("blob", "a\nb");
  CHECK(store::parse_object(whole, "blob") == "a\nb");
  CHECK(store::parse_object(object_is("blob", ""), "blob") == "");
  CHECK_FALSE(store::parse_object(whole, "tree"));
  CHECK_FALSE(store::parse_object("HEAD missing\n", "blob"));
  CHECK_FALSE(store::parse_object(id_of('a') + " blob x\nx\n", "blob"));
  CHECK_FALSE(store::parse_object(id_of('a') + " blob \n\n", "blob"));
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_FALSE(store::parse_object(whole.substr(0, size), "blob"));
}

TEST_CASE("a tree is read as it is written, of either kind of id, or not at all") {
  const std::string bytes = tree_of({{"40000 vim", 'a'}, {"100755 x y", 'b'}, {"160000 sub", 'c'}});
  const auto tree = store::parse_tree(bytes, 20);
  REQUIRE(tree);
  CHECK(*tree == store::Tree{{"40000", id_of('a'), "vim"},
                             {"100755", id_of('b'), "x y"},
                             {"160000", id_of('c'), "sub"}});
  CHECK(store::mktree_input(*tree) == "40000 tree " + id_of('a') + "\tvim\0"s + "100755 blob " +
                                          id_of('b') + "\tx y\0"s + "160000 commit " + id_of('c') +
                                          "\tsub\0"s);
  CHECK(store::parse_tree("100644 x\0"s + std::string(32, '\1'), 32)->front().id.size() == 64);
  CHECK(store::parse_tree("", 20)->empty());
  for (const std::size_t less : {1UL, 10UL, 20UL, 25UL})
    CHECK_FALSE(store::parse_tree(std::string_view(bytes).substr(0, bytes.size() - less), 20));
}

TEST_CASE("settings are those of the whole list, the last of each name") {
  const auto settings =
      store::parse_settings("core.bare\nfalse\0a.b\none\0a.b\ntwo\nthree\0c.d\0"s);
  REQUIRE(settings);
  CHECK(settings->at("a.b") == "two\nthree");
  CHECK(settings->at("c.d") == "true");
  CHECK_FALSE(store::parse_settings(""));
  CHECK_FALSE(store::parse_settings("core.bare\nfal"));
}

TEST_CASE("attributes are all there, or none is") {
  CHECK(store::parse_attributes(attributes_are("union", "unset"), 2) ==
        std::vector{"union"s, "unset"s});
  CHECK_FALSE(store::parse_attributes("", 2));
  CHECK_FALSE(store::parse_attributes(attributes_are("union", "unset"), 1));
  CHECK_FALSE(store::parse_attributes("x\0merge\0union\0x\0filter"s, 2));
}

TEST_CASE("a push has moved the branch, was refused, or says nothing of it") {
  for (const char flag : {' ', '+', '*', '='}) {
    const auto done =
        store::parse_push("To x\n"s + flag + "\tabc:refs/heads/main\t1..2\nDone\n", "main");
    CHECK(done.is_updated);
    CHECK(done.refusal.empty());
  }
  const auto refused = store::parse_push("To x\n!\ta:refs/heads/main\t[rejected] (x)\n", "main");
  CHECK_FALSE(refused.is_updated);
  CHECK(refused.refusal == "[rejected] (x)");
  for (const char* other : {"", "Done\n", "*\ta:refs/heads/domain\tx\n", "*\ta:refs/tags/main\tx\n",
                            "words of a hook\t:refs/heads/main\tx\n", "*\ta:refs/heads/main"})
    CHECK_FALSE(store::parse_push(other, "main").is_updated);
}

}  // namespace connect::git_answers_test
