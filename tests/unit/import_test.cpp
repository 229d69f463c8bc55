// Import round-trips of large exports, and which rows and ids are the same.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "domain/ledger/fold.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "render/json.hpp"
#include "render/terminal/rows.hpp"
#include "store/format/codec.hpp"
#include "store/import/mapping.hpp"
#include "store/import/plan.hpp"
#include "store/import/table.hpp"
#include "support/records.hpp"

namespace connect::import_test {
namespace {

using namespace store;
using test::Random;

const Day latest = test::day("2026-11-23");

Instant noon(Day day) { return instant_at(day, 43'200, 60); }

Harvest read(std::string_view format, std::string text) {
  Harvest harvest(latest, noon);
  read_text(*find_import_format(format), std::move(text), harvest);
  return harvest;
}

Harvest mapped(std::string_view format, std::string text,
               const std::vector<HabitMapping>& mappings) {
  Harvest harvest = read(format, std::move(text));
  map_rows(harvest, *find_import_format(format), mappings);
  return harvest;
}

std::vector<std::string> ids_of(const Harvest& harvest) {
  std::vector<std::string> ids;
  for (const auto& ready : harvest.records) ids.push_back(ready.record.id);
  return ids;
}

const std::array<std::string, 16> pieces = {"a",  "b", ",", "\"", "\n", "=",  "'",  ";",
                                            "\\", "@", "-", " ",  "é",  "李", "＝", "n"};

std::string text_of_pieces(Random& random, std::size_t most) {
  std::string out;
  for (auto left = random.below(most + 1); left > 0; --left) out += random.pick(pieces);
  return out;
}

Record random_entry(Random& random, std::size_t number) {
  Record record = test::RandomRecords(random, 50).record_of(number);
  Logged said = test::RandomRecords(random, 50).entry();
  said.note = text_of_pieces(random, 12);
  said.ask.clear();  // a table has no column for these
  said.kindness.clear();
  for (auto* names : {&said.with, &said.tags}) {
    names->clear();
    for (auto left = random.below(3); left > 0; --left)
      names->push_back(tidied("x" + text_of_pieces(random, 4)));
    if (random.chance(20)) names->push_back(tidied("=x" + text_of_pieces(random, 3)));
  }
  record.body = said;
  return record;
}

std::string row_of(const Record& record, render::Separator separator) {
  return render::list_row({record.id, record.at, std::get<Logged>(record.body)}, separator,
                          render::Formulas::guarded);
}

struct Sample {
  const char* format;
  const char* file;
};
const std::array<Sample, 9> samples = {{{"harsh", "harsh.log"},
                                        {"habitctl", "habitctl.log"},
                                        {"dijo", "dijo.json"},
                                        {"friends", "friends.md"},
                                        {"habitbull", "habitbull.csv"},
                                        {"beaverhabits", "beaverhabits.json"},
                                        {"csv", "acts.csv"},
                                        {"json", "records.json"},
                                        {"ndjson", "ledger.jsonl"}}};

std::string sample(const std::string& name) {
  const auto path = std::string(CONNECT_SAMPLES) + "/" + name;
  std::string bytes(std::filesystem::file_size(path), '\0');
  std::ifstream(path, std::ios::binary)
      .read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

}  // namespace

TEST_CASE("ten thousand entries come back from a table as they were") {
  for (const auto separator : {render::Separator::comma, render::Separator::tab}) {
    Random random(separator == render::Separator::comma ? 1 : 2);
    std::string text = render::list_header(separator);
    std::vector<Record> records;
    for (std::size_t i = 0; i < 10'000; ++i) {
      records.push_back(random_entry(random, i));
      text += row_of(records.back(), separator);
    }
    const Harvest harvest = read(separator == render::Separator::comma ? "csv" : "tsv", text);
    REQUIRE(harvest.bad_count == 0);
    REQUIRE(harvest.records.size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      INFO("entry ", i);
      REQUIRE(harvest.records[i].record == records[i]);
    }
  }
}

TEST_CASE("ten thousand records come back from JSON as they were, byte for byte") {
  Random random(3);
  std::vector<std::string> lines;
  std::string ledger;
  std::string document = "{\"schema\": 1, \"records\": [";
  for (std::size_t i = 0; i < 10'000; ++i) {
    Record record =
        random.chance(60) ? random_entry(random, i) : test::RandomRecords(random, 50).record_of(i);
    if (std::holds_alternative<Logged>(record.body)) record = random_entry(random, i);
    lines.push_back(encode(record));
    lines.back().insert(lines.back().size() - 1, R"(,"unknown":[1.50,{"a":"} ] \" \\"}])");
    ledger += lines.back() + "\n";
    document += (i == 0 ? "\n  " : ",\n  ") + lines.back();
  }
  document += "\n]}\n";
  for (const auto& [format, text] : {std::pair("ndjson", ledger), std::pair("json", document)}) {
    const Harvest harvest = read(format, text);
    REQUIRE(harvest.bad_count == 0);
    REQUIRE(harvest.records.size() == lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) REQUIRE(harvest.records[i].line == lines[i]);
  }
}

