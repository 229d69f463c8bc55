// Reading the notes of some entries only, against reading them all.
#include "store/reading/notes_reader.hpp"

#include <doctest/doctest.h>

#include "store/cache/summary_cache.hpp"
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

TEST_CASE("a suggestion comes with the follow-up it was made of, however long ago that was noted") {
  MemoryFiles files;
  std::vector<Record> records = {record(0, 0, Asked{day("2026-01-01"), {"Maya"}, "how it went"})};
  Logged padding = logged("2026-01-02", Act::thank);
  padding.note.assign(4000, 'x');
  for (std::size_t i = 1; i <= 50; ++i) records.push_back(record(i, static_cast<int>(i), padding));
  const Prompted shown{day("2026-01-03"), Act::check_in, "ask", "Maya", "", "ask", id_number(0)};
  records.push_back(record(60, 60, shown));
  records.push_back(record(61, 61, Prompted{day("2026-01-04"), Act::thank, "thank-07", "", ""}));
  files.contents[path] = store::joined(*store::lines_of(records));
  REQUIRE(files.contents[path].size() > 150'000);
  const auto of_ask = store::read_suggestions(files, path, {id_number(60)});
  REQUIRE(of_ask->asks().size() == 1);
  CHECK(of_ask->asks()[0].note == "how it went");
  // Other suggestions are found in the end of the file.
  CHECK(store::read_suggestions(files, path, {id_number(61)})->asks().empty());
}

TEST_CASE("the latest entries are read from their lines as from the whole ledger") {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Diary diary(seed);
    MemoryFiles files;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    const auto all = told(store::read_ledger(files, path, Notes::keep)->ledger);
    const auto cached = store::whole_summary(files, path, diary.today);
    const Summary& summary = cached->summary;
    if (summary.latest.size() < std::min<std::size_t>(all.size(), 32)) continue;
    for (std::size_t size : {std::size_t{0}, summary.latest.size() / 2, summary.latest.size()}) {
      const auto some = std::span(summary.latest).last(size);
      const auto ledger = store::read_entries(files, path, summary, some);
      if (!ledger) continue;
      found += size;
      const auto got = told(*ledger);
      REQUIRE(got.size() == size);
      for (std::size_t i = 0; i < size; ++i) {
        REQUIRE(text_of(got[i]) == text_of(all[all.size() - size + i]));
        REQUIRE(got[i] == all[all.size() - size + i]);
      }
    }
  }
  CHECK(found > 5000);
}

TEST_CASE("an entry that is not where it was, or not what it was, is not read from its line") {
  const std::string first =
      R"({"v":1,"id":"00000000-0000-7000-8000-000000000001","op":"log",)"
      R"("at":"2026-11-22T10:00:00Z","day":"2026-11-22","act":"thank","note":"one"})";
  const std::string second =
      R"({"v":1,"id":"00000000-0000-7000-8000-000000000002","op":"log",)"
      R"("at":"2026-11-23T10:00:00Z","day":"2026-11-23","act":"offer","note":"two"})";
  MemoryFiles files;
  files.contents[path] = first + "\n" + second + "\n";
  const auto cached = store::whole_summary(files, path, Day{20780});
  const Summary& summary = cached->summary;
  REQUIRE(summary.latest.size() == 2);
  REQUIRE(store::read_entries(files, path, summary, summary.latest));
  files.contents[path] = second + "\n" + first + "\n";
  CHECK_FALSE(store::read_entries(files, path, summary, summary.latest));
  files.contents[path] = "\n" + first + "\n" + second + "\n";
  CHECK_FALSE(store::read_entries(files, path, summary, summary.latest));
  files.contents.erase(path);
  CHECK_FALSE(store::read_entries(files, path, summary, summary.latest));
}

TEST_CASE("a correction in a conflict copy is never looked for at the same place of the ledger") {
  const std::string entry = R"({"v":1,"id":"00000000-0000-7000-8000-000000000001","op":"log",)"
                            R"("at":"2026-11-23T10:00:00Z","day":"2026-11-23","act":"thank"})";
  const auto amended = [](char id, char ref, const std::string& note) {
    return std::string(R"({"v":1,"id":"00000000-0000-7000-8000-00000000000)") + id +
           R"(","op":"amend","at":"2026-11-23T11:00:00Z","ref":"00000000-0000-7000-8000-00000000000)" +
           ref + R"(","set":{"note":")" + note + "\"}}";
  };
  MemoryFiles files;
  files.contents[path] = entry + "\n" + amended('3', '9', "other") + "\n";
  files.contents["/home/ledger.sync-conflict-20261123-120000-ABCDEFG.jsonl"] =
      std::string(entry.size(), ' ') + "\n" + amended('4', '1', "right") + "\n";
  const auto all = told(store::read_ledger(files, path, Notes::keep)->ledger);
  REQUIRE(all.size() == 1);
  CHECK(all[0].said.note == "right");
  const auto cached = store::whole_summary(files, path, Day{20780});
  CHECK(cached->report.copies.size() == 1);
  const Summary& summary = cached->summary;
  REQUIRE(summary.latest.size() == 1);
  CHECK_FALSE(store::read_entries(files, path, summary, summary.latest));
}

TEST_CASE("a note that is looked for is found where the whole ledger has it") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Diary diary(seed);
    MemoryFiles files;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    const NoteTest test = [](std::string_view note) -> std::uint16_t {
      return note.ends_with("2");
    };
    const auto bare = store::read_ledger(files, path, Notes::leave, {test, {}});
    const auto kept = store::read_ledger(files, path, Notes::keep);
    for (std::size_t i = 0; i < kept->ledger.entries().size(); ++i)
      REQUIRE(bare->ledger.entries()[i].found ==
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
