// The same checks on RealFiles and MemoryFiles, so that commands tested in memory meet the same
// behaviour on disk.
#include "host/files.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>

#include "support/memory_files.hpp"

namespace connect::files_test {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each, at the same kind of path.
struct Real {
  Real() {
    std::string name = (fs::temp_directory_path() / "connect-twins-XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  Real(const Real&) = delete;
  Real& operator=(const Real&) = delete;
  ~Real() { fs::remove_all(folder); }

  host::RealFiles files;
  std::string folder;
};

struct Memory {
  testing::MemoryFiles files;
  std::string folder = "/home/ana";
};

using Names = std::vector<std::string>;
using Care = Files::Care;

}  // namespace

TEST_CASE_TEMPLATE("a folder's names are sorted, and neither it nor the one above is among them",
                   Twin, Real, Memory) {
  Twin twin;
  for (const char* name : {"/f/b", "/f/a", "/f/.hidden", "/f/g/c"})
    REQUIRE(twin.files.append(twin.folder + name, "x", Care::durable, {}));
  CHECK(*twin.files.list(twin.folder + "/f") == Names{".hidden", "a", "b", "g"});
  CHECK(twin.files.list(twin.folder + "/none")->empty());
  CHECK(twin.files.list(twin.folder + "/f/a")->empty());
}

TEST_CASE_TEMPLATE("a line is added behind what is there, and an unfinished one stays by itself",
                   Twin, Real, Memory) {
  Twin twin;
  const std::string path = twin.folder + "/new/ledger.jsonl";
  REQUIRE(twin.files.append(path, "one", Care::durable, {}));
  REQUIRE(twin.files.append(path, "two\nthree", Care::best_effort, {}));
  CHECK(**twin.files.whole(path) == "one\ntwo\nthree\n");
  REQUIRE(twin.files.write(twin.folder + "/torn", "torn", false));
  REQUIRE(twin.files.append(twin.folder + "/torn", "next", Care::ordered, {}));
  CHECK(**twin.files.whole(twin.folder + "/torn") == "torn\nnext\n");
}

TEST_CASE_TEMPLATE("what is not a file is not read, written or looked at as one", Twin, Real,
                   Memory) {
  Twin twin;
  REQUIRE(twin.files.append(twin.folder + "/f/file", "x", Care::durable, {}));
  const std::string folder = twin.folder + "/f";
  const std::string below = twin.folder + "/f/file/below";
  CHECK_FALSE(twin.files.whole(folder));
  CHECK_FALSE(twin.files.whole(below));
  CHECK_FALSE(twin.files.append(folder, "x", Care::durable, {}));
  CHECK_FALSE(twin.files.append(below, "x", Care::durable, {}));
  CHECK_FALSE(twin.files.write(folder, "x", true));
  CHECK_FALSE(twin.files.write(below, "x", true));
  CHECK_FALSE(twin.files.remove(folder));
  CHECK(twin.files.state(folder) == std::nullopt);
  CHECK(twin.files.state(below) == std::nullopt);
  CHECK(*twin.files.list(folder) == Names{"file"});
}

TEST_CASE_TEMPLATE("what is not there has no bytes and no state, and cannot be confirmed or moved",
                   Twin, Real, Memory) {
  Twin twin;
  const std::string none = twin.folder + "/none";
  CHECK_FALSE(twin.files.whole(none)->has_value());
  CHECK(twin.files.state(none) == std::nullopt);
  CHECK(twin.files.remove(none));
  CHECK_FALSE(twin.files.confirm(none));
  CHECK_FALSE(twin.files.set_aside(none, twin.folder + "/aside"));
  CHECK(twin.files.list(twin.folder)->empty());
  CHECK(twin.files.privacy_findings(none).empty());
  CHECK(twin.files.real_path(none).ends_with("/none"));
}

TEST_CASE_TEMPLATE("a part of a file is read from where it was left", Twin, Real, Memory) {
  Twin twin;
  const std::string path = twin.folder + "/file";
  const std::string long_text(1000, 'x');
  REQUIRE(twin.files.write(path, long_text + "end", false));
  std::string read;
  CHECK(*twin.files.read(path, 1000, [&](std::string_view bytes) { read.append(bytes); }));
  CHECK(read == "end");
  CHECK(*twin.files.read(path, 5000, [&](std::string_view bytes) { read.append(bytes); }));
  CHECK(read == "end");
  CHECK(twin.files.state(path)->size == 1003);
}

TEST_CASE_TEMPLATE("a file is written over only if that is asked for", Twin, Real, Memory) {
  Twin twin;
  const std::string path = twin.folder + "/report";
  REQUIRE(twin.files.write(path, "one", false));
  const auto refused = twin.files.write(path, "two", false);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::usage);
  CHECK(refused.error().message == path + " already exists");
  REQUIRE(twin.files.write(path, "two", true));
  CHECK(**twin.files.whole(path) == "two");
}

TEST_CASE_TEMPLATE("a rewrite keeps what it replaces, under a name that is free", Twin, Real,
                   Memory) {
  Twin twin;
  const std::string path = twin.folder + "/ledger.jsonl";
  Rewriting how;
  how.backup = twin.folder + "/backups/old";
  for (const char* text : {"one", "two", "three"}) {
    how.make = [&](std::string_view) { return Result<std::optional<std::string>>(text); };
    REQUIRE(twin.files.rewrite(path, how)->done);
  }
  CHECK(**twin.files.whole(path) == "three");
  CHECK(*twin.files.list(twin.folder + "/backups") == Names{"old", "old.2", "old.3"});
  CHECK(**twin.files.whole(twin.folder + "/backups/old.3") == "two");
  how.make = [](std::string_view) { return Result<std::optional<std::string>>(std::nullopt); };
  CHECK_FALSE(twin.files.rewrite(path, how)->done);
  how.make = [](std::string_view) { return Result<std::optional<std::string>>("four"); };
  how.fits = [](std::string_view) { return false; };
  CHECK_FALSE(twin.files.rewrite(path, how));
  CHECK(**twin.files.whole(path) == "three");
}

TEST_CASE_TEMPLATE("a file put aside goes to a free name, and only the first claim is heard", Twin,
                   Real, Memory) {
  Twin twin;
  for (const char* text : {"one", "two"}) {
    REQUIRE(twin.files.write(twin.folder + "/copy", text, false));
    REQUIRE(twin.files.set_aside(twin.folder + "/copy", twin.folder + "/aside/copy"));
  }
  CHECK(**twin.files.whole(twin.folder + "/aside/copy.1") == "two");
  CHECK_FALSE(twin.files.whole(twin.folder + "/copy")->has_value());
  CHECK(*twin.files.claim(twin.folder + "/due", 1000, 2000));
  CHECK_FALSE(*twin.files.claim(twin.folder + "/due", 1500, 2500));
  CHECK(**twin.files.whole(twin.folder + "/due") == "2000\n");
  twin.files.store_cache(twin.folder + "/cache", "bytes");
  CHECK(**twin.files.whole(twin.folder + "/cache") == "bytes");
}

}  // namespace connect::files_test
