// Which files in the state folder belong to a ledger: journals and backups.
#include "store/journal/places.hpp"

#include <doctest/doctest.h>

#include "domain/ledger/id.hpp"
#include "store/format/codec.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"

namespace connect::places_test {

using namespace test;
using testing::MemoryFiles;
using Paths = std::vector<std::string>;

namespace {

const std::string usual = "/home/ana/.local/share/connect/ledger.jsonl";
const std::string work = "/home/ana/work/connect/ledger.jsonl";
const std::string journal = "/state/connect/journal.jsonl";
const std::string backups = "/state/connect/backups/";

Facts at_home(const std::string& data_home = "/home/ana/.local/share") {
  Facts facts;
  facts.folder = "/home/ana";
  facts.home = "/home/ana";
  facts.data_home = data_home;
  facts.state_home = "/state";
  return facts;
}

Facts at_work() { return at_home("/home/ana/work"); }

std::string hash_named(const std::string& path, const std::string& folder = "/state/connect/") {
  return folder + "journal-" + hex_of(hash_of(path)) + ".jsonl";
}

std::string line(std::size_t id) {
  return store::encode(record(id, static_cast<int>(id), logged("2026-11-23"))) + "\n";
}

std::string journal_path(MemoryFiles& files, const Facts& facts, const std::string& ledger) {
  return store::journal_place(files, facts, ledger).path;
}

}  // namespace

TEST_CASE("the ledger in its usual place has the plain names, every other one its hash") {
  MemoryFiles files;
  CHECK(journal_path(files, at_home(), usual) == journal);
  CHECK(journal_path(files, at_work(), usual) == journal);
  CHECK(journal_path(files, at_work(), work) == hash_named(work));
  CHECK(journal_path(files, at_home(), "/work.jsonl") == hash_named("/work.jsonl"));
  CHECK(store::backup_prefix(files, at_work(), usual) == "ledger-");
  CHECK(store::backup_prefix(files, at_work(), work) == "ledger-" + hex_of(hash_of(work)) + "-");
  Facts homeless = at_home();
  homeless.home.clear();
  CHECK(journal_path(files, homeless, usual) == journal);
  CHECK(journal_path(files, Facts{}, usual).empty());
  CHECK(store::backup_folder(Facts{}).empty());
  CHECK(store::backups_of(files, Facts{}, usual).empty());
  CHECK(store::journals_of(files, Facts{}, usual).all().empty());
}

TEST_CASE("a ledger has one journal by every name") {
  MemoryFiles files;
  files.links["/home/ana/link.jsonl"] = "/cloud/ledger.jsonl";
  files.links[usual] = "/cloud/ledger.jsonl";
  const std::string own = hash_named("/cloud/ledger.jsonl");
  for (const char* name : {"/cloud/ledger.jsonl", "/home/ana/link.jsonl", "link.jsonl",
                           "/cloud/../cloud/ledger.jsonl"})
    CHECK(journal_path(files, at_home(), name) == own);
  CHECK(journal_path(files, at_home(), usual) == own);
}

TEST_CASE("a journal without its heading is an older one, and may be another ledger's") {
  MemoryFiles files;
  files.contents[journal] = line(1);
  const auto home = store::journals_of(files, at_home(), usual);
  CHECK(home.older == Paths{journal});
  CHECK(home.own.empty());
  CHECK(store::journals_of(files, at_work(), work).all() == Paths{journal});
  CHECK(store::journals_of(files, at_work(), "/other.jsonl").all().empty());
  files.contents[journal] = store::journal_place(files, at_home(), usual).heading + "\n" + line(1);
  CHECK(store::journals_of(files, at_home(), usual).own == Paths{journal});
  CHECK(store::journals_of(files, at_work(), work).all().empty());
  files.contents["/state/connect/journal-1.0.jsonl"] = line(2);
  files.contents["/state/connect/journal-1.0.jsonl.2"] = line(3);
  CHECK(store::journals_of(files, at_home(), usual).all() ==
        Paths{"/state/connect/journal-1.0.jsonl", "/state/connect/journal-1.0.jsonl.2", journal});
  CHECK(store::journals_of(files, at_work(), work).older.size() == 2);
}

TEST_CASE("the journals of a ledger's former names are read as well") {
  MemoryFiles files;
  files.contents[journal] = store::journal_place(files, at_home(), usual).heading + "\n" + line(1);
  files.links[usual] = "/cloud/ledger.jsonl";
  files.links["/home/ana/link.jsonl"] = "/cloud/ledger.jsonl";
  const std::string own = hash_named("/cloud/ledger.jsonl");
  const std::string by_link = hash_named("/home/ana/link.jsonl");
  files.contents[own] = files.contents[by_link] = line(2);
  CHECK(store::journals_of(files, at_home(), usual).all() == Paths{journal, own});
  CHECK(store::journals_of(files, at_home(), "/cloud/ledger.jsonl").all() == Paths{journal, own});
  CHECK(store::journals_of(files, at_home(), "link.jsonl").all() == Paths{by_link, journal, own});
}

TEST_CASE("a backup belongs to the ledger of its name") {
  MemoryFiles files;
  const std::string mine = backups + "ledger-20261123T120000.jsonl";
  const std::string theirs = backups + "ledger-" + hex_of(hash_of(work)) + "-20261123T120000.jsonl";
  files.contents[mine] = files.contents[theirs] = line(1);
  files.contents[backups + "notes.txt"] = line(1);
  CHECK(store::backups_of(files, at_home(), usual) == Paths{mine});
  CHECK(store::backups_of(files, at_home(), work) == Paths{theirs});
  CHECK(store::backups_of(files, at_home(), "/other.jsonl").empty());
}

TEST_CASE("where ledgers may have shared a name, a backup belongs to the one whose lines it has") {
  MemoryFiles files;
  const std::string backup = backups + "ledger-20261123T120000.jsonl";
  files.contents[backup] = line(1) + line(2);
  CHECK(store::backups_of(files, at_work(), work).empty());
  files.contents[work] = line(2) + line(3);
  files.contents[usual] = line(4);
  CHECK(store::backups_of(files, at_work(), work) == Paths{backup});
  CHECK(store::backups_of(files, at_home(), usual).empty());
  files.contents.erase(work);
  files.contents[hash_named(work)] = line(1);
  CHECK(store::backups_of(files, at_work(), work) == Paths{backup});
}

}  // namespace connect::places_test
