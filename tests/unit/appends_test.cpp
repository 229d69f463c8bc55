// Which appends to a ledger are the program's own, and when nothing else came between them.
#include "store/cache/appends.hpp"

#include <doctest/doctest.h>

#include "store/cache/packing.hpp"
#include "store/cache/summary_cache.hpp"
#include "support/kept_files.hpp"
#include "support/memory_files.hpp"

namespace connect::appends_test {

using testing::MemoryFiles;

namespace {

const std::string path = "/home/ledger.jsonl";
const std::string cache = store::cache_path("/cache", path, store::appends_ending);

/// A ledger that is long enough to be cached.
struct LongFile {
  LongFile() { files.contents[path] = std::string(store::cached_size, 'x') + "\n"; }

  void append() {
    CHECK(files.append(path, "more", Files::Care::durable, store::noting(files, "/cache")));
  }
  store::Appends known() { return store::known_appends(files, "/cache", path); }
  std::uint64_t number() { return store::number_of(*files.state(path)); }

  MemoryFiles files;
};

}  // namespace

TEST_CASE("a file is as it was left only if no more than our own lines came to it since then") {
  const FileState left{"/home/ledger.jsonl", 1, 7, 100, 5, 5, true};
  const std::uint64_t number = store::number_of(left);
  const store::Standing standing = store::standing_of(left, {}, left, {});
  CHECK(store::is_as_left(standing, left, {}));
  for (auto FileState::*field : {&FileState::device, &FileState::inode, &FileState::size}) {
    FileState other = left;
    ++(other.*field);
    CHECK_FALSE(store::is_as_left(standing, other, {}));
    CHECK(store::is_as_left(standing, other, {number, store::number_of(other)}));
    CHECK_FALSE(store::is_as_left(standing, other, {number + 1, store::number_of(other)}));
  }
  for (auto FileState::*time : {&FileState::modified, &FileState::changed}) {
    FileState other = left;
    ++(other.*time);
    CHECK_FALSE(store::is_as_left(standing, other, {}));
    CHECK_FALSE(store::is_as_left(store::standing_of(left, {}, other, {}), left, {}));
  }
  FileState fresh = left;
  fresh.is_settled = false;  // it may still change without a trace
  CHECK_FALSE(store::is_as_left(store::standing_of(fresh, {}, left, {}), left, {}));
  CHECK_FALSE(store::is_as_left(store::standing_of(left, {}, std::nullopt, {}), left, {}));
}

TEST_CASE("what was read while own lines were appended stands as before the first of them") {
  const FileState left{"/home/ledger.jsonl", 1, 7, 100, 5, 5, false};
  const FileState longer{"/home/ledger.jsonl", 1, 7, 120, 6, 6, true};
  const std::uint64_t number = store::number_of(left);
  const store::Appends before{3, number};
  const store::Appends after{3, store::number_of(longer)};
  CHECK(store::is_as_left(store::standing_of(left, before, longer, after), longer, after));
  const store::Appends another{4,
                               store::number_of(longer)};  // a line of another program came first
  CHECK(store::standing_of(left, before, longer, another).state == 0);
  CHECK(store::standing_of(left, {3, number + 1}, longer, after).state == 0);
}

TEST_CASE("a file that has another number, is shorter, or was changed where it was did not grow") {
  const FileState file{"/home/ledger.jsonl", 1, 7, 100, 5};
  CHECK(store::has_only_grown(file, file));
  CHECK(store::has_only_grown(file, {file.path, 1, 7, 101, 6}));
  CHECK_FALSE(store::has_only_grown(file, {file.path, 2, 7, 100, 5}));
  CHECK_FALSE(store::has_only_grown(file, {file.path, 1, 8, 101, 5}));
  CHECK_FALSE(store::has_only_grown(file, {file.path, 1, 7, 100, 6}));
  CHECK_FALSE(store::has_only_grown(file, {file.path, 1, 7, 99, 6}));
}

TEST_CASE("own appends form a chain, which begins anew after a line of another program") {
  LongFile file;
  const std::uint64_t first = file.number();
  file.append();
  file.append();
  CHECK(file.known().first == first);
  CHECK(file.known().last == file.number());
  file.files.contents[path] += "theirs\n";
  const std::uint64_t second = file.number();
  file.append();
  CHECK(file.known().first == second);
  CHECK(file.known().last == file.number());
  CHECK(store::known_appends(file.files, "", path).last == 0);
}

TEST_CASE("no append to a short ledger is noted, for it is not cached") {
  MemoryFiles files;
  files.contents[path] = "{}\n";
  CHECK(files.append(path, "more", Files::Care::durable, store::noting(files, "/cache")));
  CHECK_FALSE(files.contents.contains(cache));
}

TEST_CASE("the file of appends has its header and two numbers, and every change is noticed") {
  LongFile file;
  const std::uint64_t first = file.number();
  file.append();
  const std::string bytes = file.files.contents.at(cache);
  CHECK(bytes.starts_with("apdd"));
  std::string_view rest = bytes;
  const auto body = store::unsealed(store::Kind::appends, rest);
  REQUIRE(body.has_value());
  REQUIRE(body->size() == 16);
  CHECK(store::little_endian<std::uint64_t>(body->data()) == first);
  CHECK(store::little_endian<std::uint64_t>(body->data() + 8) == file.number());
  test::check_every_change_is_noticed(bytes, [&](std::string_view other) {
    file.files.contents[cache] = other;
    return file.known().first != 0;
  });
  const std::string longer = std::string(*body) + "more";
  file.files.contents[cache] = store::sealed(store::Kind::appends, longer);
  CHECK(file.known().first == 0);
}

}  // namespace connect::appends_test
