// The cache when a ledger changes between two reads, or during one: a stale cache is not used, and
// nothing is cached that does not cover a whole file.
#include "store/cache/summary_cache.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>

#include "domain/summary/summary_views.hpp"
#include "store/cache/appends.hpp"
#include "store/cache/packing.hpp"
#include "store/format/codec.hpp"
#include "store/reading/notes_reader.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"

namespace connect::summary_cache_test {

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
    CHECK(files.append(path, text, Files::Care::durable, store::noting(files, "/cache")));
  }

  Result<store::CachedSummary> read(std::optional<Day> details_since = {}) {
    return store::read_summary(files, path, "/cache", {start + 510, {}, details_since});
  }
  std::size_t acts() {
    auto reading = read();
    REQUIRE(bool(reading));
    return known_people(reading->summary).at(0)->entries;
  }
  const std::string& index() { return files.contents[cache]; }
  std::uint64_t covered() { return store::unpacked(index(), Parts::details)->bytes.size(); }

  int made = 0;
  int readings = 0;  // of the ledger
  MemoryFiles files;
  std::function<void()> happens;  // once, just before the ledger is read
  std::string cache = store::cache_path("/cache", path, store::summary_ending);
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
  CHECK_FALSE(reading->report.exists);
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

TEST_CASE("of many processes that append while others read, none makes the next read everything") {
  Kept kept;
  const auto readings_while = [&](std::function<void()> change, std::size_t acts) {
    kept.readings = 0;
    kept.happens = std::move(change);
    CHECK(kept.acts() == acts);
    return kept.readings;
  };
  kept.append(500);
  kept.files.contents.erase(kept.cache);
  CHECK(readings_while([&] { kept.append(500); }, 502) == 1);  // in full, and is cached
  const std::string cached = kept.index();
  CHECK(readings_while([&] { kept.append(500); }, 503) == 2);  // the end only
  CHECK(kept.index() == cached);
  kept.append(501);
  CHECK(readings_while(nullptr, 504) == 1);
  // A line of another program, which comes while the ledger is read, is not taken for an own one.
  kept.files.contents.erase(kept.cache);
  CHECK(readings_while([&] { kept.add(501), kept.append(501); }, 506) == 1);
  CHECK(readings_while(nullptr, 506) == 2);
}

TEST_CASE("a bad line that comes while the end is read is counted once") {
  Kept kept;
  kept.happens = [&] {
    kept.files.contents[path] += "no record\n";
    kept.append(500);
  };
  const auto reading = kept.read();
  REQUIRE(bool(reading));
  CHECK(known_people(reading->summary).at(0)->entries == 501);
  CHECK(reading->report.bad_lines == 1);
  CHECK(reading->report.problems.size() == 1);
}

TEST_CASE("an entry that comes after a later one of its day is read without the whole ledger") {
  Kept kept;
  const std::string early = kept.line(500);
  for (int i = 0; i < 40; ++i) kept.append(500);
  CHECK(kept.acts() == 540);
  const std::string cached = kept.index();
  REQUIRE(cached != kept.first);
  kept.files.contents[path] += early;  // so that the details are read, which it does not fit
  kept.readings = 0;
  CHECK(kept.acts() == 541);
  CHECK(kept.readings == 2);  // a checksum, and the end
  CHECK(kept.index() == cached);
  CHECK(kept.read(start)->summary.details->acts_on(start + 500)->total() == 41);
  CHECK(kept.acts() == 541);
}

TEST_CASE("a ledger with a copy beside it is not kept, for the copy is part of the answer") {
  Kept kept;
  kept.files.contents.erase(kept.cache);
  kept.files.contents["/home/ledger.sync-conflict-20260401-101010-ABCDEFG.jsonl"] =
      kept.files.contents[path];
  CHECK(kept.acts() == 500);
  CHECK_FALSE(kept.files.contents.contains(kept.cache));
}

TEST_CASE("reports of long ago read the older days, and only from the file that belongs to them") {
  Kept kept;
  const Day first = start;
  const auto rows = [&] { return kept.read(first)->summary.details->rows.size(); };
  const std::string older = store::cache_path("/cache", path, store::older_ending);
  REQUIRE(kept.files.contents.contains(older));
  CHECK(kept.read(start + 400)->summary.details->rows.size() < 400);
  CHECK(rows() == 500);
  CHECK(kept.index() == kept.first);
  std::uint64_t key = 0;
  for (const std::string& other : {std::string(), store::packed_older(DailyDetails{}, key)}) {
    kept.files.contents[older] = other;
    CHECK(rows() == 500);                                     // from the whole ledger
    CHECK(kept.files.contents[older].size() > other.size());  // which is cached again
  }
}

TEST_CASE("cache files of earlier versions are removed when a summary is cached") {
  Kept kept;
  const auto former = [](std::string_view ending) {
    return store::cache_path("/cache", path, ending);
  };
  for (const auto ending : store::former_endings) kept.files.contents[former(ending)] = "old";
  kept.files.contents.erase(kept.cache);
  kept.acts();
  for (const auto ending : store::former_endings)
    CHECK_FALSE(kept.files.contents.contains(former(ending)));
}

TEST_CASE("the note of a kindness is read from its line, wherever the line is by now") {
  Kept kept;
  const std::int64_t at = instant_at(start + 505, 0, 0).seconds;
  const std::string noticed = store::encode({uuid_text(new_id(at * 1000, {})),
                                             {at, 0},
                                             Noticed{start + 505, {"Maya"}, "brought soup"}}) +
                              "\n";
  const std::string before = kept.files.contents[path];
  kept.files.contents[path] = before + noticed;
  const auto kindnesses = [&] { return kept.read()->summary.kindnesses; };
  REQUIRE(kindnesses().size() == 1);
  const OpenNote kindness = kindnesses()[0];
  CHECK(kindness.line == LineRef{before.size(), static_cast<std::uint32_t>(noticed.size() - 1)});
  kept.readings = 0;
  CHECK(store::note_of(kept.files, path, kindness) == "brought soup");
  CHECK(kept.readings == 0);
  kept.files.contents[path] = noticed + before;
  CHECK(store::note_of(kept.files, path, kindness) == "brought soup");
  CHECK(kept.readings == 1);
  kept.files.contents[path] = before;
  CHECK(store::note_of(kept.files, path, kindness).empty());
}

}  // namespace connect::summary_cache_test
