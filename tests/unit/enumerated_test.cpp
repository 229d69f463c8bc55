#include "domain/text/enumerated.hpp"

#include <doctest/doctest.h>

namespace connect::enumerated_test {

TEST_CASE("names are separated by commas, and the last by a conjunction") {
  CHECK(enumerated({}).empty());
  CHECK(enumerated({"Maya"}) == "Maya");
  CHECK(enumerated({"Maya", "Sam"}) == "Maya and Sam");
  CHECK(enumerated({"Maya", "Sam", "Ruth"}) == "Maya, Sam and Ruth");
  CHECK(enumerated({"bash", "zsh", "fish"}, "or") == "bash, zsh or fish");
}

}  // namespace connect::enumerated_test
