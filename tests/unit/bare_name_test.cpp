// The punctuation of a sentence after a name.
#include "domain/text/bare_name.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

namespace connect::bare_name_test {

TEST_CASE("punctuation after a name is not part of it, but initials keep their full stop") {
  const std::vector<std::pair<std::string, std::string>> names{
      {"Maya", "Maya"},        {"Maya,", "Maya"},  {"Maya.", "Maya"}, {"Maya?!", "Maya"},
      {"Maya...", "Maya"},     {"Maya.,", "Maya"}, {"J.R.", "J.R."},  {"J.R.,", "J.R."},
      {"J.R", "J.R"},          {"É.Ø.", "É.Ø."},   {"J.", "J"},       {"Sam Jr.", "Sam Jr"},
      {"j.smith.", "j.smith"}, {"...", ""},        {"", ""}};
  for (const auto& [word, name] : names) {
    CAPTURE(word);
    CHECK(bare_name(word) == name);
    CHECK(bare_name(name) == name);
  }
}

TEST_CASE("a possessive is not part of a name in a sentence") {
  CHECK(name_in_sentence("Maya's") == "Maya");
  CHECK(name_in_sentence("Maya\u2019s,") == "Maya");
  CHECK(name_in_sentence("James'") == "James");
  CHECK(name_in_sentence("O'Hara") == "O'Hara");
  CHECK(name_in_sentence("'s").empty());
  CHECK(bare_name("yesterday's") == "yesterday's");
}

TEST_CASE(
    "a word has one name or several, and only a word of a sentence has punctuation around it") {
  using Names = std::vector<std::string>;
  CHECK(names_in("@Maya,", '@') == Names{"Maya"});
  CHECK(names_in("@Maya,@Sam.", '@') == Names{"Maya", "Sam"});
  CHECK(names_in("Maya, Sam.", '@') == Names{"Maya", "Sam."});
  CHECK(names_in("+work,family!", '+') == Names{"work", "family"});
  CHECK(names_in("@Dr. Smith, Jr.", '@') == Names{"Dr. Smith, Jr"});
  CHECK(names_in("Dr. Smith, Jr.,Sam", '@') == Names{"Dr. Smith, Jr.", "Sam"});
  CHECK(names_in("@Jr.", '@') == Names{"Jr"});
  CHECK(names_in("@,.", '@').empty());
  CHECK(names_in("", '@').empty());
  CHECK(single_name("@Smith, John.") == "Smith, John");
  CHECK(single_name("Ana Jr.") == "Ana Jr.");
}

}  // namespace connect::bare_name_test
