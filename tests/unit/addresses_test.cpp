#include "domain/text/addresses.hpp"

#include <doctest/doctest.h>

namespace connect::addresses_test {

TEST_CASE("an address is shown without the secrets in it, wherever it stands") {
  CHECK(without_credentials("https://ana:secret@example.org/l.git") == "https://example.org/l.git");
  CHECK(without_credentials("https://ghp_token@example.org") == "https://example.org");
  CHECK(without_credentials("http://ana:a/b@c@example.org:80/x") == "http://example.org:80/x");
  CHECK(without_credentials("ftp://ana:secret@example.org/x") == "ftp://example.org/x");
  CHECK(without_credentials("ssh://git:secret@example.org/x") == "ssh://git@example.org/x");
  CHECK(without_credentials("ssh://git@example.org/~a/x@y.git") ==
        "ssh://git@example.org/~a/x@y.git");
  CHECK(without_credentials("to 'https://a@b/c' and https://d@e/f: no, ana@example.org") ==
        "to 'https://b/c' and https://e/f: no, ana@example.org");
  for (const std::string url :
       {"git@example.org:ana/l.git", "https://example.org/l.git", "https://example.org:8080/l.git",
        "a@b", "/srv/l.git", "://", "", "x://", "file:///srv/l.git"})
    CHECK(without_credentials(url) == url);
}

}  // namespace connect::addresses_test
