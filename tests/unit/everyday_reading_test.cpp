// The whole program on a ledger that is large enough for an index: with it, without it and when it
// is of no use, the answers are the same.
#include <doctest/doctest.h>

#include "connect/app.hpp"
#include "store/codec.hpp"
#include "store/past_reader.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"

using namespace connect;
using namespace connect::test;
using connect::testing::MemoryFiles;
using connect::testing::Trouble;

namespace {

const std::string path = "/data/ledger.jsonl";

/// One thank a day, from this day on.
std::string diary(std::string_view from, int days) {
  std::string out;
  for (Day on = day(from); days > 0; --days, ++on.number) {
    const Instant at = instant_at(on, 40'000, 0);
    Logged said = logged(iso(on), Act::thank, {"Maya"});
    said.note = "about the day, in some words, so that lines are as long as lines are";
    out += store::encode({uuid_text(new_id(at.seconds * 1000, {})), at, said}) + "\n";
  }
  return out;
}

Facts facts_with(const std::string& cache_home) {
  Facts facts;
  facts.now = *instant_from_rfc3339("2026-11-23T22:14:05+01:00");
  facts.offset_at = [](Day, int) { return 60; };
  facts.ledger = path;
  facts.cache_home = cache_home;
  return facts;
}

std::string streak(MemoryFiles& files, const std::string& cache_home = "/cache") {
  const Outcome outcome = run({"streak", "--json"}, facts_with(cache_home), files);
  CHECK(outcome.code == 0);
  return outcome.out;
}

/// The one index there is, or nothing.
std::string index_in(const MemoryFiles& files) {
  for (const auto& [name, bytes] : files.contents)
    if (name.ends_with(".index")) return bytes;
  return "";
}

MemoryFiles indexed() {
  MemoryFiles files;
  files.contents[path] = diary("2025-01-01", 600);
  REQUIRE(files.contents[path].size() > store::indexed_size);
  streak(files);
  REQUIRE_FALSE(index_in(files).empty());
  return files;
}

}  // namespace

TEST_CASE("a small ledger gets no index, and no ledger is told so") {
  MemoryFiles files;
  streak(files);
  files.contents[path] = diary("2026-01-01", 20);
  streak(files);
  CHECK(index_in(files).empty());
}

TEST_CASE("without a place for it there is no index") {
  MemoryFiles files;
  files.contents[path] = diary("2025-01-01", 600);
  streak(files, "");
  CHECK(index_in(files).empty());
}

TEST_CASE("a few new lines leave the index as it is, many renew it") {
  MemoryFiles files = indexed();
  const std::string first = index_in(files);
  files.contents[path] += diary("2026-11-12", 5);
  CHECK(streak(files) == streak(files, ""));
  CHECK(index_in(files) == first);
  files.contents[path] += std::string(2 * store::longest_tail, ' ') + "\n";
  CHECK(streak(files) == streak(files, ""));
  CHECK(index_in(files) != first);
}

TEST_CASE("an index that is damaged or of another ledger is made anew") {
  MemoryFiles files = indexed();
  for (auto& [name, bytes] : files.contents)
    if (name.ends_with(".index")) bytes[20] = static_cast<char>(bytes[20] ^ 1);
  CHECK(streak(files) == streak(files, ""));
  CHECK(store::unpacked(index_in(files)).has_value());
  files.contents[path] = diary("2024-01-01", 700);
  CHECK(streak(files) == streak(files, ""));
  CHECK(store::unpacked(index_in(files))->file == files.state(path));
}

TEST_CASE("a ledger that ends within a line or lies beside copies is read whole") {
  MemoryFiles files = indexed();
  files.contents["/data/ledger.sync-conflict-1.jsonl"] = diary("2026-11-20", 3);
  CHECK(streak(files) == streak(files, ""));
  files.contents.erase("/data/ledger.sync-conflict-1.jsonl");
  MemoryFiles torn;
  torn.contents[path] = diary("2025-01-01", 600) + "{\"v\":1,";
  CHECK(streak(torn) == streak(torn, ""));
  CHECK(index_in(torn).empty());
}

TEST_CASE("a cache that cannot be written costs nothing but time") {
  MemoryFiles files;
  files.contents[path] = diary("2025-01-01", 600);
  files.trouble = Trouble::read_only;
  CHECK(streak(files) == streak(files, ""));
  CHECK(index_in(files).empty());
}

TEST_CASE("an index whose file is another one, or has other bytes where it ended, is not used") {
  MemoryFiles files = indexed();
  const auto index = store::unpacked(index_in(files));
  REQUIRE(index.has_value());
  const Day today = day("2026-11-23");
  const auto is_used = [&](FileState state) {
    return store::continued_index(files, path, *index, state, today).has_value();
  };
  const FileState now = *files.state(path);
  CHECK(is_used(now));
  FileState other = now;
  other.path = "/elsewhere";
  CHECK_FALSE(is_used(other));
  other = now;
  ++other.device;
  CHECK_FALSE(is_used(other));
  other = now;
  ++other.inode;
  CHECK_FALSE(is_used(other));
  files.contents.erase(path);
  CHECK_FALSE(is_used(now));
  files.contents[path] = "";
  files.trouble = Trouble::unreadable;
  CHECK_FALSE(is_used(now));
}

TEST_CASE("bytes with a sound checksum that are no index are none") {
  MemoryFiles files = indexed();
  const std::string bytes = index_in(files);
  const auto sealed = [&](const std::string& body) {
    const std::uint64_t sum = store::ending_hash(body);
    std::string out = bytes.substr(0, 8);
    out.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    return out + body;
  };
  CHECK(store::unpacked(sealed(bytes.substr(16))).has_value());
  CHECK_FALSE(store::unpacked(sealed(bytes.substr(16) + "x")).has_value());
  CHECK_FALSE(store::unpacked(sealed("")).has_value());
}

TEST_CASE("an index keeps the first bad lines, of whatever kind") {
  MemoryFiles files;
  files.contents[path] = "{\"name\":\"x\"}\n<<<<<<< mine\nx\ny\nz\n" + diary("2025-01-01", 600);
  streak(files);
  const auto index = store::unpacked(index_in(files));
  REQUIRE(index.has_value());
  CHECK(index->account.bad_lines == 4);
  CHECK(index->account.problems.size() == 3);
}
