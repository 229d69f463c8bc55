// Lists of config.toml over several lines: each comes to stand on one.
#include "cli/whole_lists.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"

using namespace connect;
using cli::with_whole_lists;

TEST_CASE("a list over several lines becomes one line, without comments and the last comma") {
  const auto whole = with_whole_lists("a = 1\nb = [  # two\n  \"x\",\n  \"y\", # last\n]\nc = 2\n");
  REQUIRE(whole);
  CHECK(*whole == "a = 1\nb = [ \"x\", \"y\" ]\nc = 2\n");
}

TEST_CASE("what is no list stays as it is") {
  for (const char* text : {"", "a = 1\n", "[table]\n", "# a = [\n", "a = \"[\"\n", "]\n", "a\n"}) {
    const auto whole = with_whole_lists(text);
    REQUIRE(whole);
    CHECK(*whole == text);
  }
}

TEST_CASE("a list without an end is told with the line where it begins") {
  const auto whole = with_whole_lists("a = 1\n\nb = [\"x\"\nc = 2\n");
  REQUIRE_FALSE(whole);
  CHECK(whole.error().message == "the list of line 3 has no end");
}

TEST_CASE("any text at all is a list, lines or an error") {
  test::Random random(20261123);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (int n = random.between(0, 20); n > 0; --n) text += "a=[]\",#\n \t"[random.between(0, 9)];
    if (const auto whole = with_whole_lists(text)) CHECK(with_whole_lists(*whole));
  }
}
