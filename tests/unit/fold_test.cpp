// Properties of the fold over random records that collide on purpose, and single cases. Ledgers are
// equal when everything they show is (support/ledger_lines.hpp).
#include "domain/ledger/fold.hpp"

#include <doctest/doctest.h>

#include "support/ledger_lines.hpp"
#include "support/repetitions.hpp"

namespace connect::fold_test {

using namespace test;

namespace {

constexpr std::size_t ids = 18;

/// Records of ids 0 to 15, each once: refs to ids 16 and 17 are orphans.
std::vector<Record> random_records(Random& random) {
  RandomRecords make(random, ids);
  std::vector<Record> records;
  const std::size_t size = 4 + random.below(13);
  for (std::size_t id = 0; id < size; ++id) records.push_back(make.record_of(id));
  return records;
}

/// Some of these once more, anywhere among them.
std::vector<Record> with_repeats(Random& random, std::vector<Record> records) {
  for (auto left = random.below(8); left > 0; --left) {
    const Record again = random.pick(records);
    records.push_back(again);
  }
  return random.shuffled(std::move(records));
}

const Entry& only_entry(const Ledger& ledger) {
  REQUIRE(ledger.entries().size() == 1);
  return ledger.entries().front();
}

Changes note(std::string text) {
  Changes set;
  set.note = std::move(text);
  return set;
}

}  // namespace

TEST_CASE("the order of the records changes nothing") {
  const std::size_t cases = repetitions(1500, 1'000'000);
  for (std::uint64_t seed = 1; seed <= cases; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const auto records = random_records(random);
    const auto lines = lines_of(folded(records), ids);
    for (int turn = 0; turn < 2; ++turn)
      REQUIRE(lines_of(folded(random.shuffled(records)), ids) == lines);
  }
}

TEST_CASE("a record added again changes nothing but the count of lines") {
  const std::size_t cases = repetitions(1500, 1'000'000);
  for (std::uint64_t seed = 1; seed <= cases; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const auto records = random_records(random);
    const auto repeated = with_repeats(random, records);
    const Ledger ledger = folded(repeated);
    REQUIRE(lines_of(ledger, ids) == lines_of(folded(records), ids));
    REQUIRE(ledger.records() == repeated.size());
  }
}

TEST_CASE("two overlapping copies laid together are the whole, either way round") {
  const std::size_t cases = repetitions(1000, 1'000'000);
  for (std::uint64_t seed = 1; seed <= cases; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const auto records = random_records(random);
    std::vector<Record> here, there;
    for (const auto& item : records) {
      const int side = random.between(0, 2);
      if (side != 0) here.push_back(item);
      if (side != 1) there.push_back(item);
    }
    auto one = here, other = there;
    one.insert(one.end(), there.begin(), there.end());
    other.insert(other.end(), here.begin(), here.end());
    const auto whole = lines_of(folded(records), ids);
    REQUIRE(lines_of(folded(one), ids) == whole);
    REQUIRE(lines_of(folded(other), ids) == whole);
  }
}

TEST_CASE("of two different records with one id the choice is the same in any order") {
  const std::size_t cases = repetitions(1000, 1'000'000);
  for (std::uint64_t seed = 1; seed <= cases; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    RandomRecords make(random, ids);
    auto records = random_records(random);
    for (auto left = 1 + random.below(4); left > 0; --left) {
      Record rival = make.record_of(random.below(records.size()));
      if (random.chance(50)) rival.at = records.front().at;
      records.push_back(rival);
    }
    const auto lines = lines_of(folded(records), ids);
    REQUIRE(lines_of(folded(random.shuffled(records)), ids) == lines);
    REQUIRE(lines_of(folded(with_repeats(random, records)), ids) == lines);
  }
}

TEST_CASE("two different entries with one id: the later stands and the conflict is counted") {
  const auto early = record(1, 0, logged("2026-11-22", Act::listen));
  const auto late = record(1, 5, logged("2026-11-23", Act::thank));
  for (const auto& records : {std::vector{early, late}, std::vector{late, early, late}}) {
    const Ledger ledger = folded(records);
    CHECK(only_entry(ledger).act == Act::thank);
    CHECK(ledger.oddities().conflicts == 1);
  }
  CHECK(folded({early, early}).oddities().conflicts == 0);
}

TEST_CASE("the last writer of a field wins, and other fields stay") {
  Changes moved = note("second");
  moved.day = day("2026-11-20");
  const Ledger ledger =
      folded({record(5, 30, amended(1, note("third"))),
              record(1, 0, logged("2026-11-23", Act::thank, {"Maya"})),
              record(3, 20, amended(1, moved)), record(2, 10, amended(1, note("first")))});
  const EntryText told = ledger.entry_text(only_entry(ledger));
  CHECK(told.said.note == "third");
  CHECK(told.said.day == day("2026-11-20"));
  CHECK(told.said.with == std::vector<std::string>{"Maya"});
}

TEST_CASE("of two corrections of one second that with the greater id wins") {
  const Record entry = record(1, 0, logged("2026-11-23"));
  const Ledger ledger = folded({entry, record(3, 9, amended(1, note("greater"))),
                                record(2, 9, amended(1, note("smaller")))});
  CHECK(ledger.note(only_entry(ledger)) == "greater");
}

TEST_CASE("undo, redo and undo again: the last word counts") {
  const Record entry = record(0, 0, logged("2026-11-23"));
  const Record undo = record(1, 10, amended(0, removal()));
  const Record redo = record(2, 20, amended(0, removal(false)));
  const Record again = record(3, 30, amended(0, removal()));
  CHECK(folded({entry}).entries().size() == 1);
  CHECK(folded({entry, undo}).entries().empty());
  CHECK(folded({entry, undo}).removed().size() == 1);
  CHECK(folded({entry, undo}).knows(id_from_text(entry.id)));
  CHECK(folded({entry, undo, redo}).entries().size() == 1);
  CHECK(folded({entry, undo, redo, again}).entries().empty());
}

TEST_CASE("a correction that was taken back lets the earlier value stand, to any depth") {
  std::vector<Record> records = {
      record(0, 0, logged("2026-11-23")), record(1, 10, amended(0, note("corrected"))),
      record(2, 20, amended(1, removal())), record(3, 30, amended(2, removal())),
      record(4, 40, amended(3, removal()))};
  for (const std::string expected : {"", "corrected", "", "corrected", ""}) {
    CAPTURE(records.size());
    const Ledger ledger = folded(records);
    CHECK(ledger.note(only_entry(ledger)) == expected);
    records.pop_back();
  }
}

TEST_CASE("any kind of record can be taken out and put back") {
  const std::vector<Body> bodies = {logged("2026-11-23"),
                                    Felt{day("2026-11-23"), {{5, 6, 7}}},
                                    Prompted{day("2026-11-23"), Act::thank, "thank-01", "", ""},
                                    Noticed{day("2026-11-23"), {"Sam"}, "helped"},
                                    Rested{{day("2026-11-23"), day("2026-11-24")}, true},
                                    OwnSuggestion{Act::listen, "Ask {someone}.", ""},
                                    Trial{day("2026-11-23"), true, 1.0 / 3},
                                    PersonSet{"Sam", 14, {}, {}}};
  const auto stands = [](const Ledger& ledger) {
    const auto sam = ledger.people().find("Sam");
    return ledger.entries().size() + ledger.feelings().size() + ledger.suggestions().size() +
           ledger.kindnesses().size() + ledger.rests().ranges().size() +
           ledger.own_suggestions().size() + ledger.trials().size() +
           (sam && ledger.facts(*sam).every_days != 0 ? 1U : 0U);
  };
  for (const Body& body : bodies) {
    CAPTURE(body.index());
    std::vector<Record> records = {record(0, 0, body)};
    CHECK(stands(folded(records)) == 1);
    records.push_back(record(1, 1, amended(0, removal())));
    CHECK(stands(folded(records)) == 0);
    records.push_back(record(2, 2, amended(1, removal())));
    CHECK(stands(folded(records)) == 1);
  }
}

TEST_CASE("a correction waits for its record") {
  const Record orphan = record(1, 10, amended(0, note("waited")));
  CHECK(folded({orphan}).entries().empty());
  const Ledger ledger = folded({orphan, record(0, 99, logged("2026-11-23"))});
  CHECK(ledger.note(only_entry(ledger)) == "waited");
  CHECK(ledger.last_correction(id_from_text(id_number(0))) ==
        Stamp{orphan.at.seconds, id_from_text(orphan.id)});
  CHECK(ledger.last_correction(id_from_text(id_number(1))) == Stamp{});
}

TEST_CASE("corrections whose record is not here are counted") {
  CHECK(folded({record(1, 10, amended(0, note("waits")))}).oddities().orphans == 1);
}

TEST_CASE("rests are last writer wins for each day") {
  const auto range = [](const char* since, const char* until) {
    return DayRange{day(since), day(until)};
  };
  const Ledger ledger = folded({record(2, 20, Rested{range("2026-12-25", "2026-12-26"), false}),
                                record(3, 30, Rested{range("2026-12-26", "2026-12-26"), true}),
                                record(1, 10, Rested{range("2026-12-24", "2026-12-28"), true})});
  CHECK(ledger.rests().ranges() ==
        std::vector{range("2026-12-24", "2026-12-24"), range("2026-12-26", "2026-12-28")});
}

TEST_CASE("facts of a person are last writer wins for each fact, across a rename") {
  const Ledger ledger = folded({record(0, 0, logged("2026-11-23", Act::thank, {"Sam", "Samantha"})),
                                record(1, 10, PersonSet{"Sam", 7, true, {}}),
                                record(2, 20, PersonSet{"Samantha", 14, {}, {}}),
                                record(3, 30, PersonSet{"Sam", {}, {}, "Samantha"})});
  const auto sam = ledger.people().find("sam");
  REQUIRE(sam.has_value());
  CHECK(ledger.facts(*sam).every_days == 14);
  CHECK(ledger.facts(*sam).resting);
  CHECK(ledger.entry_text(only_entry(ledger)).said.with == std::vector<std::string>{"Samantha"});
}

TEST_CASE("a rename to another spelling of the same name is shown") {
  const Ledger ledger = folded({record(0, 0, logged("2026-11-23", Act::thank, {"zoe"})),
                                record(1, 10, PersonSet{"zoe", {}, {}, "Zoë"})});
  CHECK(ledger.entry_text(only_entry(ledger)).said.with == std::vector<std::string>{"Zoë"});
}

TEST_CASE("entries stand in the order of day, moment and id, however they were dated") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Ledger ledger = folded(random_records(random));
    const auto entries = ledger.entries();
    for (std::size_t i = 1; i < entries.size(); ++i)
      REQUIRE(std::tuple(entries[i - 1].day, entries[i - 1].seconds, entries[i - 1].id) <
              std::tuple(entries[i].day, entries[i].seconds, entries[i].id));
  }
}

