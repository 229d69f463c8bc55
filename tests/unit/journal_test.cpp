#include "store/journal.hpp"

#include <doctest/doctest.h>

#include <set>

#include "store/codec.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"

using namespace connect;
using namespace connect::test;
using connect::testing::MemoryFiles;

namespace {

const std::string journal = "/state/connect/journal.jsonl";

Record undoing(std::size_t id, std::size_t ref, bool removed = true) {
  Amended body = amended(ref, removal(removed));
  body.undo = true;
  return record(id, static_cast<int>(id), body);
}

Record act(std::size_t id) { return record(id, static_cast<int>(id), logged("2026-11-23")); }

std::vector<std::string> missing(const std::vector<Record>& written,
                                 const std::set<std::size_t>& in_ledger) {
  MemoryFiles files;
  for (const Record& each : written) files.contents[journal] += store::encode(each) + "\n";
  std::set<std::string> known;
  for (std::size_t id : in_ledger) known.insert(id_number(id));
  const auto lines = store::missing_lines(
      files, journal, [&](const std::string& id) { return known.contains(id); });
  std::vector<std::string> out;
  for (const auto& line : *lines) out.push_back(line.record.id);
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
  REQUIRE(store::keep_first(files, journal, lines));
  store::disown(files, journal, lines, act(5));
  CHECK(store::missing_lines(files, journal, [](const std::string&) { return false; })->empty());
}
