// What a cache knows about the records that it covers: it may be unsure whether a record is new,
// but never wrong.
#include "store/cache/ledger_prefix.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/records.hpp"

namespace connect::ledger_prefix_test {

using namespace test;

namespace {

Record made_at(std::int64_t millisecond) {
  return {uuid_text(new_id(1'700'000'000'000 + millisecond, {})), {1'700'000'000, 0}, Felt{}};
}

}  // namespace

TEST_CASE("a record that was read is never called new, in whatever order records came") {
  Random random(6);
  std::size_t in_time = 0, found_new = 0;
  for (int round = 0; round < 60; ++round) {
    store::Marks marks;
    std::set<int> seen;
    for (int step = 0; step < 1000; ++step) {
      const int made = step + (random.chance(50) ? random.between(-90, 90) : 0) -
                       (random.chance(3) ? random.between(0, 1000) : 0);
      const bool is_new = store::is_new(marks, made_at(made));
      if (seen.contains(made)) REQUIRE_FALSE(is_new);
      if (!seen.contains(made) && made > step - 91) {
        ++in_time;
        found_new += is_new ? 1 : 0;
      }
      store::raise(marks, made_at(made));
      seen.insert(made);
    }
  }
  CHECK(in_time > 30'000);
  CHECK(found_new == in_time);
}

TEST_CASE(
    "a record that a correction waits for is not new, and one named in another way never is") {
  store::Marks marks;
  store::raise(marks, {made_at(5).id, {}, Amended{made_at(4).id, removal()}});
  CHECK_FALSE(store::is_new(marks, made_at(4)));
  CHECK_FALSE(store::is_new(marks, made_at(5)));
  CHECK(store::is_new(marks, made_at(3)));
  CHECK_FALSE(store::is_new(marks, {"their-1", {}, Felt{}}));
}

TEST_CASE("a file is as it was left only if no more than our own lines came to it since then") {
  const FileState left{"/home/ledger.jsonl", 1, 7, 100, 5, 5, true};
  const std::uint64_t number = store::number_of(left);
  const store::Standing standing = store::standing_of(left, left, {});
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
    CHECK_FALSE(store::is_as_left(store::standing_of(left, other, {}), left, {}));
  }
  FileState fresh = left;
  fresh.is_settled = false;  // it may still change without a trace
  CHECK_FALSE(store::is_as_left(store::standing_of(fresh, left, {}), left, {}));
  CHECK_FALSE(store::is_as_left(store::standing_of(left, std::nullopt, {}), left, {}));
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

TEST_CASE("a checksum is the same in any pieces, and goes on from where it was put aside") {
  Random random(8);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random.below(90), ' ');
    for (char& byte : bytes) byte = static_cast<char>(random.below(256));
    store::Checksum sum;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t size = random.below(bytes.size() - at + 1);
      sum.add(std::string_view(bytes).substr(at, size));
      sum = store::Checksum(sum.size(), sum.sum(), sum.pending());
      at += size;
    }
    REQUIRE(sum.value() == store::checksum(bytes));
    REQUIRE(store::checksum(bytes + std::string(1, '\0')) != store::checksum(bytes));
  }
}

}  // namespace connect::ledger_prefix_test
