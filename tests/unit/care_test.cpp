// doctor and forget: checking, repairing and erasing when the disk refuses, when there is no folder
// for backups, and when the ledger changes meanwhile.
#include <doctest/doctest.h>

#include <functional>
#include <utility>

#include "domain/text/name_folding.hpp"
#include "store/reading/ledger_file.hpp"
#include "store/upkeep/checkup.hpp"
#include "store/upkeep/erasure.hpp"
#include "store/upkeep/mend.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_programs.hpp"

namespace connect::care_test {

using namespace test;
using testing::MemoryFiles;
using testing::MemoryPrograms;
using testing::Trouble;

namespace {

const std::string ledger = "/data/connect/ledger.jsonl";
const std::string journal = "/state/connect/journal.jsonl";
const std::string rejected = "/data/connect/ledger.rejected.jsonl";

Facts at_home() {
  Facts facts;
  facts.now = *instant_from_rfc3339("2026-11-23T22:14:05+01:00");
  facts.data_home = "/data";
  facts.state_home = "/state";
  facts.cache_home = "/cache";
  return facts;
}

/// The first line of the journal.
std::string heading() {
  MemoryFiles files;
  return store::journal_place(files, at_home(), ledger).heading + "\n";
}

std::string line(std::size_t id, Body body = logged("2026-11-23")) {
  return store::encode(record(id, static_cast<int>(id), std::move(body))) + "\n";
}

store::Checkup examined(MemoryFiles& files, const Facts& facts = at_home()) {
  auto found = store::examine(files, facts, ledger, day("2026-11-23"));
  REQUIRE(found);
  return *std::move(found);
}

std::vector<std::string> kinds(const store::Checkup& checkup) {
  std::vector<std::string> out;
  for (const Finding& finding : checkup.findings) out.push_back(finding.kind);
  return out;
}

using Kinds = std::vector<std::string>;

/// The body of a record that is forgotten.
Amended tombstone(std::size_t ref) {
  Amended body = amended(ref, removal());
  body.undo = body.forgotten = true;
  return body;
}

}  // namespace

TEST_CASE("without homes for state and caches there is only the ledger to look over") {
  MemoryFiles files;
  files.contents[ledger] = line(1);
  Facts facts = at_home();
  facts.state_home.clear();
  facts.cache_home.clear();
  CHECK(kinds(examined(files, facts)).empty());
  CHECK(store::caches(files, facts).empty());
}

TEST_CASE("a ledger that is gone or empty is missed by what is left of it") {
  MemoryFiles files;
  CHECK(kinds(examined(files)).empty());
  files.contents["/state/connect/backups/ledger-20261122T120000.jsonl"] = line(1);
  CHECK(examined(files).findings.at(0).message.starts_with("the ledger is gone, but "));
  files.contents[ledger] = "";
  CHECK(examined(files).findings.at(0).message.starts_with("the ledger is empty, but "));
}

TEST_CASE("a ledger that another command makes just now is not called gone") {
  MemoryFiles files;
  MemoryPrograms programs(files);
  const Facts facts = at_home();
  CHECK(run({"log", "thank", "@Maya"}, facts, files, programs).code == 0);
  const std::string made = std::exchange(files.contents[ledger], {});
  files.contents.erase(ledger);
  files.meanwhile = [&](const std::string& path) {
    if (path == journal) files.contents[ledger] = made;
  };
  CHECK(run({"streak"}, facts, files, programs).err.empty());
}

TEST_CASE("only what a replacement leaves behind is a leftover, and only caches are looked into") {
  MemoryFiles files;
  files.contents[ledger] = line(1);
  for (const char* name : {".connect-abc", "x.connect-abcdefg", "connect", "x.connect-abcdef"})
    files.contents[std::string("/data/connect/") + name] = "";
  files.contents["/cache/connect/notes.txt"] = "mine";
  files.contents["/cache/connect/0.older"] = "no older days";
  files.contents["/cache/connect/0.summary"] = "no summary";
  files.contents["/cache/connect/0.index"] = "of an earlier version, and damaged";
  const auto checkup = examined(files);
  CHECK(kinds(checkup) == Kinds{"leftover", "cache", "cache", "cache"});
  CHECK(checkup.debris.at(0) == "/data/connect/x.connect-abcdef");
}

TEST_CASE("a folder is no leftover, though it is called like one") {
  MemoryFiles files;
  const std::string path = "/x.connect-abcdef/ledger.jsonl";
  files.contents[path] = line(1);
  const auto found = store::examine(files, at_home(), path, day("2026-11-23"));
  REQUIRE(found);
  CHECK(found->debris.empty());
}

TEST_CASE("an empty ledger is filled from the journal without a backup of nothing") {
  MemoryFiles files;
  files.contents[ledger] = "";
  files.contents[journal] = heading() + line(3);
  Mended mended;
  REQUIRE(store::mend(mended, files, at_home(), examined(files)));
  CHECK(mended.backup.empty());
  CHECK(files.contents[ledger] == line(3));
}

TEST_CASE("a cache that cannot be read is not called unsound") {
  MemoryFiles files;
  files.contents["/cache/connect/0.summary"] = "no summary";
  files.trouble = Trouble::unreadable;
  CHECK(kinds(examined(files)).empty());
  files.contents[ledger] = line(1);
  CHECK_FALSE(store::examine(files, at_home(), ledger, day("2026-11-23")));
}

TEST_CASE("each line is named for what is odd about it, and the same line twice is not odd") {
  const auto found = [](const std::string& text) {
    MemoryFiles files;
    files.contents[ledger] = text;
    return kinds(examined(files));
  };
  CHECK(found(line(1) + line(1)).empty());
  CHECK(found(line(1) + line(1, logged("2026-11-22"))) == Kinds{"same-id"});
  CHECK(found(line(1, logged("2026-11-26"))) == Kinds{"future"});
  CHECK(found(line(1, logged("2026-11-25"))).empty());
  CHECK(found(line(1, amended(2, removal()))) == Kinds{"waiting"});
  CHECK(found(line(2) + line(1, amended(2, removal()))).empty());
  CHECK(found(line(2) + line(1, tombstone(2))) == Kinds{"returned"});
  CHECK(found(line(1, tombstone(2))).empty());
  CHECK(found("\xef\xbb\xbf" + line(1) + " " + line(2)) == Kinds{"padding"});
  CHECK(found(line(1) + "{\"a\":1}\n") == Kinds{"bad-line"});
  CHECK(found(line(1) + "{\"v\":1,\"id\":\n" + line(2)) == Kinds{"bad-line"});
  CHECK(found(line(1) + "Dear diary") == Kinds{"torn"});
  CHECK(found(line(1) + "{\"v\":1,\"id\":") == Kinds{"torn"});
  CHECK(found("Dear diary") == Kinds{"no-ledger"});
  CHECK(found(R"({"v":2,"id":"a","op":"log","at":"2026-11-23T09:00:00Z"})"
              "\n"
              R"({"v":1,"id":"b","op":"hum","at":"2036-11-23T09:00:00Z"})"
              "\n") == Kinds{"newer", "unknown"});
}

TEST_CASE("a ledger is mended without a home for backups, beside itself") {
  MemoryFiles files;
  files.contents[ledger] = line(1) + "not json\n";
  Facts facts = at_home();
  facts.state_home.clear();
  Mended mended;
  REQUIRE(store::mend(mended, files, facts, examined(files, facts)));
  CHECK(mended.backup == ledger + ".backup");
  CHECK(files.contents[ledger] == line(1));
  CHECK(files.contents[rejected] == "not json\n");
}

TEST_CASE("a file that is no ledger is left alone") {
  MemoryFiles files;
  files.contents[ledger] = "Dear diary,\n";
  Mended mended;
  REQUIRE(store::mend(mended, files, at_home(), examined(files)));
  CHECK(mended.steps.empty());
  CHECK(files.contents[ledger] == "Dear diary,\n");
}

TEST_CASE("what the ledger became between the look and the mending is what is mended") {
  struct Change {
    std::string before;
    std::string meanwhile;
    std::string after;
  };
  const std::vector<Change> changes = {
      {line(1) + "not json\n", line(1), line(1)},                  // somebody else mended it
      {line(1) + "not json\n", "Dear diary,\n", "Dear diary,\n"},  // and that is no ledger
      {line(1) + "not json\n", "{\"a\n" + line(2), line(2)},
      {"", line(3), line(3)},  // what the journal would have brought back
  };
  for (const Change& change : changes) {
    CAPTURE(change.meanwhile);
    MemoryFiles files;
    files.contents[ledger] = change.before;
    if (change.before.empty()) files.contents[journal] = heading() + line(3);
    const auto checkup = examined(files);
    files.contents[ledger] = change.meanwhile;
    Mended mended;
    REQUIRE(store::mend(mended, files, at_home(), checkup));
    CHECK(files.contents[ledger] == change.after);
  }
}

TEST_CASE("a line is rejected once, however often the mending has to begin anew") {
  MemoryFiles files;
  files.contents[ledger] = line(1) + "not json\n";
  files.contents[rejected] = "older";
  files.spoil = [&](std::string& bytes) {
    if (bytes == line(1)) bytes += "?";  // the disk does not keep the ledger
  };
  Mended mended;
  CHECK_FALSE(store::mend(mended, files, at_home(), examined(files)));
  CHECK(files.contents[rejected] == "older\nnot json\n");
  CHECK(files.contents[ledger] == line(1) + "not json\n");
  files.spoil = {};
  mended = {};
  REQUIRE(store::mend(mended, files, at_home(), examined(files)));
  CHECK(files.contents[rejected] == "older\nnot json\n");
}

TEST_CASE("whatever the disk refuses, mending says so and loses nothing") {
  const std::string odd = line(1) + "not json\n" + line(2, tombstone(1));
  struct Refusal {
    std::function<void(MemoryFiles&)> prepare;
    std::string text;
  };
  const std::vector<Refusal> refusals = {
      {[](MemoryFiles& files) { files.loose.insert(ledger); }, line(1)},
      {[](MemoryFiles&) {}, odd},
      {[](MemoryFiles&) {}, line(1) + line(2, tombstone(1))},
      {[](MemoryFiles& files) { files.contents["/data/connect/x.connect-abcdef"] = ""; }, line(1)},
  };
  for (const Refusal& refusal : refusals) {
    MemoryFiles files;
    files.contents[ledger] = refusal.text;
    refusal.prepare(files);
    const auto checkup = examined(files);
    files.trouble = Trouble::disk_full;
    const auto before = files.contents;
    Mended mended;
    CHECK_FALSE(store::mend(mended, files, at_home(), checkup));
    CHECK(files.contents == before);
  }
}

TEST_CASE("erasing ends at the first file that the disk refuses, and the ledger comes last") {
  MemoryFiles files;
  Logged with_maya = logged("2026-11-23", Act::thank, {"Maya"});
  files.contents[ledger] = line(1, with_maya);
  files.contents[journal] = line(1, with_maya);
  files.contents["/data/connect/ledger.sync-conflict-1.jsonl"] = line(2, with_maya);
  files.contents["/state/connect/backups/ledger-1.jsonl"] = line(1, with_maya);
  files.contents["/state/connect/backups/mine.txt"] = "Maya";
  files.contents["/data/connect/x.connect-abcdef"] = "half";
  files.contents["/cache/connect/0.summary"] = "Maya";
  files.contents["/cache/connect/0.index"] = "Maya, of an earlier version";
  store::Erasure what;
  what.names = {fold_key("Maya")};
  const auto whole = files.contents;

  files.trouble = Trouble::unreadable;
  CHECK_FALSE(store::erase(files, at_home(), ledger, what, {}));
  files.trouble = Trouble::disk_full;
  CHECK_FALSE(store::erase(files, at_home(), ledger, what, {}));
  CHECK(files.contents == whole);
  store::Erasure nothing_here;
  nothing_here.ids = {id_number(9)};
  CHECK_FALSE(store::erase(files, at_home(), ledger, nothing_here, {}));  // the caches stay
  files.trouble = Trouble::none;

  what.dry_run = true;
  CHECK(store::erase(files, at_home(), ledger, what, {})->places.size() == 4);
  CHECK(files.contents == whole);
  files.trouble = Trouble::unreadable;
  CHECK_FALSE(store::erase(files, at_home(), ledger, what, {}));
  files.trouble = Trouble::none;

  what.dry_run = false;
  const auto done = store::erase(files, at_home(), ledger, what, {});
  REQUIRE(done);
  CHECK(done->records == 1);
  for (const auto& [path, bytes] : files.contents)
    CHECK((path.ends_with("mine.txt") || bytes.find("Maya") == std::string::npos));
  CHECK_FALSE(files.contents.contains("/cache/connect/0.summary"));
  CHECK_FALSE(files.contents.contains("/cache/connect/0.index"));
  CHECK_FALSE(files.contents.contains("/data/connect/x.connect-abcdef"));
}

TEST_CASE("erasing ends at whichever look at the ledger fails, and then has changed nothing") {
  MemoryFiles files;
  files.contents[ledger] = line(1, logged("2026-11-23", Act::thank, {"Maya"}));
  const auto whole = files.contents;
  store::Erasure what;
  what.names = {fold_key("Maya")};
  what.dry_run = true;
  int looks = 0, last = 0;
  files.meanwhile = [&](const std::string& path) {
    if (path == ledger && ++looks == last) files.trouble = Trouble::unreadable;
  };
  for (last = 1; last <= 3; ++last) {
    looks = 0;
    files.trouble = Trouble::none;
    CHECK_FALSE(store::erase(files, at_home(), ledger, what, {}));
    CHECK(looks == last);
  }
  CHECK(files.contents == whole);
}

TEST_CASE("erasing ends at a folder that cannot be listed, for what lies in it would stay") {
  MemoryFiles files;
  files.contents[ledger] = line(1);
  const auto whole = files.contents;
  store::Erasure what;
  what.ids = {id_number(1)};
  for (const char* folder :
       {"/data/connect", "/state/connect", "/state/connect/backups", "/cache/connect"}) {
    files.unlisted = {folder};
    CHECK_FALSE(store::erase(files, at_home(), ledger, what, {}));
    CHECK(files.contents == whole);
  }
  files.unlisted.clear();
  CHECK(store::erase(files, at_home(), ledger, what, {}));
}

TEST_CASE("erasing without homes for state and caches is erasing in the ledger") {
  MemoryFiles files;
  files.contents[ledger] = line(1) + line(2);
  store::Erasure what;
  what.ids = {id_number(1)};
  CHECK(store::erase(files, Facts{}, ledger, what, {})->records == 1);
  CHECK(files.contents[ledger] == line(2));
}

TEST_CASE("a record is found by the end of its id, a whole id before all others") {
  MemoryFiles files;
  const std::string open = R"({"v":1,"op":"log","at":"2026-11-23T09:00:00Z","day":"2026-11-23",)"
                           R"("act":"thank","id":)";
  files.contents[ledger] = open + "\"abcde\"}\n" + open + "\"xabcde\"}\n" +
                           R"({"v":1,"id":"yabcde","op":"hum","at":"2026-11-23T09:00:00Z"})" +
                           "\n" + line(1, amended(2, removal()));
  const auto ending = [&](const std::string& word) {
    return *store::ids_ending(files, {ledger}, word);
  };
  CHECK(ending("abcde") == std::vector<std::string>{"abcde"});
  CHECK(ending("cde").empty());  // too short
  CHECK(ending("bcde") == std::vector<std::string>{"abcde", "xabcde"});
  CHECK(ending(id_number(1)).empty());  // a correction is not an entry
  files.trouble = Trouble::unreadable;
  CHECK_FALSE(store::ids_ending(files, {ledger}, "abcde"));
}

TEST_CASE("the notes of a record are all that were ever said of it and are long enough to tell") {
  MemoryFiles files;
  Logged said = logged("2026-11-23");
  said.note = "what was said first";
  Changes later;
  later.note = "what was said later";
  Changes short_one;
  short_one.note = "short";
  Noticed noticed{day("2026-11-23"), {}, "what was noticed"};
  files.contents[ledger] = line(1, said) + line(2, amended(1, later)) +
                           line(3, amended(1, short_one)) + line(4, amended(1, removal())) +
                           line(5, noticed) + line(8, said);
  CHECK(*store::notes_of(files, {ledger}, {id_number(1), id_number(5)}) ==
        std::vector<std::string>{"what was noticed", "what was said first", "what was said later"});
}

}  // namespace connect::care_test
