// Atomic replacement of a file on the real disk.
#include "host/rewrite.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "host/files.hpp"

namespace connect::rewrite_test {
namespace {

namespace fs = std::filesystem;

/// A folder of its own on the real disk.
struct Place {
  Place() {
    std::string name = (fs::temp_directory_path() / "connect-rewrite-XXXXXX").string();
    folder = ::mkdtemp(name.data());
    path = (folder / "ledger.jsonl").string();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { fs::remove_all(folder); }

  void put(const std::string& bytes) const {
    std::ofstream(path, std::ios::binary) << bytes;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  }
  static std::string bytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t names() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
  }

  fs::path folder;
  std::string path;
};

using Made = Result<std::optional<std::string>>;

Rewriting to(const std::string& bytes, const std::string& backup = "") {
  return {[bytes](std::string_view) { return Made(std::optional(bytes)); }, {}, backup};
}

}  // namespace

TEST_CASE("a rewritten file has the new bytes, is private, and leaves nothing beside it") {
  const Place place;
  place.put("old\n");
  host::RealFiles files;
  const auto done = files.rewrite(place.path, to("new\n"));
  REQUIRE(done);
  CHECK(done->done);
  CHECK(Place::bytes(place.path) == "new\n");
  CHECK(fs::status(place.path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(place.names() == 1);
}

TEST_CASE("the backup holds the old bytes, under a name that was free") {
  const Place place;
  host::RealFiles files;
  const std::string backup = (place.folder / "backups" / "then.jsonl").string();
  place.put("one\n");
  REQUIRE(files.rewrite(place.path, to("two\n", backup)));
  const auto again = files.rewrite(place.path, to("three\n", backup));
  REQUIRE(again);
  CHECK(Place::bytes(backup) == "one\n");
  CHECK(again->backup == backup + ".2");
  CHECK(Place::bytes(again->backup) == "two\n");
}

TEST_CASE("a file that needs no change is not touched, nor backed up") {
  const Place place;
  place.put("old\n");
  struct stat before {};
  REQUIRE(::stat(place.path.c_str(), &before) == 0);
  host::RealFiles files;
  const auto done = files.rewrite(
      place.path, {[](std::string_view) { return Made(std::optional<std::string>()); },
                   {},
                   (place.folder / "backup").string()});
  struct stat after {};
  REQUIRE(::stat(place.path.c_str(), &after) == 0);
  REQUIRE(done);
  CHECK_FALSE(done->done);
  CHECK(before.st_ino == after.st_ino);
  CHECK(place.names() == 1);
}

TEST_CASE("bytes that do not say what they should replace nothing") {
  const Place place;
  place.put("old\n");
  host::RealFiles files;
  Rewriting how = to("new\n");
  how.fits = [](std::string_view) { return false; };
  const auto done = files.rewrite(place.path, how);
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == ErrorKind::not_saved);
  CHECK(Place::bytes(place.path) == "old\n");
  CHECK(place.names() == 1);
}

TEST_CASE("a symbolic link stays, and the file it leads to is replaced") {
  const Place place;
  place.put("old\n");
  const fs::path link = place.folder / "link.jsonl";
  fs::create_symlink(place.path, link);
  host::RealFiles files;
  REQUIRE(files.rewrite(link.string(), to("new\n")));
  CHECK(fs::is_symlink(link));
  CHECK(Place::bytes(place.path) == "new\n");
}

TEST_CASE("a line added meanwhile by somebody who heeds no lock is in the new file") {
  const Place place;
  place.put("old\n");
  host::RealFiles files;
  bool is_late = false;
  const auto done = files.rewrite(place.path, {[&](std::string_view old) {
                                                 const std::string mine = std::string(old) + "!\n";
                                                 if (!std::exchange(is_late, true))
                                                   std::ofstream(place.path, std::ios::app)
                                                       << "late\n";
                                                 return Made(std::optional(mine));
                                               },
                                               {},
                                               ""});
  REQUIRE(done);
  CHECK(Place::bytes(place.path) == "old\nlate\n!\n");
}

TEST_CASE("a file that is not there is made from nothing, or stays away") {
  const Place place;
  host::RealFiles files;
  const auto none = files.rewrite(
      place.path, {[](std::string_view) { return Made(std::optional<std::string>()); }, {}, ""});
  REQUIRE(none);
  CHECK(place.names() == 0);
  REQUIRE(files.rewrite(place.path, to("new\n")));
  CHECK(Place::bytes(place.path) == "new\n");
}

TEST_CASE("a file with a second name is refused, and stays") {
  const Place place;
  place.put("old\n");
  fs::create_hard_link(place.path, place.folder / "second");
  host::RealFiles files;
  CHECK_FALSE(files.rewrite(place.path, to("new\n")));
  CHECK(Place::bytes(place.path) == "old\n");
}

}  // namespace connect::rewrite_test
