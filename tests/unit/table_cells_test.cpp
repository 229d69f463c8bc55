// Cells of CSV tables: hostile text round-trips, and no cell is run as a formula.
#include "domain/text/table_cells.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/show.hpp"

namespace connect::table_cells_test {
namespace {

/// Pieces that could be mistaken for each other, in any order.
std::string hostile_text(test::Random& random) {
  const std::array<std::string, 24> parts = {
      "\\", "\\\\", "u",  "U", "001b", "000e0041",   "\x1b",   "\t",
      "\n", "\r",   "=",  "+", "-",    "@",          "'",      "＝",
      ";",  ",",    "\"", "é", "李",   "\U000e0041", "\u202e", "a b"};
  std::string text;
  for (auto left = random.below(9); left > 0; --left) text += random.pick(parts);
  return text;
}

}  // namespace

TEST_CASE("a cell gives back the text that it was made from") {
  for (std::uint64_t seed = 1; seed <= 40000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    const std::string text = hostile_text(random);
    CAPTURE(text);
    REQUIRE(text_of_cell(spelled_out(guarded(text))) == text);
    REQUIRE(unspelled(spelled_out(text)) == text);
  }
}

TEST_CASE("a guarded cell begins with no formula, and what is no formula is left alone") {
  CHECK(guarded("=1+1") == "'=1+1");
  CHECK(guarded("'=1+1") == "''=1+1");
  CHECK(guarded("'tis the season") == "'tis the season");
  CHECK(guarded("1=1") == "1=1");
  CHECK(unguarded("'tis the season") == "'tis the season");
  CHECK(unguarded("=1+1") == "=1+1");
  CHECK(unguarded("'") == "'");
  CHECK(guarded("") == "");
}

TEST_CASE("no part of a cell begins with a formula, at whatever sign a spreadsheet splits") {
  CHECK(split_guarded("hi;=cmd|/C calc!A0") == "hi\\u003b=cmd|/C calc!A0");
  CHECK(split_guarded("hi;\"=1+1\"") == "hi\\u003b\"=1+1\"");
  CHECK(split_guarded("a,+1") == "a\\u002c+1");
  CHECK(split_guarded("a\n- b") == "a\\u000a- b");
  CHECK(split_guarded("a;＝1") == "a\\u003b＝1");
  CHECK(split_guarded("a\\;=1") == "a\\\\\\u003b=1");
  for (const char* text : {"a; b, c\nd", "Maya;Sam", "a;'=1", "5;", "a\n\nb", ""})
    CHECK(split_guarded(text) == text);
  CHECK(guarded("\"=1+1\"") == "'\"=1+1\"");
  for (std::uint64_t seed = 1; seed <= 40000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    const std::string text = hostile_text(random);
    CAPTURE(text);
    REQUIRE(text_of_cell(split_guarded(spelled_out(guarded(text)))) == text);
  }
}

TEST_CASE("backslashes are doubled only before what could be read as a hidden character") {
  CHECK(spelled_out("C:\\users\\u12") == "C:\\users\\u12");
  CHECK(spelled_out("\x1b[31m") == "\\u001b[31m");
  CHECK(spelled_out("\\u001b") == "\\\\u001b");
  CHECK(spelled_out("\\\x1b") == "\\\\\\u001b");
  CHECK(spelled_out("\U000e0041") == "\\U000e0041");
  CHECK(spelled_out("two\nlines") == "two\nlines");
  CHECK(unspelled("\\u00AB") == "\\u00AB");
}

TEST_CASE("lists of names come back as they were, whatever stands in a name") {
  CHECK(listed_names({"Maya", "Aunt Ruth"}) == "Maya;Aunt Ruth");
  CHECK(listed_names({"a;b", "c\\"}) == "a\\;b;c\\\\");
  CHECK(names_of_list("").empty());
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    std::vector<std::string> names(random.below(4));
    for (auto& name : names) name = "n" + hostile_text(random);
    REQUIRE(names_of_list(listed_names(names)) == names);
    REQUIRE(names_of_list(text_of_cell(spelled_out(guarded(listed_names(names))))) == names);
  }
}

}  // namespace connect::table_cells_test
