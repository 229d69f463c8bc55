// What is kept of a ledger must know for certain what it does not hold.
#include "store/coverage.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/records.hpp"

using namespace connect;
using namespace connect::test;

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

TEST_CASE("a file that has another name or number, or was changed where it was, is not continued") {
  const FileState file{"/home/ledger.jsonl", 1, 7, 100, 5};
  CHECK(store::may_continue(file, file));
  CHECK(store::may_continue(file, {file.path, 1, 7, 101, 6}));
  CHECK_FALSE(store::may_continue(file, {"/home/other.jsonl", 1, 7, 100, 5}));
  CHECK_FALSE(store::may_continue(file, {file.path, 2, 7, 100, 5}));
  CHECK_FALSE(store::may_continue(file, {file.path, 1, 8, 100, 5}));
  CHECK_FALSE(store::may_continue(file, {file.path, 1, 7, 100, 6}));
  CHECK_FALSE(store::may_continue(file, {file.path, 1, 7, 99, 6}));
}
