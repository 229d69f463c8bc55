// Serialization of numbers and strings for the cache: values round-trip, and reading past the end
// gives nothing, whatever a length field claims.
#include "store/cache/bytes.hpp"

#include <doctest/doctest.h>

namespace connect::bytes_test {

using store::Packer;
using store::Unpacker;

namespace {

std::string packed_example() {
  Packer packer;
  packer.number(std::uint16_t{0x0102});
  packer.text("Maya");
  packer.number(std::int32_t{-2});
  packer.text("");
  return std::move(packer.bytes());
}

}  // namespace

TEST_CASE("numbers are written with the lowest byte first, on every machine") {
  CHECK(packed_example() == std::string("\x02\x01\x04\0\0\0Maya\xfe\xff\xff\xff\0\0\0\0", 18));
}

TEST_CASE("what was put is got in the same order, up to the end") {
  const std::string bytes = packed_example();
  Unpacker unpacker(bytes);
  std::uint16_t number = 0;
  std::string text, none = "some";
  std::int32_t below = 0;
  unpacker.number(number);
  unpacker.text(text);
  unpacker.number(below);
  CHECK_FALSE(unpacker.at_end());
  unpacker.text(none);
  CHECK(number == 0x0102);
  CHECK(text == "Maya");
  CHECK(below == -2);
  CHECK(none.empty());
  CHECK(unpacker.ok());
  CHECK(unpacker.at_end());
}

TEST_CASE(
    "bytes that were cut anywhere give zeros, nothing beyond the cut, and are reported as cut") {
  const std::string bytes = packed_example();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Unpacker unpacker(std::string_view(bytes).substr(0, size));
    std::uint16_t number = 9;
    std::string text = "some";
    std::int32_t below = 9;
    unpacker.number(number);
    unpacker.text(text);
    unpacker.number(below);
    std::string none;
    unpacker.text(none);
    CAPTURE(size);
    CHECK_FALSE(unpacker.ok());
    CHECK_FALSE(unpacker.at_end());
    CHECK(number == (size < 2 ? 0 : 0x0102));
    CHECK(text == (size < 10 ? "" : "Maya"));
    CHECK(below == (size < 14 ? 0 : -2));
  }
}

TEST_CASE("a count that is larger than what is left is none") {
  Packer packer;
  packer.number(std::uint32_t{3});
  packer.number(std::uint8_t{0});
  packer.number(std::uint16_t{0});
  Unpacker enough(packer.bytes());
  CHECK(enough.count() == 3);
  packer.bytes().pop_back();
  Unpacker too_few(packer.bytes());
  CHECK(too_few.count() == 0);
  CHECK_FALSE(too_few.ok());
}

}  // namespace connect::bytes_test
