// The undo history in a safety journal: which lines are one change, which change undo takes back,
// and which entry this machine logged last.
#include "store/journal/undo_history.hpp"

#include <doctest/doctest.h>

#include "domain/ledger/fold.hpp"
#include "store/format/codec.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"

namespace connect::undo_history_test {

using namespace test;
using store::Origin;
using testing::MemoryFiles;
using Ids = std::vector<std::string>;

namespace {

Record act(std::size_t id) { return record(id, static_cast<int>(id), logged("2026-11-23")); }

Record undoing(std::size_t id, std::size_t ref) {
  Amended body = amended(ref, removal());
  body.undo = true;
  return record(id, static_cast<int>(id), body);
}

std::string group(const std::vector<Record>& records, Origin origin = Origin::here) {
  Ids lines;
  for (const Record& each : records) lines.push_back(store::encode(each));
  return store::journal_text(lines, origin) + "\n";
}

/// A ledger with the entries 1 to 9, and journals.
class Desk {
 public:
  explicit Desk(std::string journal) { files_.contents["/journal"] = std::move(journal); }

  Desk& with(const Record& record) {
    more_.push_back(record);
    return *this;
  }

  store::UndoHistory history() {
    return *store::undo_history(files_, {"/older", "/journal"}, ledger());
  }

  /// What each change consists of, oldest first.
  std::vector<Ids> changes() {
    std::vector<Ids> out;
    for (const auto& change : history().changes) {
      out.emplace_back();
      for (const Record& record : change.records) out.back().push_back(record.id);
    }
    return out;
  }

  std::string last() {
    const auto id = *store::last_logged_here(files_, {"/older", "/journal"}, ledger());
    return id ? uuid_text(*id) : "";
  }

  MemoryFiles& files() { return files_; }

 private:
  Ledger ledger() const {
    Fold fold;
    for (std::size_t id = 1; id < 10; ++id)
      if (id != 6) fold.add(act(id));
    for (const Record& record : more_) fold.add(record);
    return std::move(fold).settled();
  }

  MemoryFiles files_;
  std::vector<Record> more_;
};

Ids ids(const std::vector<std::size_t>& numbers) {
  Ids out;
  for (const std::size_t number : numbers) out.push_back(id_number(number));
  return out;
}

}  // namespace

TEST_CASE("a group is one change, and every other line is one by itself") {
  Desk desk(group({act(1)}) + group({act(2), act(3)}) + group({act(4)}));
  CHECK(desk.changes() == std::vector<Ids>{ids({1}), ids({2, 3}), ids({4})});
}

TEST_CASE("a group cut off at any byte takes no later line with it") {
  const std::string whole = group({act(1), act(2), act(3)});
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    INFO("cut at ", size);
    const std::string cut = whole.substr(0, size);
    const std::string between = cut.empty() || cut.ends_with('\n') ? "" : "\n";
    Desk single(cut + between + group({act(4)}) + group({act(5)}));
    const auto changes = single.changes();
    REQUIRE(changes.size() >= 2);
    CHECK(changes.back() == ids({5}));
    CHECK(changes[changes.size() - 2] == ids({4}));
    Desk again(cut + between + group({act(4)}) + whole + group({act(5)}));
    const auto later = again.changes();
    CHECK(std::vector(later.end() - 3, later.end()) ==
          std::vector<Ids>{ids({4}), ids({1, 2, 3}), ids({5})});
    CHECK(later.size() == 3);
  }
}

TEST_CASE("a suggestion is a change if it was imported, not if it was shown") {
  Prompted body;
  body.day = day("2026-11-20");
  body.suggestion = "thank-01";
  const Record shown = record(6, 6, body);
  const Record imported = record(10, 6, body);
  Desk shown_alone(store::encode(shown) + "\n" + group({act(1)}));
  CHECK(shown_alone.with(shown).changes() == std::vector<Ids>{ids({1})});
  Desk one(group({imported}) + group({act(1)}));
  CHECK(one.with(imported).changes() == std::vector<Ids>{ids({10}), ids({1})});
  Desk among_others(group({act(1), imported, act(2)}));
  CHECK(among_others.with(imported).changes() == std::vector<Ids>{ids({1, 10, 2})});
}

TEST_CASE("a day of the experiment is a change if it was imported, not if it was recorded") {
  const Record trial = record(6, 6, Trial{day("2026-11-20"), true, 1.0 / 3});
  Desk recorded(store::encode(trial) + "\n" + group({act(1)}));
  CHECK(recorded.with(trial).changes() == std::vector<Ids>{ids({1})});
  Desk imported(group({trial}) + group({act(1)}));
  CHECK(imported.with(trial).changes() == std::vector<Ids>{ids({6}), ids({1})});
}

TEST_CASE("a group of connect 1.0.0 is closed by its last line, and torn without it") {
  const std::string marker = R"({"v":1,"id":")" + id_number(3) +
                             R"(","op":"together","at":"2026-11-23T12:00:00Z"})"
                             "\n";
  Desk whole(marker + group({act(1)}) + group({act(3)}) + group({act(4)}));
  CHECK(whole.changes() == std::vector<Ids>{ids({1, 3}), ids({4})});
  Desk torn(marker + group({act(1)}) + group({act(2)}) + group({act(4)}));
  CHECK(torn.changes() == std::vector<Ids>{ids({1}), ids({2}), ids({4})});
}