TEST_CASE("entries as they are listed come back as they were") {
  Random random(4);
  std::vector<Record> records;
  std::vector<std::string> listed;
  std::string lines;
  for (std::size_t i = 0; i < 2'000; ++i) {
    records.push_back(random_entry(random, i));
    listed.push_back(
        render::entry_json({records[i].id, records[i].at, std::get<Logged>(records[i].body)}));
    lines += listed.back() + "\n";
  }
  for (const auto& [format, text] :
       {std::pair("ndjson", lines), std::pair("json", render::list_json(listed))}) {
    const Harvest harvest = read(format, text);
    REQUIRE(harvest.bad_count == 0);
    REQUIRE(harvest.records.size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
      REQUIRE(harvest.records[i].record == records[i]);
  }
}

TEST_CASE("a second import finds every record, and undone ones stay out") {
  for (const Sample& one : samples) {
    CAPTURE(one.format);
    const std::vector<HabitMapping> all = {{"*", Act::thank, "Maya"}};
    const Harvest first = mapped(one.format, sample(one.file), all);
    REQUIRE(first.bad_count == 0);
    REQUIRE(first.records.size() >= 5);
    Fold fold;
    Ids ids;
    for (const auto& ready : first.records) {
      fold.add(ready.record);
      ids.insert(id_from_text(ready.record.id));
    }
    const Ledger ledger = std::move(fold).settled();
    const ImportPlan again =
        plan_import(mapped(one.format, sample(one.file), all).records, {ids, {}}, ledger);
    CHECK(again.lines.empty());
    CHECK(again.tally.known + again.tally.removed == first.records.size());
  }
}

TEST_CASE("ids depend on what a row says, on the act and the person, and on nothing else") {
  const std::string log = "2026-01-02 : Walk : y : far : 2\n2026-01-03 : Walk : y\n";
  const auto ids = ids_of(mapped("harsh", log, {{"walk", Act::thank, ""}}));
  CHECK(ids == ids_of(mapped("harsh", "# more\r\n" + log + "\n", {{"WALK", Act::thank, ""}})));
  const auto listened = ids_of(mapped("harsh", log, {{"walk", Act::listen, ""}}));
  const auto with_maya = ids_of(mapped("harsh", log, {{"walk", Act::thank, "Maya"}}));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    CHECK(is_uuid(ids[i]));
    CHECK(std::set{ids[i], listened[i], with_maya[i]}.size() == 3);
    CHECK(content_source(id_from_text(ids[i])) == content_source(id_from_text(listened[i])));
  }
  CHECK(ids[0] < ids[1]);
}

