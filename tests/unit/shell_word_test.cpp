#include "domain/text/shell_word.hpp"

#include <doctest/doctest.h>

namespace connect::shell_word_test {

TEST_CASE("a plain word is left as it is, and anything else is quoted for a shell") {
  CHECK(shell_word("/home/ana/.local/share/x_1-2.txt") == "/home/ana/.local/share/x_1-2.txt");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("~/notes") == "'~/notes'");
  CHECK(shell_word("Called Mom") == "'Called Mom'");
  CHECK(shell_word("Ana's $HOME") == R"('Ana'\''s $HOME')");
}

}  // namespace connect::shell_word_test
