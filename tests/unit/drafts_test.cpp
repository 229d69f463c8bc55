// Notes written in an editor, through the whole program: whatever happens to the entry, the text is
// in the ledger or in a file that the message names. Also paths that begin with ~/.
#include "store/journal/drafts.hpp"

#include <doctest/doctest.h>

#include "connect/app.hpp"
#include "support/memory_programs.hpp"

namespace connect::drafts_test {

using testing::MemoryFiles;
using testing::MemoryPrograms;
using testing::Trouble;

namespace {

const std::string draft = "/state/connect/drafts/note-ABCDEF.txt";
const std::string ledger = "/data/connect/ledger.jsonl";

struct Desk {
  Desk() {
    facts.now = *instant_from_rfc3339("2026-11-23T22:14:05+01:00");
    facts.offset_at = [](Day, int) { return 60; };
    facts.home = "/home/ana";
    facts.folder = "/home/ana";
    facts.data_home = "/data";
    facts.state_home = "/state";
    facts.cache_home = "/cache";
    programs.editor = [this](std::string_view) {
      ++edits;
      return words;
    };
  }

  Outcome run(const std::vector<std::string>& line) {
    ++facts.random[15];
    ++facts.now.seconds;
    return connect::run(line, facts, files, programs);
  }
  bool knows(const std::string& path) const { return files.contents.contains(path); }
  bool is_saved(const std::string& text) const {
    const auto found = files.contents.find(ledger);
    return found != files.contents.end() && found->second.find(text) != std::string::npos;
  }

  MemoryFiles files;
  MemoryPrograms programs{files};
  Facts facts;
  std::string words = "the words\n";
  int edits = 0;
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("words that are saved are in no other file, whatever the editor put beside them") {
  Desk desk;
  desk.files.contents["/state/connect/drafts/note-ABCDEF.txt~"] = "the wo";
  desk.files.contents["/state/connect/drafts/.note-ABCDEF.txt.swp"] = "the words";
  desk.files.contents["/state/connect/drafts/note-OTHERS.txt"] = "of another shell";
  CHECK(desk.run({"log", "thank", "@Maya", "-e"}).code == 0);
  CHECK(desk.is_saved("the words"));
  CHECK(*desk.files.list("/state/connect/drafts") == std::vector<std::string>{"note-OTHERS.txt"});
  CHECK(desk.run({"amend", "last", "-e"}).code == 0);
  CHECK_FALSE(desk.knows(draft));
}

TEST_CASE("words that cannot be saved are kept, and the error says where") {
  Desk desk;
  desk.run({"log", "thank", "--id", "one"});
  for (const std::vector<std::string>& line :
       std::vector<std::vector<std::string>>{{"log", "thank", "-e"}, {"amend", "one", "-e"}}) {
    for (const Trouble trouble : {Trouble::busy, Trouble::disk_full, Trouble::read_only}) {
      desk.files.trouble = trouble;
      const Outcome outcome = desk.run(line);
      desk.files.trouble = Trouble::none;
      CHECK(outcome.code >= 4);
      CHECK(holds(outcome.err, "your note is in " + draft +
                                   ": correct it if necessary, run the same command with -m - < " +
                                   draft));
      CHECK(desk.files.contents.at(draft) == "the words\n");
      CHECK_FALSE(holds(outcome.err, "the words\n"));
      desk.files.contents.erase(draft);
    }
  }
  desk.words = std::string(9000, 'x');
  const Outcome outcome = desk.run({"log", "thank", "-e", "--json"});
  CHECK(outcome.code == 2);
  CHECK(holds(outcome.out, draft));
  CHECK(desk.files.contents.at(draft).size() == 9000);
}

TEST_CASE("no editor opens for an entry that is saved already, and a dry run keeps nothing") {
  Desk desk;
  CHECK(desk.run({"log", "thank", "--id", "one"}).code == 0);
  desk.run({"log", "thank", "--id", "one", "-e"});
  CHECK(desk.edits == 0);
  CHECK(desk.run({"log", "thank", "-e", "-n"}).code == 0);
  CHECK(desk.edits == 1);
  CHECK_FALSE(desk.knows(draft));
}

TEST_CASE("doctor names words that were not saved, also where connect 1.0 left them") {
  Desk desk;
  desk.run({"log", "thank"});
  CHECK(desk.run({"doctor"}).code == 0);
  desk.files.contents[draft] = " \n";  // an editor that was only opened
  desk.files.contents["/tmp/other-note-X.txt"] = "of somebody else";
  CHECK(desk.run({"doctor"}).code == 0);
  for (const std::string& path : {draft, std::string("/tmp/connect-note-AbCdEf.txt"),
                                  std::string("/run/user/1/connect-note-AbCdEf.txt")}) {
    desk.facts.runtime_home = "/run/user/1";
    desk.files.contents[path] = "the words";
    const Outcome found = desk.run({"doctor", "--json"});
    CHECK(found.code == 1);
    CHECK(holds(found.out, path));
    CHECK_FALSE(holds(found.out, "the words"));
    CHECK(desk.run({"doctor", "--fix"}).code == 1);  // words are never thrown away unasked
    CHECK(desk.files.contents.at(path) == "the words");
    desk.files.contents.erase(path);
  }
}

TEST_CASE("what is forgotten is forgotten in drafts, too, and the others stay") {
  Desk desk;
  const std::string other = "/state/connect/drafts/note-OTHERS.txt";
  desk.run({"log", "thank", "@Maya", "-m", "a secret of hers"});
  desk.files.contents[draft] = "first line\na secret of hers\n";
  desk.files.contents["/tmp/connect-note-AbCdEf.txt"] = "Maya was here";
  desk.files.contents[other] = "about somebody else";
  CHECK(desk.run({"forget", "--person", "Maya", "--dry-run"}).code == 0);
  CHECK(desk.knows(draft));
  const Outcome done = desk.run({"forget", "--person", "Maya"});
  CHECK(done.code == 0);
  CHECK(holds(done.out, draft));
  CHECK_FALSE(desk.knows(draft));
  CHECK_FALSE(desk.knows("/tmp/connect-note-AbCdEf.txt"));
  CHECK(desk.knows(other));
}

TEST_CASE("a path of words that begins with ~/ is below the home folder") {
  Desk desk;
  CHECK(desk.run({"log", "thank", "@Maya", "--ledger=~/other.jsonl"}).code == 0);
  CHECK(desk.knows("/home/ana/other.jsonl"));
  CHECK(desk.run({"export", "--format", "ndjson", "-o", "~/copy.jsonl",
                  "--ledger=/home/ana/other.jsonl"})
            .code == 0);
  CHECK(desk.knows("/home/ana/copy.jsonl"));
  CHECK(desk.run({"import", "ndjson", "~/copy.jsonl"}).code == 0);
  CHECK(desk.is_saved("Maya"));
  CHECK(desk.run({"merge", "~/other.jsonl"}).code == 0);
  CHECK(desk.run({"report", "-o", "~/report.txt"}).code == 0);
  CHECK(desk.knows("/home/ana/report.txt"));
}

TEST_CASE("-o - is standard output") {
  Desk desk;
  CHECK(desk.run({"log", "thank", "@Maya"}).code == 0);
  const Outcome exported = desk.run({"export", "--format", "ndjson", "-o", "-"});
  CHECK(holds(exported.out, "Maya"));
  CHECK(exported.out == desk.run({"export", "--format", "ndjson"}).out);
  CHECK(holds(desk.run({"report", "all", "--format", "svg", "--output=-"}).out, "<svg"));
  CHECK_FALSE(desk.knows("-"));
}

}  // namespace connect::drafts_test