TEST_CASE("an unreadable line within a group tears it") {
  const std::string whole = group({act(1), act(2)});
  const auto place = whole.rfind("\n", whole.size() - 2) + 1;
  Desk desk(whole.substr(0, place) + "oops\n" + whole.substr(place));
  CHECK(desk.changes() == std::vector<Ids>{ids({1}), ids({2})});
}

TEST_CASE("a merge is one change, and what came from elsewhere is none") {
  Desk desk(group({act(1)}) + group({act(2), act(3)}, Origin::merge) +
            group({act(4)}, Origin::elsewhere));
  CHECK(desk.changes() == std::vector<Ids>{ids({1}), ids({2, 3})});
  const auto history = desk.history();
  CHECK(history.to_undo()->origin == Origin::merge);
  CHECK(history.passes_over_sync(history.to_undo()));
  CHECK_FALSE(history.passes_over_sync(history.changes.data()));
  CHECK(desk.last() == id_number(1));
}

TEST_CASE("a merge of a single line is known as one") {
  Desk desk(group({act(1)}, Origin::merge));
  CHECK(desk.history().changes.at(0).origin == Origin::merge);
}

TEST_CASE("only what came from elsewhere later is passed over") {
  Desk before(group({act(4)}, Origin::elsewhere) + group({act(1)}));
  const auto history = before.history();
  CHECK_FALSE(history.passes_over_sync(history.to_undo()));
  CHECK(history.passes_over_sync(nullptr));
  Desk none(group({act(1)}));
  CHECK_FALSE(none.history().passes_over_sync(nullptr));
  Desk gone(group({act(1)}) + group({act(4)}, Origin::elsewhere) + group({undoing(11, 1)}) +
            group({act(2)}));
  gone.with(undoing(11, 1));
  const auto later = gone.history();
  CHECK_FALSE(later.passes_over_sync(later.to_undo()));
  CHECK(later.passes_over_sync(nullptr));
}

TEST_CASE("what came from elsewhere is passed over once") {
  const std::string both = group({act(1)}) + group({act(2)});
  const std::string from_elsewhere = group({act(4)}, Origin::elsewhere);
  Desk later(both + from_elsewhere + group({undoing(11, 2)}));
  later.with(undoing(11, 2));
  CHECK(later.history().to_undo()->records[0].id == id_number(1));
  CHECK_FALSE(later.history().passes_over_sync(later.history().to_undo()));
  Desk earlier(both + group({undoing(11, 2)}) + from_elsewhere);
  earlier.with(undoing(11, 2));
  const auto history = earlier.history();
  CHECK(history.passes_over_sync(history.to_undo()));
  Desk all(group({act(1)}) + from_elsewhere + group({undoing(11, 1)}));
  all.with(undoing(11, 1));
  CHECK_FALSE(all.history().passes_over_sync(nullptr));
}

TEST_CASE("an own line that comes back from elsewhere is still an own change") {
  Desk desk(group({act(1)}) + group({act(1), act(2)}, Origin::elsewhere));
  CHECK(desk.changes() == std::vector<Ids>{ids({1})});
}

TEST_CASE("a torn line that comes whole from elsewhere is no own change") {
  const std::string theirs = group({act(1), act(2)}, Origin::elsewhere);
  const auto place = theirs.rfind("\n", theirs.size() - 2) + 1;
  Desk desk(theirs.substr(0, place) + theirs);
  CHECK(desk.changes().empty());
}

TEST_CASE("another suggestion is a change, and the first of a day is none") {
  Prompted first{day("2026-11-23"), Act::thank, "thank-01", "", ""};
  Prompted other = first;
  other.instead_of = id_number(21);
  const Record shown = record(21, 21, first), replaced = record(22, 22, other);
  Desk desk(store::encode(shown) + "\n" + group({replaced}));
  desk.with(shown).with(replaced);
  CHECK(desk.changes() == std::vector<Ids>{ids({22})});
  desk.with(undoing(23, 22));
  desk.files().contents["/journal"] += group({undoing(23, 22)});
  CHECK(desk.history().to_undo() == nullptr);
  CHECK(desk.history().to_redo() != nullptr);
}

TEST_CASE("what the journal does not know is not undone") {
  Desk desk(group({act(1)}) + group({undoing(11, 9)}));
  desk.with(undoing(11, 9));
  const auto history = desk.history();
  REQUIRE(history.changes.size() == 1);
  CHECK(history.to_undo() == history.changes.data());
}

TEST_CASE("the entry logged last is the last of the journal that stands, whatever its id and day") {
  Desk desk(group({act(9)}) + group({act(2)}) + group({act(6)}) + group({act(3)}));
  desk.with(record(30, 30, amended(3, removal())));
  CHECK(desk.last() == id_number(2));  // 6 is not in the ledger, 3 was taken out
  desk.files().contents["/older"] = group({act(8)});
  CHECK(desk.last() == id_number(2));
  desk.files().contents["/journal"].clear();
  CHECK(desk.last() == id_number(8));
  desk.files().contents.clear();
  CHECK(desk.last().empty());
}

TEST_CASE("a journal that cannot be read is an error") {
  Desk desk(group({act(1)}));
  desk.files().trouble = connect::testing::Trouble::unreadable;
  CHECK(store::undo_history(desk.files(), {"/journal"}, Ledger{}).error().hint ==
        "this is the safety journal, which undo needs; check who owns it and its folder");
  CHECK_FALSE(store::last_logged_here(desk.files(), {"/journal"}, Ledger{}));
}

}  // namespace connect::undo_history_test