TEST_CASE("the seed is that of the first standing suggestion and no entry changes it") {
  const auto shown = [](std::size_t id, int second) {
    return record(id, second, Prompted{day("2026-11-23"), Act::offer, "offer-01", "", ""});
  };
  CHECK(folded({record(0, 0, logged("2026-11-23"))}).seed() == 0);
  const auto seed = folded({shown(1, 50)}).seed();
  CHECK(seed != 0);
  CHECK(folded({shown(2, 60), record(0, 0, logged("1999-01-01")), shown(1, 50)}).seed() == seed);
  CHECK(folded({shown(2, 40), shown(1, 50)}).seed() != seed);
}

TEST_CASE("without notes everything but the notes is the same") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    auto records = random_records(random);
    Fold fold(Notes::leave);
    for (const auto& item : records) fold.add(item);
    for (auto& item : records) {
      if (auto* entry = std::get_if<Logged>(&item.body)) entry->note.clear();
      if (auto* change = std::get_if<Amended>(&item.body); change && change->set.note)
        change->set.note = "";
    }
    REQUIRE(lines_of(std::move(fold).settled(), ids) == lines_of(folded(records), ids));
  }
}

TEST_CASE("an entry tells the prompt it took up as it was written, here or not") {
  Logged entry = logged("2026-11-23");
  entry.prompt = "their-prompt";
  const Ledger ledger = folded({record(1, 0, entry)});
  CHECK(ledger.entry_text(only_entry(ledger)).said.prompt == "their-prompt");
}

TEST_CASE("foreign records are counted and change nothing else") {
  const std::vector<Record> records = {record(1, 10, Foreign{1, "dance"}),
                                       record(2, 20, Foreign{2, "log"}),
                                       record(0, 0, logged("2026-11-23"))};
  const Ledger ledger = folded(records);
  CHECK(ledger.oddities().foreign == 2);
  CHECK(ledger.oddities().newer == 1);
  CHECK(lines_of(ledger, ids) == lines_of(folded({records.back()}), ids));
}

}  // namespace connect::fold_test
