// The cache when a ledger changes between two reads, or during one: a stale cache is not used, and
// nothing is cached that does not cover a whole file.
#include "store/cache/continuing.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>

#include "domain/summary/history.hpp"
#include "store/cache/appends.hpp"
#include "store/cache/coverage_packing.hpp"
#include "store/cache/days_reader.hpp"
#include "store/format/codec.hpp"
#include "store/reading/past_reader.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"

namespace connect::continuing_test {

using namespace test;
using testing::MemoryFiles;
using testing::Trouble;

namespace {

const std::string path = "/home/ledger.jsonl";
const Day start = day("2025-01-01");

/// Many days of thanks, and an index that was kept of it.
struct Kept {
  Kept() {
    for (int i = 0; i < 500; ++i) add(i);
    acts();
    REQUIRE(files.contents.contains(cache));
    first = index();
    files.meanwhile = [this](const std::string& read) {
      readings += read == path ? 1 : 0;
      if (read == path && happens) std::exchange(happens, nullptr)();
    };
  }

  void add(int on) { files.contents[path] += line(on); }
  std::string line(int on) {
    const Day said = start + on;
    const std::int64_t at = instant_at(said, 30'000 + ++made, 0).seconds;
    return store::encode({uuid_text(new_id(at * 1000, {})),
                          {at, 0},
                          logged(iso(said), Act::thank, {"Maya"})}) +
           "\n";
  }
  /// As the program itself adds it.
  void append(int on) {
    std::string text = line(on);
    text.pop_back();
    store::note_append(files, "/cache", *files.append(path, text, Files::Care::durable));
  }

  Result<store::PastReading> read() {
    return store::read_past(files, path, "/cache", {start + 510, {}});
  }
  std::size_t acts() {
    auto reading = read();
    REQUIRE(bool(reading));
    return history_of(std::move(reading->past)).people.at(0).count;
  }
  const std::string& index() { return files.contents[cache]; }
  std::uint64_t covered() { return store::unpacked(index())->bytes.size(); }

  int made = 0;
  int readings = 0;  // of the ledger
  MemoryFiles files;
  std::function<void()> happens;  // once, just before the ledger is read
  std::string cache = store::cache_path("/cache", path, store::index_ending);
  std::string first;
};

}  // namespace

TEST_CASE("a ledger that cannot be read is no ledger that an index knows") {
  Kept kept;
  kept.happens = [&] { kept.files.trouble = Trouble::unreadable; };
  CHECK_FALSE(bool(kept.read()));
}

TEST_CASE("a ledger that was taken away after a look at its size is read as one that is gone") {
  Kept kept;
  kept.happens = [&] { kept.files.contents.erase(path); };
  const auto reading = kept.read();
  REQUIRE(bool(reading));
  CHECK_FALSE(reading->exists);
}

TEST_CASE("an index is written anew after some new lines, also while another adds to them") {
  Kept kept;
  for (int i = 0; i < 40; ++i) kept.add(500);
  kept.happens = [&] { kept.add(501); };
  CHECK(kept.acts() == 541);
  CHECK(kept.index() != kept.first);
  CHECK(kept.covered() == kept.files.contents[path].size());
  kept.add(502);
  CHECK(kept.acts() == 542);
}

TEST_CASE("a ledger that another adds to while it is read whole is kept as far as it was read") {
  Kept kept;
  kept.files.contents.erase(kept.cache);
  kept.happens = [&] { kept.add(500); };
  CHECK(kept.acts() == 501);
  CHECK(kept.covered() == kept.files.contents[path].size());
  kept.add(502);
  CHECK(kept.acts() == 502);
}

TEST_CASE("a ledger that was changed in any other way while it was read is not kept") {
  Kept kept;
  std::string& ledger = kept.files.contents[path];
  for (const bool is_whole : {false, true}) {
    if (is_whole) kept.files.contents.erase(kept.cache);
    if (!is_whole)
      for (int i = 0; i < 40; ++i) kept.add(500);
    const std::string before = kept.files.contents[kept.cache];
    kept.happens = [&] { ledger[ledger.find("Maya")] = 'K'; };
    REQUIRE(bool(kept.read()));
    CHECK(kept.files.contents[kept.cache] == before);
  }
}

TEST_CASE("a ledger whose last line was taken back while it was read is not kept") {
  Kept kept;
  for (int i = 0; i < 40; ++i) kept.add(500);
  std::string& ledger = kept.files.contents[path];
  kept.happens = [&] { ledger.resize(ledger.rfind('\n', ledger.size() - 2) + 1); };
  CHECK(kept.acts() == 539);
  CHECK(kept.index() == kept.first);
}

TEST_CASE("an edit in place of the same length, followed by a line of another program, is seen") {
  Kept kept;
  std::string& ledger = kept.files.contents[path];
  for (int i = 0; i < 60; ++i) ledger.replace(ledger.find("Maya"), 4, "Nora");
  kept.add(500);
  CHECK(kept.acts() == 441);
  for (int i = 0; i < 60; ++i) ledger.replace(ledger.find("Maya"), 4, "Nora");
  kept.append(500);
  CHECK(kept.acts() == 382);
}

TEST_CASE("our own lines are read alone, and after another program's line all is read once more") {
  Kept kept;
  const auto readings_of = [&](std::size_t acts) {
    kept.readings = 0;
    CHECK(kept.acts() == acts);
    return kept.readings;
  };
  CHECK(readings_of(500) == 1);
  kept.append(500);
  kept.append(501);
  CHECK(readings_of(502) == 1);
  kept.add(502);
  CHECK(readings_of(503) == 2);
  CHECK(readings_of(503) == 1);
  kept.append(503);
  CHECK(readings_of(504) == 1);
  kept.files.contents.erase(store::cache_path("/cache", path, ".appends"));
  CHECK(readings_of(504) == 2);
  CHECK(readings_of(504) == 1);
}

TEST_CASE("a ledger with a copy beside it is not kept, for the copy is part of the answer") {
  Kept kept;
  kept.files.contents.erase(kept.cache);
  kept.files.contents["/home/ledger.sync-conflict-20260401-101010-ABCDEFG.jsonl"] =
      kept.files.contents[path];
  CHECK(kept.acts() == 500);
  CHECK_FALSE(kept.files.contents.contains(kept.cache));
}

TEST_CASE("a sealed file with more in it than its layout has is not read") {
  const auto no_rest = [](auto&, auto&) {};
  const std::string packed = store::packed_as(store::Kind::index, store::Coverage{}, no_rest);
  CHECK(store::unpacked_as<store::Coverage>(store::Kind::index, packed, no_rest).has_value());
  const std::string more = store::sealed(
      store::Kind::index, std::string(*store::unsealed(store::Kind::index, packed)) + "more");
  CHECK_FALSE(store::unpacked_as<store::Coverage>(store::Kind::index, more, no_rest).has_value());
}

}  // namespace connect::continuing_test
