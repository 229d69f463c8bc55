// Exported current records give the same ledger when they are folded again.
#include "domain/ledger/current_records.hpp"

#include <doctest/doctest.h>

#include "store/format/codec.hpp"
#include "store/format/scanner.hpp"
#include "support/ledger_lines.hpp"

namespace connect::current_records_test {

using namespace test;

namespace {

/// What a ledger shows, without what an export leaves behind: what was removed, when it was last
/// corrected, and names that only removed records know.
std::vector<std::string> shown_lines(const Ledger& ledger, const Ledger& other) {
  auto lines = lines_of(ledger, 0);
  std::erase_if(lines, [&](const std::string& line) {
    return line.starts_with("removed ") || line.starts_with("conflicts ") ||
           line.starts_with("notice ");
  });
  for (const PersonNote& kindness : ledger.kindnesses())  // under the names that are shown
    for (const auto& name : kindness.with)
      lines.push_back("noticed " + ledger.people().display(*ledger.people().find(name)) + " " +
                      iso(kindness.day) + " " + kindness.note);
  for (const auto& spelling : spellings)
    if (!other.people().find(spelling) || !other.tags().find(spelling))
      std::erase_if(lines,
                    [&](const std::string& line) { return line.starts_with(spelling + " is "); });
  return lines;
}

std::vector<Record> read_back(const std::string& text) {
  std::vector<Record> records;
  store::Scanner scanner([&](const Record& record) { records.push_back(record); },
                         [](const store::Problem& problem) { FAIL(problem.reason); });
  scanner.feed(text);
  scanner.finish();
  return records;
}

std::vector<Record> through_text(const std::vector<Record>& records) {
  std::string text;
  for (const Record& record : records) text += store::encode(record) + "\n";
  return read_back(text);
}

}  // namespace

TEST_CASE("what stands folds to the same ledger again") {
  std::size_t records_kept = 0, corrected = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    RandomRecords make(random, 30);
    std::vector<Record> records;
    const bool ids_meet = seed % 2 == 0;  // records that claim one id
    for (std::size_t i = 0; i < 30; ++i)
      records.push_back(make.record_of(ids_meet ? random.below(30) : i));
    const Ledger ledger = folded(records);
    const auto standing = current_records(ledger, random.shuffled(records));
    const Ledger again = folded(through_text(standing));
    REQUIRE(shown_lines(again, again) == shown_lines(ledger, again));
    REQUIRE(again.removed().empty());
    if (!ids_meet) REQUIRE(current_records(again, standing) == standing);
    records_kept += standing.size();
    corrected += records.size() - standing.size();
  }
  CHECK(records_kept > 10000);
  CHECK(corrected > 10000);
}

TEST_CASE("10,000 random entries come back from their lines as they were") {
  Random random(7);
  RandomRecords make(random, 20000);
  std::vector<Record> records;
  for (std::size_t id = 0; id < 10000; ++id) {
    Logged entry = make.entry();
    entry.note +=
        random.pick(std::array<std::string, 4>{"", "\x1b\u202e", "two\nlines", "\\u001b"});
    records.push_back({id_number(id), {1'767'000'000 + random.between(0, 9999), 60}, entry});
    if (random.chance(30))
      records.push_back({id_number(10000 + id), {1'767'010'000, 60}, amended(id, make.changes())});
  }
  const Ledger ledger = folded(records);
  const Ledger again = folded(through_text(current_records(ledger, records)));
  REQUIRE(again.entries().size() == ledger.entries().size());
  CHECK(ledger.entries().size() > 8000);
  CHECK(ledger.entries().size() < 10000);
  for (std::size_t i = 0; i < again.entries().size(); ++i)
    REQUIRE(again.entry_text(again.entries()[i]) == ledger.entry_text(ledger.entries()[i]));
}

TEST_CASE("a correction that waits for its record is kept, with what corrects it") {
  const auto waiting = record(1, 0, amended(9, removal()));
  const auto taken_back = record(2, 1, amended(1, removal()));
  const std::vector<Record> records = {waiting, taken_back, record(3, 2, logged("2026-11-23")),
                                       record(4, 3, amended(3, removal()))};
  CHECK(current_records(folded(records), records) == std::vector{waiting, taken_back});
}

TEST_CASE(
    "entries are written with the names that people have now, and the old name still finds them") {
  const std::vector<Record> records = {
      record(1, 0, logged("2026-11-23", Act::thank, {"Mya"})),
      record(2, 1, PersonSet{"Mya", std::nullopt, std::nullopt, "Maya"})};
  const auto standing = current_records(folded(records), records);
  REQUIRE(standing.size() == 2);
  CHECK(std::get<Logged>(standing[0].body).with == std::vector<std::string>{"Maya"});
  const Ledger again = folded(standing);
  CHECK(again.people().display(again.people().find("mya").value()) == "Maya");
}

}  // namespace connect::current_records_test
