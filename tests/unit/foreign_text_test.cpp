#include "domain/text/foreign_text.hpp"

#include <doctest/doctest.h>

namespace connect::foreign_text_test {

TEST_CASE("a text from Windows loses its byte order mark and the CR of its line ends") {
  CHECK(unix_text("\xef\xbb\xbfhi\r\nthere\r\n") == "hi\nthere\n");
  CHECK(unix_text("a\r\n\r\nb\r") == "a\n\nb");
  CHECK(unix_text("a\rb") == "a\rb");
  CHECK(unix_text("").empty());
  CHECK(without_mark("\xef\xbb\xbfx") == "x");
  CHECK(without_mark("x\xef\xbb\xbf") == "x\xef\xbb\xbf");
}

}  // namespace connect::foreign_text_test
