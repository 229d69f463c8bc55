// The scanner that finds records in damaged ledgers: every kind of damage, and input cut at every
// byte.
#include "store/format/scanner.hpp"

#include <doctest/doctest.h>

#include "support/records.hpp"

namespace connect::scanner_test {

using namespace test;
using store::Problem;
using store::Scanner;

namespace {

struct Scan {
  std::vector<Record> records;
  std::vector<std::string> problems;  // "line: kind"
  bool operator==(const Scan&) const = default;
};

/// Feeds the text in pieces of the sizes that `next_size` gives.
template <class NextSize>
Scan scanned(std::string_view text, NextSize next_size) {
  Scan scan;
  Scanner scanner([&](const Record& record) { scan.records.push_back(record); },
                  [&](const Problem& problem) {
                    const char* kinds[] = {"bad", "torn", "marker", "foreign"};
                    scan.problems.push_back(std::to_string(problem.line) + ": " +
                                            kinds[static_cast<int>(problem.damage)]);
                  });
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, next_size());
    scanner.feed(piece);
    text.remove_prefix(piece.size());
  }
  scanner.finish();
  return scan;
}

Scan whole(std::string_view text) {
  return scanned(text, [&] { return text.size(); });
}
Scan byte_by_byte(std::string_view text) {
  return scanned(text, [] { return std::size_t{1}; });
}

std::string ids(const std::string& text) {
  std::string out;
  for (const auto& record : whole(text).records) out += record.id;
  return out;
}

using Problems = std::vector<std::string>;
Problems problems(const std::string& text) { return whole(text).problems; }

std::string line(const std::string& id, const std::string& more = "") {
  return R"({"v":1,"id":")" + id +
         R"(","op":"feel","at":"2026-11-23T22:14:05+01:00","day":"2026-11-23","felt":{"calm":5})" +
         more + "}";
}

/// As `jq .` writes it.
std::string pretty(const std::string& id, const std::string& indent = "") {
  return indent + "{\n" + indent + "  \"v\": 1,\n" + indent + "  \"id\": \"" + id + "\",\n" +
         indent + "  \"op\": \"feel\",\n" + indent + "  \"at\": \"2026-11-23T22:14:05+01:00\",\n" +
         indent + "  \"day\": \"2026-11-23\",\n" + indent + "  \"felt\": {\n" + indent +
         "    \"calm\": 5\n" + indent + "  }\n" + indent + "}";
}

const std::string bom = "\xef\xbb\xbf";

}  // namespace

TEST_CASE("every line is a record") {
  CHECK(ids(line("a") + "\n" + line("b") + "\n" + line("c") + "\n") == "abc");
  CHECK(problems(line("a") + "\n\n  \n" + line("b") + "\n").empty());
  CHECK(ids("").empty());
  CHECK(problems("").empty());
}

TEST_CASE("a torn last line that lacks only its LF counts, else it is ignored and told") {
  CHECK(ids(line("a") + "\n" + line("b")) == "ab");
  CHECK(problems(line("a") + "\n" + line("b")).empty());
  const std::string last = line("b");
  for (std::size_t size = 1; size < last.size(); ++size) {
    CAPTURE(size);
    const std::string torn = line("a") + "\n" + last.substr(0, size);
    REQUIRE(ids(torn) == "a");
    REQUIRE(problems(torn) == Problems{"2: torn"});
  }
}

TEST_CASE("a line torn anywhere does not cost the one appended after it") {
  const std::string first = line("a", R"(,"x":{"y":["z\"}",1]},"w":"\\")");
  for (std::size_t size = 1; size < first.size(); ++size) {
    CAPTURE(size);
    const std::string text = first.substr(0, size) + "\n" + line("b") + "\n" + line("c") + "\n";
    REQUIRE(ids(text) == "bc");
    REQUIRE(problems(text) == Problems{"1: bad"});
  }
}

