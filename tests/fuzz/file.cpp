// Fuzz target: a ledger file. It gives the same records and problems in pieces of any size, the
// same ledger in any order of its records, and a line appended to it is found.
#define DOCTEST_CONFIG_IMPLEMENT  // support/ledger_lines.hpp includes doctest
#include "fuzz/target.hpp"
#include "store/format/codec.hpp"
#include "store/reading/ledger_file.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"

namespace connect::fuzz {
namespace {

/// Everything that the Scanner reports.
struct Scan {
  std::vector<Record> records;
  std::vector<std::string> problems;
  bool operator==(const Scan&) const = default;
};

/// Scans the text in pieces of the sizes that `next_size` returns.
template <class NextSize>
Scan scanned(std::string_view text, NextSize next_size) {
  Scan scan;
  store::Scanner scanner(
      [&](const Record& record) { scan.records.push_back(record); },
      [&](const store::Problem& problem) {
        scan.problems.push_back(std::to_string(problem.line) + " " +
                                std::to_string(static_cast<int>(problem.damage)) + " " +
                                problem.reason);
      });
  while (!text.empty()) {
    const auto piece = text.substr(0, next_size());
    scanner.feed(piece);
    text.remove_prefix(piece.size());
  }
  scanner.finish();
  return scan;
}

void check_union(const std::vector<Record>& records, test::Random& random) {
  const auto expected = test::lines_of(test::folded(records), 0);
  auto twice = records;
  twice.insert(twice.end(), records.begin(), records.end());
  must(test::lines_of(test::folded(random.shuffled(std::move(twice))), 0) == expected,
       "neither order nor repetition of records matters");
}

void check_append(std::string_view text) {
  const std::string path = "/ledger.jsonl";
  testing::MemoryFiles files;
  files.contents[path] = text;
  const Record added = test::record(0, 0, test::logged("2026-11-23"));
  const auto lines = store::lines_of({added});
  must(bool(files.append(path, store::joined(*lines), Files::Care::durable, {})),
       "memory takes all");
  must(files.contents[path].starts_with(text), "older bytes stay");
  const std::string& now = files.contents[path];
  const Scan scan = scanned(now, [&] { return now.size(); });
  must(std::ranges::count(scan.records, added) >= 1, "what was added is found");
}

}  // namespace

void target(std::string_view input) {
  Bytes bytes(input);
  test::Random random(bytes.byte());
  const auto text = bytes.rest();
  const Scan whole = scanned(text, [&] { return text.size(); });
  must(whole == scanned(text, [] { return std::size_t{1}; }), "read byte by byte, the same");
  must(whole == scanned(text, [&] { return 1 + random.below(40); }), "read in pieces, the same");
  check_union(whole.records, random);
  check_append(text);
}

}  // namespace connect::fuzz
