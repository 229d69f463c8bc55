// What a cache knows about the records that it covers: it may be unsure whether a record is new,
// but never wrong.
#include "store/cache/ledger_prefix.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/memory_files.hpp"
#include "support/records.hpp"

namespace connect::ledger_prefix_test {

using namespace test;

namespace {

Record made_at(std::int64_t millisecond) {
  return {uuid_text(new_id(1'700'000'000'000 + millisecond, {})), {1'700'000'000, 0}, Felt{}};
}

}  // namespace

TEST_CASE("a record that was read is never called new, in whatever order records came") {
  Random random(6);
  std::size_t in_time = 0, found_new = 0;
  for (int round = 0; round < 60; ++round) {
    store::Marks marks;
    std::set<int> seen;
    for (int step = 0; step < 1000; ++step) {
      const int made = step + (random.chance(50) ? random.between(-90, 90) : 0) -
                       (random.chance(3) ? random.between(0, 1000) : 0);
      const bool is_new = store::is_new(marks, made_at(made));
      if (seen.contains(made)) REQUIRE_FALSE(is_new);
      if (!seen.contains(made) && made > step - 91) {
        ++in_time;
        found_new += is_new ? 1 : 0;
      }
      store::raise(marks, made_at(made));
      seen.insert(made);
    }
  }
  CHECK(in_time > 30'000);
  CHECK(found_new == in_time);
}

TEST_CASE(
    "a record that a correction waits for is not new, and one named in another way never is") {
  store::Marks marks;
  store::raise(marks, {made_at(5).id, {}, Amended{made_at(4).id, removal()}});
  CHECK_FALSE(store::is_new(marks, made_at(4)));
  CHECK_FALSE(store::is_new(marks, made_at(5)));
  CHECK(store::is_new(marks, made_at(3)));
  CHECK_FALSE(store::is_new(marks, {"their-1", {}, Felt{}}));
}

TEST_CASE("a late rest or setting, a rename, or a record known already changes what was computed") {
  store::LedgerPrefix prefix;
  const auto at = [](std::int64_t millisecond, std::int64_t second, Body body) {
    return Record{made_at(millisecond).id, {1'700'000'000 + second, 0}, std::move(body)};
  };
  const Rested rest{{day("2026-11-23"), day("2026-11-24")}, true};
  store::raise(prefix.marks, at(1, 5, rest));
  store::raise(prefix.marks, at(2, 8, PersonSet{"Maya", 7, {}, {}}));
  const auto fits = [&](const Record& record) { return store::leaves_settled(prefix, record); };
  CHECK(fits(at(3, 0, logged("2026-11-23"))));
  CHECK_FALSE(fits(at(2, 9, logged("2026-11-23"))));
  CHECK(fits(at(3, 6, rest)));
  CHECK_FALSE(fits(at(3, 4, rest)));
  CHECK(fits(at(3, 9, PersonSet{"Maya", 14, {}, {}})));
  CHECK_FALSE(fits(at(3, 7, PersonSet{"Maya", 14, {}, {}})));
  CHECK_FALSE(fits(at(3, 9, PersonSet{"Maya", {}, {}, "May"})));
  CHECK(fits({"their-1", {}, Foreign{}}));
}

TEST_CASE("the covered bytes are compared whole, and no more than they") {
  testing::MemoryFiles files;
  std::string& ledger = files.contents["/home/ledger.jsonl"];
  ledger = std::string(1000, 'x') + "\n";
  store::LedgerPrefix prefix;
  prefix.bytes.add(ledger);
  const auto is_same = [&] {
    return store::has_covered_bytes(files, "/home/ledger.jsonl", prefix);
  };
  CHECK(is_same());
  ledger += "more\n";
  CHECK(is_same());
  ledger[0] = 'y';
  CHECK_FALSE(is_same());
  ledger[0] = 'x';
  ledger.resize(1000);
  CHECK_FALSE(is_same());
  files.contents.clear();
  CHECK_FALSE(is_same());
}

TEST_CASE("of what was found while reading a cache has the first three bad lines") {
  using store::Damage;
  store::ReadReport report;
  report.bad_lines = 5;
  for (const Damage damage : {Damage::torn, Damage::bad_line, Damage::foreign, Damage::bad_line,
                              Damage::bad_line, Damage::bad_line})
    report.problems.push_back({damage, report.problems.size() + 1, "", 0});
  store::shorten(report);
  REQUIRE(report.problems.size() == 3);
  CHECK(report.problems[0].line == 2);
  CHECK(report.problems[1].line == 3);
  CHECK(report.problems[2].line == 4);
  CHECK(report.bad_lines == 5);
}

TEST_CASE("a checksum is the same in any pieces, and goes on from where it was put aside") {
  Random random(8);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random.below(90), ' ');
    for (char& byte : bytes) byte = static_cast<char>(random.below(256));
    store::Checksum sum;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t size = random.below(bytes.size() - at + 1);
      sum.add(std::string_view(bytes).substr(at, size));
      sum = store::Checksum(sum.size(), sum.sum(), sum.pending());
      at += size;
    }
    REQUIRE(sum.value() == store::checksum(bytes));
    REQUIRE(store::checksum(bytes + std::string(1, '\0')) != store::checksum(bytes));
  }
}

}  // namespace connect::ledger_prefix_test
