// Fuzz target: with a cached index of an older state of the ledger, every command gives the same
// output as without. The first line of an input is how many lines of the ledger are indexed; the
// rest is the ledger.
#include <charconv>

#include "cli/machine.hpp"
#include "fuzz/target.hpp"
#include "store/cache/continuing.hpp"

namespace connect::fuzz {
namespace {

using testing::Machine;

/// A line that makes the ledger long enough to be indexed.
const std::string& padding() {
  static const std::string line =
      R"({"v":1,"id":"018c251d-1000-7000-8000-000000000000","op":"log",)"
      R"("at":"2023-12-01T12:00:00+01:00","day":"2023-12-01","act":"offer","note":")" +
      std::string(store::kept_size, 'x') + "\"}\n";
  return line;
}

/// The offset after this many lines.
std::size_t after_lines(std::string_view text, unsigned lines) {
  std::size_t at = 0;
  for (; lines > 0; --lines) {
    const auto end = text.find('\n', at);
    if (end == text.npos) return text.size();
    at = end + 1;
  }
  return at;
}

bool is_same(const Outcome& a, const Outcome& b) {
  return a.code == b.code && a.out == b.out && a.err == b.err;
}

}  // namespace

void target(std::string_view input) {
  const auto end = std::min(input.find('\n'), input.size());
  unsigned lines = 0;
  std::from_chars(input.data(), input.data() + end, lines);
  const auto ledger = input.substr(std::min(end + 1, input.size()));

  Machine indexing;
  Machine whole;
  whole.facts.cache_home.clear();
  std::string& indexed = indexing.files.contents[indexing.ledger];
  indexed = padding();
  indexed += ledger.substr(0, after_lines(ledger, lines));
  testing::answer_to(indexing, {"connect", "streak"});  // writes the index
  indexed = whole.files.contents[whole.ledger] = padding() + std::string(ledger);
  whole.commands = indexing.commands;
  for (const char* line :
       {"connect streak --json", "connect people --json", "connect complete tags",
        "connect prompt --json", "connect prompt --another --json"}) {
    const auto words = testing::words_of(line);
    must(is_same(testing::answer_to(indexing, words), testing::answer_to(whole, words)), line);
  }
  must(indexed == whole.files.contents[whole.ledger], "the same is written");
}

}  // namespace connect::fuzz
