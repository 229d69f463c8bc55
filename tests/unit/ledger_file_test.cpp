// The ledger as a file: where it is looked for, what lies beside it, and what an unsaved record
// says.
#include "store/ledger_file.hpp"

#include <doctest/doctest.h>

#include "support/memory_files.hpp"
#include "support/records.hpp"

using namespace connect;
using namespace connect::test;
using connect::testing::MemoryFiles;
using connect::testing::Trouble;

namespace {

/// A disk that takes nothing and gives one file, and says so as the real one does.
class FullFiles final : public Files {
 public:
  explicit FullFiles(Error error) : error_(std::move(error)) {}

  std::string readable;  // the one file that can be read; it is empty
  std::vector<std::string> names;

  Result<bool> read(const std::string& path, std::uint64_t, const Sink&) override {
    if (path != readable) return error_;
    return true;
  }
  std::vector<std::string> names_in(const std::string&) override { return names; }
  Result<Appended> append(const std::string&, std::string_view, Care) override { return error_; }
  Status confirm(const std::string&) override { return error_; }
  Status write(const std::string&, std::string_view, bool) override { return error_; }
  Result<bool> claim(const std::string&, std::int64_t, std::int64_t) override { return error_; }
  std::optional<FileState> state(const std::string&) override { return std::nullopt; }
  void store_cache(const std::string&, std::string_view) override {}
  Result<std::string> standard_input(std::size_t) override { return error_; }
  Result<std::string> edited(std::string_view) override { return error_; }

 private:
  Error error_;
};

Error error_of_saving(Error error) {
  FullFiles files(std::move(error));
  return store::append_record(files, "/ledger.jsonl", record(0, 0, logged("2026-11-23")),
                              Files::Care::durable)
      .error();
}

std::vector<std::string> copies_beside(const std::string& path,
                                       const std::vector<std::string>& others) {
  MemoryFiles files;
  files.contents[path] = "";
  const auto slash = path.rfind('/');
  for (const auto& other : others) files.contents[path.substr(0, slash + 1) + other] = "";
  return store::conflict_copies(files, path);
}

}  // namespace

TEST_CASE("a ledger is looked for where the flag says, then the environment, then at home") {
  Facts facts;
  CHECK(store::ledger_path("", facts).error().hint == "set HOME, or name a file: --ledger FILE");
  facts.data_home = "/home/ana/.local/share";
  CHECK(*store::ledger_path("", facts) == "/home/ana/.local/share/connect/ledger.jsonl");
  facts.ledger = "/elsewhere";
  CHECK(*store::ledger_path("", facts) == "/elsewhere");
  CHECK(*store::ledger_path("here", facts) == "here");
}

TEST_CASE("without a place for state there is no journal") {
  Facts facts;
  CHECK(store::journal_path(facts).empty());
  facts.state_home = "/state";
  CHECK(store::journal_path(facts) == "/state/connect/journal.jsonl");
}

TEST_CASE("copies that sync tools leave are found beside the ledger, and nothing else is") {
  const std::string sync = "ledger.sync-conflict-20261123-221405-ABCDEFG.jsonl";
  const std::string cloud = "ledger (Ana's conflicted copy 2026-11-23).jsonl";
  const std::vector<std::string> others = {sync,
                                           cloud,
                                           "ledger.jsonl.bak",
                                           "ledger-old.jsonl",
                                           "other.sync-conflict-1.jsonl",
                                           "ledger.sync-conflict-1"};
  CHECK(copies_beside("/data/ledger.jsonl", others) == std::vector{cloud, sync});
  CHECK(copies_beside("/ledger.jsonl", {sync}).empty());  // memory knows no root folder
  CHECK(copies_beside("/data/ledger", {"ledger.sync-conflict-1"}) ==
        std::vector<std::string>{"ledger.sync-conflict-1"});
}

TEST_CASE("a name alone is a file of the folder one is in") {
  MemoryFiles files;
  files.contents["./ledger.sync-conflict-1.jsonl"] = "";
  CHECK(store::conflict_copies(files, "ledger.jsonl").size() == 1);
}

TEST_CASE("a conflict copy that cannot be read is not counted as read") {
  FullFiles files({ErrorKind::not_saved, "cannot read", ""});
  files.readable = "/data/ledger.jsonl";
  files.names = {"ledger.jsonl", "ledger.sync-conflict-1.jsonl"};
  const auto reading = store::read_ledger(files, files.readable, Notes::keep);
  REQUIRE(bool(reading));
  CHECK(reading->copies.empty());
}

TEST_CASE("a ledger that cannot be read is an error, not an empty one") {
  MemoryFiles files;
  files.contents["/data/ledger.jsonl"] = "";
  files.trouble = Trouble::unreadable;
  CHECK(store::read_ledger(files, "/data/ledger.jsonl", Notes::keep).error().kind ==
        ErrorKind::not_saved);
}

TEST_CASE("who has to repeat a command is told the id under which it is safe") {
  const Error unsure{ErrorKind::not_saved, "NOT SAVED, perhaps", "run it again with --id ID"};
  CHECK(error_of_saving(unsure).hint == "run it again with --id " + id_number(0));
  const Error full{ErrorKind::not_saved, "NOT SAVED", "free some space"};
  CHECK(error_of_saving(full) == full);
  const Error busy{ErrorKind::busy, "NOT SAVED", "again with --id ID"};
  CHECK(error_of_saving(busy) == busy);
}

TEST_CASE("a record that is too long is refused before it is written") {
  MemoryFiles files;
  Logged said = logged("2026-11-23");
  said.note = std::string(longest_record, 'x');
  const auto appended =
      store::append_record(files, "/ledger.jsonl", record(0, 0, said), Files::Care::durable);
  CHECK(appended.error().kind == ErrorKind::usage);
  CHECK(files.contents.empty());
}
