#include "domain/text/counted.hpp"

#include <doctest/doctest.h>

namespace connect::counted_test {

TEST_CASE("only one of a thing is in the singular, and an irregular plural is the one given") {
  CHECK(counted(1, "day") == "1 day");
  CHECK(counted(0, "day") == "0 days");
  CHECK(counted(1'000'000, "day") == "1000000 days");
  CHECK(counted(1, "entry", "entries") == "1 entry");
  CHECK(counted(2, "entry", "entries") == "2 entries");
}

}  // namespace connect::counted_test
