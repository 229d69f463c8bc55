// Undo and redo through the whole program: each command is taken back by one undo, and the ledger
// is as before.
#include <doctest/doctest.h>

#include "connect/app.hpp"
#include "store/reading/ledger_file.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_programs.hpp"

namespace connect::undo_test {

using namespace test;
using testing::MemoryFiles;
using testing::MemoryPrograms;

namespace {

using Words = std::vector<std::string>;

class Desk {
 public:
  explicit Desk(Random& random) : random_(random) {
    facts_.now = *instant_from_rfc3339("2026-11-23T22:14:05+01:00");
    facts_.offset_at = [](Day, int) { return 60; };
    facts_.data_home = "/data";
    facts_.state_home = "/state";
  }

  Outcome run(const Words& words) {
    if (random_.chance(60)) facts_.now.seconds += random_.between(0, 3);
    for (auto& byte : facts_.random) byte = static_cast<std::uint8_t>(random_.bits());
    Outcome outcome = connect::run(words, facts_, files, programs_);
    INFO(words.front(), " ", outcome.err);
    REQUIRE(outcome.code == 0);
    return outcome;
  }

  /// Anything that changes the ledger; whatever it needs is there.
  void change() {
    const bool has_entries = !ledger().entries().empty();
    switch (random_.between(0, has_entries ? 10 : 6)) {
      case 0: run({"feel", "6,-,5"}); break;
      case 1: run({"rest", iso(a_day()), random_.chance(40) ? "--off" : "--quiet"}); break;
      case 2: run({"notice", "@" + random_.pick(names), "helped"}); break;
      case 3: run({"people", "set", random_.pick(names), "--every", "14d"}); break;
      case 4: run({"people", "set", random_.pick(names), "--rest"}); break;
      case 5:
        if (!ledger().people().find(names[0])) return change();
        run({"people", "rename", names[0], names[1]});
        break;
      case 6: run({"log", "thank", "@" + random_.pick(names), "+t", "-d", iso(a_day())}); break;
      case 7: run({"remove", "last"}); break;
      case 8:
        run({"amend", "last", "listen", "@" + random_.pick(names), "-d", iso(a_day())});
        break;
      case 9: run({"amend", an_id(), "-m", "note " + std::to_string(random_.bits() % 9)}); break;
      default: run({"remove", an_id(), an_id(), "last"}); break;
    }
  }

  Ledger ledger() {
    auto reading = store::read_ledger(files, "/data/connect/ledger.jsonl", Notes::keep);
    return std::move(reading->ledger);
  }

  /// All that a person can see of the ledger.
  Words shown() {
    Words lines = lines_of(ledger(), 0);
    std::erase_if(lines, [](const std::string& line) {
      return line.starts_with("removed ") || line.starts_with("conflicts ");
    });
    // A name stays known once it was said; what is shown of it is not.
    std::erase_if(lines, [](const std::string& line) { return line.find(" is ") != line.npos; });
    return lines;
  }

  std::string journal() { return files.contents["/state/connect/journal.jsonl"]; }

  MemoryFiles files;

 private:
  Day a_day() { return day("2026-11-23") - random_.between(0, 5); }
  std::string an_id() {
    const Ledger now = ledger();
    return now.id_text(random_.pick(now.entries()).id);
  }

  const std::array<std::string, 3> names = {"Maya", "Sam", "Ruth"};
  Random& random_;
  Facts facts_;
  MemoryPrograms programs_{files};
};

}  // namespace

TEST_CASE("as many redos as undos come to the same ledger, step by step") {
  std::size_t steps_taken = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    Desk desk(random);
    std::vector<Words> past = {desk.shown()};  // after every change that stands
    std::size_t at = 0;
    for (int step = random.between(10, 30); step > 0; --step) {
      const int choice = random.between(0, 9);
      if (choice < 5) {
        const std::string before = desk.journal();
        desk.change();
        if (desk.journal() == before) continue;  // it was so already
        past.resize(++at);
        past.push_back(desk.shown());
      } else if (choice < 8 && at > 0) {
        desk.run({"undo"});
        --at;
      } else if (at + 1 < past.size()) {
        desk.run({"redo"});
        ++at;
      }
      ++steps_taken;
      REQUIRE(desk.shown() == past[at]);
    }
    for (; at > 0; --at) desk.run({"undo"});
    REQUIRE(desk.shown() == past.front());
    CHECK(desk.run({"undo"}).err.find("nothing to undo") != std::string::npos);
    for (; at + 1 < past.size(); ++at) desk.run({"redo"});
    REQUIRE(desk.shown() == past.back());
    CHECK(desk.run({"redo"}).err.find("nothing to redo") != std::string::npos);
  }
  CHECK(steps_taken > 600);
}

TEST_CASE("undo and redo of a ledger pass over what was written to another one") {
  Random random(1);
  Desk desk(random);
  desk.run({"log", "thank", "@Maya"});
  desk.run({"log", "offer", "@Sam", "--ledger", "/other/ledger.jsonl"});
  desk.run({"undo"});
  CHECK(desk.ledger().entries().empty());
  desk.run({"log", "listen", "--ledger", "/other/ledger.jsonl"});
  desk.run({"redo"});
  CHECK(desk.ledger().entries().size() == 1);
}

TEST_CASE("redo leaves alone what another machine removed meanwhile") {
  Random random(1);
  Desk desk(random);
  desk.run({"log", "thank", "@Maya"});
  const std::string id = desk.ledger().id_text(desk.ledger().entries().front().id);
  desk.run({"undo"});
  desk.files.contents["/data/connect/ledger.jsonl"] +=
      R"({"v":1,"id":"theirs","op":"amend","ref":")" + id +
      R"(","at":"2026-11-23T22:14:05+01:00","set":{"removed":true}})" + "\n";
  desk.run({"redo"});
  CHECK(desk.ledger().entries().empty());
}

TEST_CASE("all that one command removed comes back by one undo, however much it was") {
  Random random(1);
  Desk desk(random);
  Words words = {"remove"};
  for (int i = 0; i < 300; ++i) {
    const std::string id = "entry-" + std::to_string(1000 + i);
    desk.run({"log", "thank", "--id", id});
    words.push_back(id);
  }
  desk.run(words);
  CHECK(desk.ledger().entries().empty());
  CHECK(desk.run({"undo"}).out == "Taken back: the removal of 300 entries\n");
  CHECK(desk.ledger().entries().size() == 300);
  CHECK(desk.run({"redo"}).out == "Put back: the removal of 300 entries\n");
  CHECK(desk.ledger().entries().empty());
  desk.run({"undo"});
  desk.run({"undo"});
  CHECK(desk.ledger().entries().size() == 299);
}

}  // namespace connect::undo_test
