// Where the ledger is, how lines are appended to it, and what the journal and backups hold of one
// that is gone.
#include "store/reading/ledger_file.hpp"

#include <doctest/doctest.h>

#include "store/journal/journal.hpp"
#include "store/journal/undo_history.hpp"
#include "store/reading/notes_reader.hpp"
#include "store/upkeep/mentions.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"

namespace connect::ledger_file_test {

using namespace test;
using testing::MemoryFiles;
using testing::Trouble;

namespace {

Facts at_home() {
  Facts facts;
  facts.data_home = "/data";
  facts.state_home = "/state";
  return facts;
}

const std::string usual = "/data/connect/ledger.jsonl";

}  // namespace

TEST_CASE("the ledger is the one that is named, else the one of this home, else an error") {
  Facts facts = at_home();
  CHECK(*store::ledger_path("", facts) == usual);
  facts.ledger = "/elsewhere.jsonl";
  CHECK(*store::ledger_path("", facts) == "/elsewhere.jsonl");
  CHECK(*store::ledger_path("mine.jsonl", facts) == "mine.jsonl");
  CHECK_FALSE(store::ledger_path("", Facts{}));
}

TEST_CASE("rejected lines go beside the ledger, whatever it is called") {
  CHECK(store::rejected_path("/data/ledger.jsonl") == "/data/ledger.rejected.jsonl");
  CHECK(store::rejected_path("ledger.jsonl") == "ledger.rejected.jsonl");
  CHECK(store::rejected_path("ledger") == "ledger.rejected.jsonl");
  CHECK(store::rejected_path("/my.data/ledger") == "/my.data/ledger.rejected.jsonl");
  CHECK(store::rejected_path("/data/.ledger") == "/data/.ledger.rejected.jsonl");
}

TEST_CASE("a record is not written when it would be too long, or could not be read again") {
  Logged long_one = logged("2026-11-23");
  for (int i = 0; i < 700; ++i) long_one.with.emplace_back(100, 'x');
  CHECK(store::lines_of({record(1, 0, long_one)}).error().kind == ErrorKind::usage);
  Logged far = logged("2026-11-23");
  far.day = day("9999-12-31") + 1;
  CHECK(store::lines_of({record(1, 0, far)}).error().kind == ErrorKind::not_saved);
  CHECK(store::lines_of({record(1, 0, logged("2026-11-23"))})->size() == 1);
}

TEST_CASE("notes are asked for again only where the ledger still has the entries") {
  MemoryFiles files;
  Logged said = logged("2026-11-23");
  said.note = "a word";
  files.contents[usual] = store::encode(record(1, 0, said)) + "\n";
  std::vector<EntryText> entries(1);
  entries[0].id = id_number(1);
  REQUIRE(store::add_notes(files, usual, entries));
  CHECK(entries[0].said.note == "a word");
  entries[0].id = id_number(2);
  CHECK(store::add_notes(files, usual, entries).error().kind == ErrorKind::busy);
  files.trouble = Trouble::unreadable;
  CHECK(store::add_notes(files, usual, entries).error().kind == ErrorKind::not_saved);
}

TEST_CASE("notes are found beside lines of any kind") {
  MemoryFiles files;
  Logged said = logged("2026-11-23");
  said.note = "a word";
  const std::string odd = R"({"v":1,"id":"\u0061bcdefghijklmnopqrstuvwxyz0123456","op":"log",)"
                          R"("at":"2026-11-23T09:00:00Z","day":"2026-11-23","act":"thank"})";
  const std::string two = store::encode(record(3, 0, said)) + store::encode(record(4, 0, said));
  files.contents[usual] = "{}\n" + odd + "\n" + two + "\n" + store::encode(record(1, 0, said)) +
                          "\n" + store::encode(record(2, 0, said)) + "\n";
  std::vector<EntryText> entries(1);
  for (const std::size_t id : {1U, 4U}) {
    entries[0] = {};
    entries[0].id = id_number(id);
    REQUIRE(store::add_notes(files, usual, entries));
    CHECK(entries[0].said.note == "a word");
  }
}

TEST_CASE("without a place for a journal nothing is remembered, and nothing fails") {
  MemoryFiles files;
  Facts facts = at_home();
  facts.state_home.clear();
  const std::vector lines = {store::encode(record(1, 0, logged("2026-11-23")))};
  CHECK(store::add_to_journal(files, facts, usual, lines[0], Files::Care::ordered));
  store::disown(files, facts, usual, lines, record(2, 0, logged("2026-11-23")));
  const auto nowhere = [](const std::string&) { return false; };
  CHECK(store::missing_lines(files, facts, usual, nowhere)->own.empty());
  CHECK(store::undo_history(files, {}, Ledger{})->changes.empty());
  CHECK_FALSE(store::last_logged_here(files, {}, Ledger{})->has_value());
  CHECK(files.contents.empty());
}

TEST_CASE("what is remembered of a ledger is its lines, else its newest backup, else nothing") {
  const Facts facts = at_home();
  MemoryFiles files;
  CHECK(store::remembered(files, facts, usual) == "");
  files.contents["/state/connect/backups/ledger-20261120T120000.jsonl"] = "";
  files.contents["/state/connect/backups/ledger-20261122T120000.jsonl"] = "";
  files.contents["/state/connect/backups/note.txt"] = "";
  CHECK(store::remembered(files, facts, usual) ==
        "there is a backup: /state/connect/backups/ledger-20261122T120000.jsonl");
  std::string& journal = files.contents["/state/connect/journal.jsonl"];
  journal = store::journal_place(files, facts, usual).heading + "\n" +
            store::encode(record(1, 0, logged("2026-11-23"))) + "\n";
  CHECK(store::remembered(files, facts, usual) == "this machine wrote a line to it");
  journal += store::encode(record(2, 0, logged("2026-11-23"))) + "\n";
  CHECK(store::remembered(files, facts, usual) == "this machine wrote 2 lines to it");
  CHECK(store::without_verdict("NOT SAVED: full") == "full");
  CHECK(store::without_verdict("full") == "full");
}

TEST_CASE("a name is found as a word of its own between any signs") {
  const std::vector<std::string> sam = {"sam"};
  for (const char* text :
       {"sam", "(sam)", "to Sam, of course", "é sam-é", "samu or sam", "sam: yes", "{sam}"})
    CHECK(store::mentions(text, sam));
  for (const char* text : {"", "same", "assam", "sam9", "9sam", "Zsam", "samZ", "sa m"})
    CHECK_FALSE(store::mentions(text, sam));
  CHECK_FALSE(store::mentions("sam", {}));
  CHECK_FALSE(store::mentions("sam", {""}));
  CHECK(store::mentions("和李小龍喝茶", {"李小龍"}));  // no spaces between words
}

}  // namespace connect::ledger_file_test