TEST_CASE("a bad line in the middle is skipped and told by its number") {
  for (const std::string bad : {"garbage", "{\"v\":", "\x01\x02", "5", "{'v':1}", "]x"}) {
    CAPTURE(bad);
    const std::string text = line("a") + "\n" + bad + "\n" + line("c") + "\n";
    CHECK(ids(text) == "ac");
    CHECK(problems(text) == Problems{"2: bad"});
  }
  CHECK(problems(line("a") + "\n{\"package\":1}\n") == Problems{"2: foreign"});
}

TEST_CASE("NULs, CRs and a BOM around a line are stripped") {
  const std::string nul(5, '\0');
  for (const std::string& text :
       {bom + line("a") + "\r\n" + line("b") + "\r\n",
        nul + line("a") + nul + "\n" + nul + "\n" + line("b"),
        bom + bom + nul + bom + line("a") + "\n \t" + line("b") + " \r\r\n"}) {
    CHECK(ids(text) == "ab");
    CHECK(problems(text).empty());
  }
}

TEST_CASE("pretty-printed objects are read") {
  const std::string text = pretty("a") + "\n" + pretty("b") + "\n" + line("c") + "\n";
  CHECK(ids(text) == "abc");
  CHECK(problems(text).empty());
}

TEST_CASE("a top-level array is read, pretty, compact or a record a line") {
  for (const std::string& text :
       {"[\n" + pretty("a", "  ") + ",\n" + pretty("b", "  ") + "\n]\n",
        "[" + line("a") + "," + line("b") + "]\n", "[\n" + line("a") + ",\n" + line("b") + "\n]\n",
        "[" + line("a") + ",\n " + line("b") + "]"}) {
    CAPTURE(text);
    CHECK(ids(text) == "ab");
    CHECK(problems(text).empty());
  }
}

TEST_CASE("several objects on one line are read") {
  CHECK(ids(line("a") + line("b") + " " + line("c") + "\n") == "abc");
}

TEST_CASE("git conflict markers are skipped and both sides taken") {
  const std::string text = line("a") + "\n<<<<<<< HEAD\n" + line("b") +
                           "\n||||||| base\n=======\n" + line("c") + "\n>>>>>>> theirs\n" +
                           line("d") + "\n";
  CHECK(ids(text) == "abcd");
  CHECK(problems(text) == Problems{"2: marker", "4: marker", "5: marker", "7: marker"});
}

