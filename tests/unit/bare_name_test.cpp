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

TEST_CASE("a sign before a letter or digit begins another name, unless only signs are before it") {
  using Parts = std::vector<std::string_view>;
  CHECK(signed_parts("@Maya@Sam") == Parts{"@Maya", "@Sam"});
  CHECK(signed_parts("@Maya/@Sam+work") == Parts{"@Maya", "@Sam", "+work"});
  CHECK(signed_parts("@Maya+@Élise") == Parts{"@Maya", "@Élise"});
  CHECK(signed_parts("+work+1st,") == Parts{"+work", "+1st,"});
  CHECK(signed_parts("@Maya,+work") == Parts{"@Maya,", "+work"});
  for (const std::string_view word : {"@Maya", "@@Maya", "@+Maya", "@Maya,@Sam", "@Maya/Sam",
                                      "+c++", "@Maya@", "@Maya and @Sam", ""})
    CHECK(signed_parts(word) == Parts{word});
}

}  // namespace connect::bare_name_test
