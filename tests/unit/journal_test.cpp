// The safety journal: which of its records the ledger lacks, and which of those are offered back.
#include "store/journal/journal.hpp"

#include <doctest/doctest.h>

#include <set>

#include "store/format/codec.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"

namespace connect::journal_test {

using namespace test;
using testing::MemoryFiles;

namespace {

const std::string ledger = "/data/connect/ledger.jsonl";
const std::string journal = "/state/connect/journal.jsonl";

Facts at_home() {
  Facts facts;
  facts.data_home = "/data";
  facts.state_home = "/state";
  return facts;
}

Record undoing(std::size_t id, std::size_t ref, bool removed = true) {
  Amended body = amended(ref, removal(removed));
  body.undo = true;
  return record(id, static_cast<int>(id), body);
}

Record act(std::size_t id) { return record(id, static_cast<int>(id), logged("2026-11-23")); }

std::vector<std::string> missing(const std::vector<Record>& written,
                                 const std::set<std::size_t>& in_ledger) {
  MemoryFiles files;
  for (const Record& each : written)
    REQUIRE(
        store::add_to_journal(files, at_home(), ledger, store::encode(each), Files::Care::ordered));
  std::set<std::string> known;
  for (std::size_t id : in_ledger) known.insert(id_number(id));
  const auto lines = store::missing_lines(
      files, at_home(), ledger, [&](const std::string& id) { return known.contains(id); });
  std::vector<std::string> out;
  CHECK(lines->doubtful == 0);
  for (const auto& line : lines->own) out.push_back(line.record.id);
  return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("what the ledger has is not missing, and what it lacks is, oldest first") {
  CHECK(missing({act(1), act(2), act(3)}, {2}) == Ids{id_number(1), id_number(3)});
  CHECK(missing({act(1)}, {1}).empty());
}

TEST_CASE("what was taken back does not come back") {
  CHECK(missing({act(1), undoing(2, 1)}, {}).empty());
  CHECK(missing({act(1), undoing(2, 1)}, {2}).empty());
}

TEST_CASE("what was put back is offered with all that was said of it") {
  CHECK(missing({act(1), undoing(2, 1), undoing(3, 1, false)}, {}) ==
        Ids{id_number(1), id_number(2), id_number(3)});
}

TEST_CASE("an undo that never came to be saved takes nothing back") {
  CHECK(missing({act(1), undoing(2, 1), undoing(3, 2)}, {}) == Ids{id_number(1)});
}

TEST_CASE("a redo that was put back lets its record stand") {
  CHECK(missing({act(1), undoing(2, 1), undoing(3, 2), undoing(4, 3, false)}, {}) ==
        Ids{id_number(1)});
}

TEST_CASE("a correction that removes nothing takes nothing out") {
  Changes set;
  set.note = "later";
  CHECK(missing({act(1), record(2, 2, amended(1, set))}, {2}) == Ids{id_number(1)});
}

TEST_CASE("a correction of what is nowhere is not offered") {
  CHECK(missing({undoing(2, 1)}, {}).empty());
  CHECK(missing({undoing(2, 1)}, {1}) == Ids{id_number(2)});
}

TEST_CASE("a record that was disowned is not missing") {
  MemoryFiles files;
  const std::vector lines = {store::encode(act(1)), store::encode(act(3))};
  REQUIRE(store::add_to_journal(files, at_home(), ledger, lines[0] + "\n" + lines[1],
                                Files::Care::ordered));
  store::disown(files, at_home(), ledger, lines, act(5));
  const auto nowhere = [](const std::string&) { return false; };
  CHECK(store::missing_lines(files, at_home(), ledger, nowhere)->own.empty());
}

TEST_CASE("a journal begins with its heading, and an older one goes to a file of its own") {
  MemoryFiles files;
  const std::string older = store::encode(act(1)) + "\n", newer = store::encode(act(2)) + "\n";
  const auto add = [&](Files::Care care) {
    REQUIRE(store::add_to_journal(files, at_home(), ledger, store::encode(act(2)), care));
  };
  files.contents[journal] = older;
  add(Files::Care::best_effort);
  CHECK(files.contents == std::map<std::string, std::string>{{journal, older}});
  add(Files::Care::ordered);
  const std::string heading = store::journal_place(files, at_home(), ledger).heading + "\n";
  CHECK(files.contents[journal] == heading + newer);
  CHECK(files.contents["/state/connect/journal-1.0.jsonl"] == older);
  add(Files::Care::best_effort);
  CHECK(files.contents[journal] == heading + newer + newer);
  files.contents.clear();
  add(Files::Care::best_effort);
  CHECK(files.contents[journal] == heading + newer);
}

TEST_CASE("an older journal that cannot be moved away is not added to") {
  MemoryFiles files;
  files.contents[journal] = store::encode(act(1)) + "\n";
  files.trouble = connect::testing::Trouble::disk_full;
  CHECK_FALSE(store::add_to_journal(files, at_home(), ledger, "x", Files::Care::ordered));
}

TEST_CASE("lines of an older journal are doubtful unless another ledger has them") {
  MemoryFiles files;
  files.contents[journal] = store::encode(act(1)) + "\n" + store::encode(act(2)) + "\n";
  const auto nowhere = [](const std::string&) { return false; };
  auto missing = *store::missing_lines(files, at_home(), ledger, nowhere);
  CHECK(missing.own.empty());
  CHECK(missing.doubtful == 2);
  CHECK(store::remembered(files, at_home(), ledger) ==
        "an earlier safety journal has 2 records that may belong to it");
  Facts other = at_home();
  other.home = "/home/ana";
  files.contents["/home/ana/.local/share/connect/ledger.jsonl"] = store::encode(act(1)) + "\n";
  missing = *store::missing_lines(files, other, ledger, nowhere);
  CHECK(missing.doubtful == 1);
}

}  // namespace connect::journal_test
