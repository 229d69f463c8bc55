// Merging copies of a ledger: which records are the same, which lines are added, and that the order
// of the copies does not matter.
#include "store/reading/join.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"
#include "support/repetitions.hpp"

namespace connect::join_test {

using namespace test;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string text_of_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

/// The ledger after it took in the other one, as `merge` leaves it.
std::string joined(const std::string& ledger, const std::string& other) {
  store::Known known;
  REQUIRE(store::newcomers(known, store::text_source(ledger)));
  const auto found = store::newcomers(known, store::text_source(other));
  REQUIRE(found);
  return found->lines.empty() ? ledger : ledger + found->lines + "\n";
}

store::Newcomers newcomers_of(const std::string& text) {
  store::Known known;
  auto found = store::newcomers(known, store::text_source(text));
  REQUIRE(found);
  return *std::move(found);
}

std::vector<std::string> seen(const std::string& ledger) {
  Fold fold;
  store::Scanner scanner([&](const Record& record) { fold.add(record); },
                         [](const store::Problem&) {});
  scanner.feed(ledger);
  scanner.finish();
  return connect::test::lines_of(std::move(fold).settled(), 10);
}

std::multiset<std::string> bag(const std::string& ledger) {
  const auto lines = lines_of(ledger);
  return {lines.begin(), lines.end()};
}

/// Encoded records of few ids, some unknown to this program, each line once.
std::vector<std::string> random_lines(Random& random) {
  RandomRecords records(random, 8);
  std::set<std::string> lines;
  for (int i = random.between(0, 25); i > 0; --i) {
    std::string line = store::encode(records.record_of(random.below(10)));
    if (random.chance(10)) line.replace(line.size() - 1, 1, R"(,"mood":"fair"})");
    if (random.chance(10)) line.replace(0, 6, R"({"v":2)");
    lines.insert(std::move(line));
  }
  return random.shuffled(std::vector<std::string>(lines.begin(), lines.end()));
}

/// Some of the lines.
std::string part(Random& random, const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : random.shuffled(lines))
    if (random.chance(60)) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("copies laid together in any order and any grouping are the same, and no line is lost") {
  const std::size_t cases = repetitions(2000, 1'000'000);
  for (std::size_t seed = 0; seed < cases; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const auto lines = random_lines(random);
    const std::string a = part(random, lines);
    const std::string b = part(random, lines);
    const std::string c = part(random, lines);
    const std::string whole = joined(joined(a, b), c);
    std::set<std::string> all;
    for (const auto* text : {&a, &b, &c})
      for (auto& line : lines_of(*text)) all.insert(std::move(line));
    CHECK(bag(whole) == std::multiset<std::string>(all.begin(), all.end()));
    const std::string reversed = joined(joined(c, b), a);
    CHECK(bag(reversed) == bag(whole));
    CHECK(bag(joined(a, joined(b, c))) == bag(whole));
    CHECK(bag(joined(joined(b, a), joined(c, a))) == bag(whole));
    // That the order in the file changes nothing of what is seen is a law of the fold, for each set
    // of records; here it is enough to look now and then.
    if (seed % 20 == 0) CHECK(seen(reversed) == seen(whole));
    CHECK(joined(whole, b) == whole);
    CHECK(joined(whole, whole) == whole);
    CHECK(whole.starts_with(a));
  }
}

TEST_CASE("white space between the parts of a record makes no other record of it") {
  const std::string line =
      R"({"v":1,"id":"a","op":"x","at":"2026-01-01T00:00:00Z","note":"two  \" spaces","n":[1,2]})";
  const std::string spread =
      "{\n  \"v\": 1,\r\n\t\"id\": \"a\", \"op\":\"x\", \"at\": \"2026-01-01T00:00:00Z\", "
      "\"note\": \"two  \\\" spaces\","
      "\n\"n\": [1, 2]}\n";
  CHECK(joined(line + "\n", spread) == line + "\n");
  const std::string backslash = R"({"v":1,"id":"b","op":"x","at":"2026-01-01T00:00:00Z","n":"\\"})";
  CHECK(joined(backslash + "\n",
               R"( {"v":1,"id":"b", "op":"x","at":"2026-01-01T00:00:00Z","n":"\\"})") ==
        backslash + "\n");
  const std::string alone = joined("", spread);
  CHECK(lines_of(alone).size() == 1);
  CHECK(joined(alone, line) == alone);
  CHECK(
      joined(
          line + "\n",
          R"({"v":1,"id":"a","op":"x","at":"2026-01-01T00:00:00Z","note":"two \" spaces","n":[1,2]})") !=
      line + "\n");
}

TEST_CASE("of two records under one id both come in") {
  const std::string one = store::encode(record(1, 0, logged("2026-01-01", Act::thank)));
  const std::string two = store::encode(record(1, 0, logged("2026-01-01", Act::offer)));
  CHECK(joined(one + "\n", two + "\n") == text_of_lines({one, two}));
}

TEST_CASE("what cannot be read stays out and is named by its line") {
  const std::string good = store::encode(record(1, 0, logged("2026-01-01")));
  const auto found =
      newcomers_of("<<<<<<< ours\n" + good + "\nnot json\n{\"a\":1}\n{\"v\":1,\"id\"");
  CHECK(found.is_ledger);
  CHECK(found.lines == good);
  CHECK(found.amount == Amount{1, 1});
  REQUIRE(found.problems.size() == 3);
  CHECK(found.problems[0].line == 3);
  CHECK(found.problems[1].line == 4);
  CHECK(found.problems[2].damage == store::Damage::torn);
}

TEST_CASE("a file that cannot be read is not taken for an empty one") {
  connect::testing::MemoryFiles files;
  files.contents["/copy.jsonl"] = "";
  files.trouble = connect::testing::Trouble::unreadable;
  store::Known known;
  CHECK_FALSE(store::newcomers(known, store::file_source(files, "/copy.jsonl")));
}

TEST_CASE("a file without a record is no ledger, an empty one is") {
  CHECK_FALSE(newcomers_of("Dear diary,\n").is_ledger);
  CHECK_FALSE(newcomers_of("{\"name\":1}\n").is_ledger);
  CHECK(newcomers_of("").is_ledger);
  CHECK(newcomers_of("{\"v\":1,\"id\"").is_ledger);
}

}  // namespace connect::join_test