TEST_CASE("deep nesting makes its line bad and the rest is read") {
  const std::string deep =
      line("x", ",\"x\":" + std::string(100'000, '[') + std::string(100'000, ']'));
  CHECK(ids(line("a") + "\n" + deep + "\n" + line("b") + "\n") == "ab");
}

TEST_CASE("a line over a mebibyte is bad and the rest is read, however the bytes arrive") {
  const std::string huge = line("x", ",\"x\":\"" + std::string(store::longest_line, 'y') + "\"");
  const std::string text = line("a") + "\n" + huge + "\n" + line("b") + "\n";
  for (std::size_t size : {std::size_t{1000}, std::size_t{65'536}, text.size()}) {
    CAPTURE(size);
    const Scan scan = scanned(text, [&] { return size; });
    CHECK(scan.records.size() == 2);
    CHECK(scan.problems == Problems{"2: bad"});
  }
}

TEST_CASE("an array on one line may be longer than a mebibyte") {
  std::string text = "[";
  for (int i = 0; i < 11'000; ++i) text += (i == 0 ? "" : ",") + line("n" + std::to_string(i));
  text += "]\n" + line("after") + "\n";
  REQUIRE(text.size() > store::longest_line);
  for (std::size_t size : {std::size_t{4096}, std::size_t{65'537}, text.size()}) {
    CAPTURE(size);
    const Scan scan = scanned(text, [&] { return size; });
    CHECK(scan.records.size() == 11'001);
    CHECK(scan.problems.empty());
  }
}

TEST_CASE("after a long array a long line of another kind is bad once, as always") {
  std::string text = "[";
  for (int i = 0; i < 11'000; ++i) text += (i == 0 ? "" : ",") + line("n" + std::to_string(i));
  text += "]\n" + std::string(3 * store::longest_line, 'x') + "\n" + line("after") + "\n";
  const Scan scan = scanned(text, [] { return std::size_t{65'536}; });
  CHECK(scan.records.size() == 11'001);
  CHECK(scan.problems == Problems{"2: bad"});
}

TEST_CASE("a long array behind a BOM is read") {
  std::string text = bom + "[";
  for (int i = 0; i < 11'000; ++i) text += (i == 0 ? "" : ",") + line("n" + std::to_string(i));
  CHECK(whole(text + "]\n").records.size() == 11'000);
}

TEST_CASE("feeding byte by byte, or cut anywhere, gives the same records and the same problems") {
  const std::array<std::string, 24> parts = {line("a"),
                                             line("b"),
                                             line("c") + "\n",
                                             line("d") + "\n",
                                             line("e") + "\r\n",
                                             "\n",
                                             "\n",
                                             "\n",
                                             "[",
                                             "]",
                                             ",\n",
                                             pretty("f"),
                                             pretty("g", "  ") + ",\n",
                                             bom,
                                             std::string(3, '\0'),
                                             "garbage\n",
                                             "<<<<<<< x\n",
                                             "=======\n",
                                             "{\"v\":1,\"id\":\"to",
                                             "{\"a\":[{\"b\":",
                                             "\"",
                                             "\\",
                                             "}",
                                             line("h", R"(,"x":"\"}\\")") + "\n"};
  std::size_t records = 0, with_problems = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    std::string text;
    for (auto left = 1 + random.below(10); left > 0; --left) text += random.pick(parts);
    const Scan expected = whole(text);
    REQUIRE(byte_by_byte(text) == expected);
    for (int turn = 0; turn < 3; ++turn)
      REQUIRE(scanned(text, [&] { return 1 + random.below(turn == 0 ? 8 : 200); }) == expected);
    records += expected.records.size();
    with_problems += expected.problems.empty() ? 0U : 1U;
  }
  CHECK(records > 2000);
  CHECK(with_problems > 200);
}

TEST_CASE("whole lines survive whatever stands between them, as long as it ends with LF") {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    std::string text;
    std::size_t expected = 0;
    for (int i = 0; i < 6; ++i) {
      std::string noise(random.below(12), '\0');
      for (char& c : noise)
        c = static_cast<char>(random.chance(70) ? "{}[]\",:\\ a1\r"[random.below(12)]
                                                : static_cast<int>(random.below(256)));
      std::erase(noise, '\n');
      text += noise + "\n" + line("r") + "\n";
      ++expected;
    }
    CAPTURE(text);
    REQUIRE(whole(text).records.size() == expected);
  }
}

TEST_CASE("brackets around nothing are reported, except those of an array over many lines") {
  const auto problems = [](const std::string& text) {
    std::string out;
    store::Scanner scanner([](const Record&) {},
                           [&](const store::Problem& problem) {
                             out += std::to_string(problem.line) + ": " + problem.reason + "; ";
                           });
    scanner.feed(text);
    scanner.finish();
    return out;
  };
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  CHECK(problems("\n" + deep + "\n") == "2: an array without records; ");
  CHECK(problems(deep) == "1: an array without records; ");
  CHECK(problems("[[]]\n[ , ]\n[]\n") ==
        "1: an array without records; 2: an array without records; 3: an empty array; ");
  CHECK(problems("[\n,\n]\n,\n").empty());
  const std::string longer(store::longest_line + 1, '[');
  CHECK(problems(longer + "\n") == "1: longer than 1 MiB; ");
  CHECK(problems("\n" + longer + "]]") == "2: longer than 1 MiB; ");
  CHECK(problems(longer + longer + longer + "\n") == "1: longer than 1 MiB; ");
}

}  // namespace connect::scanner_test
