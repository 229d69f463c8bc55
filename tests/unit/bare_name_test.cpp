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

}  // namespace connect::bare_name_test
