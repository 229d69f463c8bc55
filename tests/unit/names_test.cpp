// People and tags: which spellings are one name, which spelling is shown, and renames.
#include "domain/ledger/names.hpp"

#include <doctest/doctest.h>

#include <map>

#include "support/records.hpp"

namespace connect::names_test {
namespace {

Stamp at(std::int64_t second, std::uint64_t id = 1) { return {second, {1, id}}; }

}  // namespace

TEST_CASE("case and accents aside, one name is one name") {
  Names names;
  const NameIndex maya = names.add("Maya", at(1));
  CHECK(names.add("MAYA", at(2)) == maya);
  CHECK(names.add("máyà", at(3)) == maya);
  CHECK(names.add("Sam", at(4)) != maya);
  CHECK(names.size() == 2);
  CHECK(names.find("  maya ") == maya);
  CHECK_FALSE(names.find("Mya").has_value());
  CHECK_FALSE(names.find("").has_value());
}

TEST_CASE("a name is found without its spaces and hyphens, unless that could be another one") {
  Names names;
  const NameIndex ruth = names.add("Aunt Ruth", at(1));
  const NameIndex ann = names.add("Lee-Ann", at(2));
  CHECK(names.find_loosely("AuntRuth") == ruth);
  CHECK(names.find_loosely("aunt-ruth") == ruth);
  CHECK(names.find_loosely("leeann") == ann);
  CHECK(names.find_loosely("lee ann") == ann);
  CHECK(names.find_loosely("aunt ruth.") == ruth);
  CHECK_FALSE(names.find_loosely("-").has_value());
  CHECK_FALSE(names.find_loosely("Aunt").has_value());
  CHECK_FALSE(names.find("AuntRuth").has_value());
  const NameIndex other = names.add("Leeann", at(3));
  CHECK(names.find_loosely("leeann") == other);
  CHECK(names.find_loosely("Lee-Ann") == ann);
  CHECK_FALSE(names.find_loosely("Lee Ann").has_value());
  names.rename(other, ann);
  CHECK(names.find_loosely("Lee Ann") == ann);
}

TEST_CASE("the spelling shown is the one used last, in whatever order it was read") {
  const std::vector<std::pair<std::string, Stamp>> said = {
      {"maya", at(1)}, {"MAYA", at(2)}, {"Maya", at(3, 1)}, {"mAYA", at(3, 2)}};
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    Names names;
    for (const auto& [spelling, stamp] : random.shuffled(said)) names.add(spelling, stamp);
    CHECK(names.display(0) == "mAYA");
  }
}

TEST_CASE("an older spelling met later does not change what is shown") {
  Names names;
  const NameIndex zoe = names.add("Zoë", at(5));
  names.add("zoe", at(4));
  CHECK(names.display(zoe) == "Zoë");
}

TEST_CASE("a renamed person is found under both names and shown under the new one") {
  Names names;
  const NameIndex old_name = names.add("Sam", at(1));
  const NameIndex new_name = names.add("Samantha", at(2));
  names.rename(old_name, new_name);
  CHECK(names.root(old_name) == names.root(new_name));
  CHECK(names.find("sam") == names.find("SAMANTHA"));
  CHECK(names.display(old_name) == "Samantha");
  CHECK(names.display(new_name) == "Samantha");
}

TEST_CASE("a rename that is taken back shows the old name again") {
  Names names;
  const NameIndex a = names.add("Ana", at(1));
  const NameIndex b = names.add("Bea", at(2));
  names.rename(a, b);
  names.rename(b, a);
  CHECK(names.root(a) == names.root(b));
  CHECK(names.display(a) == "Ana");
  CHECK(names.display(b) == "Ana");
}

TEST_CASE("a person renamed to the name already borne stays one person") {
  Names names;
  const NameIndex a = names.add("Ana", at(1));
  names.rename(a, a);
  CHECK(names.root(a) == a);
  CHECK(names.display(a) == "Ana");
}

TEST_CASE("renames of any shape end at the last new name for all that were joined") {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    Names names;
    std::vector<int> group;  // the test's own book of who is one with whom
    for (int i = 0; i < 8; ++i) {
      names.add("name " + std::to_string(i), at(i));
      group.push_back(i);
    }
    for (int step = 0; step < 10; ++step) {
      const std::size_t from = random.below(8), to = random.below(8);
      names.rename(static_cast<NameIndex>(from), static_cast<NameIndex>(to));
      for (int other = 0, joined = group[from]; other < 8; ++other)
        if (group[static_cast<std::size_t>(other)] == joined)
          group[static_cast<std::size_t>(other)] = group[to];
      REQUIRE(names.display(static_cast<NameIndex>(from)) == "name " + std::to_string(to));
    }
    for (std::size_t a = 0; a < 8; ++a)
      for (std::size_t b = 0; b < 8; ++b)
        REQUIRE((names.root(static_cast<NameIndex>(a)) == names.root(static_cast<NameIndex>(b))) ==
                (group[a] == group[b]));
  }
}

TEST_CASE("equal lists are held once, and the empty list is number 0") {
  NameLists lists;
  CHECK(lists.intern({}) == 0);
  const auto one = lists.intern({1, 2});
  CHECK(lists.intern({2, 1}) != one);
  CHECK(lists.intern({1, 2}) == one);
  CHECK(lists[0].empty());
  for (NameIndex i = 0; i < 1000; ++i) lists.intern({i, i});
  REQUIRE(lists[one].size() == 2);
  CHECK(lists[one][0] == 1);
  CHECK(lists[one][1] == 2);
}

}  // namespace connect::names_test
