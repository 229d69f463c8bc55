// Reading the notes of some entries only, against reading them all.
#include "store/reading/notes_reader.hpp"

#include <doctest/doctest.h>

#include "support/diary.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"

namespace connect::notes_reader_test {

using namespace test;
using testing::MemoryFiles;

namespace {

const std::string path = "/home/ledger.jsonl";

std::vector<EntryText> told(const Ledger& ledger) {
  std::vector<EntryText> out;
  for (const Entry& entry : ledger.entries()) out.push_back(ledger.entry_text(entry));
  return out;
}

}  // namespace

TEST_CASE("notes that are read for some entries alone are those of the whole ledger") {
  std::size_t notes = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Diary diary(seed);
    Random random(seed);
    MemoryFiles files;
    const auto half = diary.lines.size() / 2;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    if (random.chance(30))  // some of it comes from another machine, and some of that twice
      files.contents["/home/ledger.sync-conflict-1.jsonl"] = text_of(diary.lines, half / 2, half);
    const auto all = told(store::read_ledger(files, path, Notes::keep)->ledger);
    const auto bare = told(store::read_ledger(files, path, Notes::leave)->ledger);
    REQUIRE(bare.size() == all.size());
    std::vector<EntryText> some;
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (random.chance(30)) {
        CHECK(bare[i].said.note.empty());
        notes += all[i].said.note.empty() ? 0U : 1U;
        some.push_back(bare[i]);
        expected.push_back(text_of(all[i]));
      }
    REQUIRE(bool(store::add_notes(files, path, some)));
    std::vector<std::string> got;
    for (const EntryText& entry : some) got.push_back(text_of(entry));
    REQUIRE(got == expected);
  }
  CHECK(notes > 1000);
}

TEST_CASE("a note that is looked for is found where the whole ledger has it") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Diary diary(seed);
    MemoryFiles files;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    const NoteTest test = [](std::string_view note) { return note.ends_with("2"); };
    const auto bare = store::read_ledger(files, path, Notes::leave, {test, {}});
    const auto kept = store::read_ledger(files, path, Notes::keep);
    for (std::size_t i = 0; i < kept->ledger.entries().size(); ++i)
      REQUIRE(bare->ledger.entries()[i].is_found ==
              test(kept->ledger.note(kept->ledger.entries()[i])));
  }
}

TEST_CASE("an entry that is gone when its note is looked for is an error, not an empty note") {
  MemoryFiles files;
  files.contents[path] = store::encode(record(0, 0, logged("2026-11-23"))) + "\n";
  auto entries = told(store::read_ledger(files, path, Notes::leave)->ledger);
  REQUIRE(entries.size() == 1);
  files.contents[path] = store::encode(record(1, 0, logged("2026-11-23"))) + "\n";
  const auto added = store::add_notes(files, path, entries);
  REQUIRE_FALSE(bool(added));
  CHECK(added.error().kind == ErrorKind::busy);
}

}  // namespace connect::notes_reader_test