TEST_CASE("endings of ids tell a hundred thousand imported entries apart as well as chance does") {
  std::set<std::uint64_t> endings;
  std::set<std::string> whole;
  for (int i = 0; i < 100'000; ++i) {
    const Id id = content_id(0, "harsh\nWalk\n" + std::to_string(i), "thank:");
    endings.insert(id.low & 0xffffff);
    whole.insert(uuid_text(id));
    REQUIRE(is_content_id(id));
  }
  CHECK(whole.size() == 100'000);
  CHECK(endings.size() > 99'000);  // of 2^24: some 300 meet
}

TEST_CASE("of rows that say the same of a day the last counts, and in friends.md each counts") {
  const Harvest harsh = mapped("harsh", "2026-01-02 : A : y : one\n2026-01-02 : A : y : two\n",
                               {{"A", Act::offer, ""}});
  REQUIRE(harsh.records.size() == 1);
  CHECK(std::get<Logged>(harsh.records[0].record.body).note == "two");
  const Harvest friends = mapped(
      "friends",
      "### Activities:\n- 2026-01-02: Tea with **Ana**\n- 2026-01-02: Tea with **Ana**\n", {});
  REQUIRE(friends.records.size() == 2);
  CHECK(friends.records[0].record.id != friends.records[1].record.id);
}

TEST_CASE("a day that every habit skipped is a rest, and one that any did not is none") {
  const Harvest harvest = mapped("harsh",
                                 "2026-01-02 : A : s\n2026-01-02 : B : s\n2026-01-03 : A : s\n"
                                 "2026-01-03 : B : n\n2026-01-04 : A : s\n2026-01-04 : C : y\n",
                                 {{"C", std::nullopt, ""}});
  REQUIRE(harvest.records.size() == 2);
  CHECK(std::get<Rested>(harvest.records[0].record.body).days.since == test::day("2026-01-02"));
  CHECK(std::get<Rested>(harvest.records[1].record.body).days.since == test::day("2026-01-04"));
}

TEST_CASE("a record that is too long, or has too long a note, is a bad row") {
  const std::string day = "2026-01-02 : A : y : ";
  CHECK(read("harsh", day + std::string(longest_note, 'n') + "\n").bad_count == 0);
  CHECK(read("harsh", day + std::string(longest_note + 1, 'n') + "\n").bad_count == 1);
  CHECK(read("csv", "day,act,with\n2026-01-02,thank," + std::string(longest_name + 1, 'n') + "\n")
            .bad_count == 1);
  CHECK(
      read("ndjson", "{\"v\":1,\"x\":\"" + std::string(longest_record, 'x') + "\"}\n").bad_count ==
      1);
  // Names and tags may be many; together they are bounded as well.
  std::string many = "x";
  for (int i = 0; i < 40'000; ++i) many += ";x";
  CHECK(read("csv", "day,act,tags\n2026-01-02,thank," + many + "\n").bad_count == 1);
}

TEST_CASE("whatever bytes a file holds, its rows are taken or refused") {
  for (const Sample& one : samples) {
    const std::string whole = sample(one.file);
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      INFO(one.format, " seed ", seed);
      Random random(seed);
      std::string text = whole;
      for (auto left = random.below(6); left > 0; --left) {
        const auto at = random.below(text.size());
        if (random.chance(40)) text[at] = static_cast<char>(random.bits());
        if (random.chance(30)) text.erase(at, random.below(30));
        if (random.chance(30)) text.insert(at, random.pick(pieces));
        if (random.chance(10)) text.resize(at + 1);
        if (text.empty()) text = "x";
      }
      const Harvest harvest = mapped(one.format, text, {{"*", Act::thank, ""}});
      CHECK(harvest.bad.size() == std::min<std::size_t>(harvest.bad_count, 3));
      for (const auto& ready : harvest.records) {
        REQUIRE(ready.line.find('\n') == std::string::npos);
        REQUIRE(ready.line.size() <= longest_record);
        REQUIRE(decode(ready.line).kind == LineKind::record);
        REQUIRE(!invalid_utf8_at(ready.line));
      }
    }
  }
}

}  // namespace connect::import_test
