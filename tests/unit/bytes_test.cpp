// Values as bytes and back: what was put is got, and past the end there is nothing, whatever the
// bytes claim.
#include "store/bytes.hpp"

#include <doctest/doctest.h>

using connect::store::Packer;
using connect::store::Unpacker;

namespace {

std::string packed_example() {
  Packer packer;
  packer.put(std::uint16_t{7});
  packer.put(std::string("Maya"));
  packer.put(std::vector<std::int32_t>{1, -2, 3});
  packer.put(std::vector<std::int32_t>{});
  return std::move(packer.bytes());
}

}  // namespace

TEST_CASE("what was put is got in the same order, up to the end") {
  const std::string bytes = packed_example();
  Unpacker unpacker(bytes);
  std::uint16_t number = 0;
  std::string text;
  std::vector<std::int32_t> items, none = {9};
  unpacker.get(number);
  unpacker.get(text);
  unpacker.get(items);
  CHECK_FALSE(unpacker.at_end());
  unpacker.get(none);
  CHECK(number == 7);
  CHECK(text == "Maya");
  CHECK(items == std::vector<std::int32_t>{1, -2, 3});
  CHECK(none.empty());
  CHECK(unpacker.ok());
  CHECK(unpacker.at_end());
}

TEST_CASE("cut anywhere, bytes give zero and nothing past the cut, and it is told") {
  const std::string bytes = packed_example();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Unpacker unpacker(std::string_view(bytes).substr(0, size));
    std::uint16_t number = 0;
    std::string text;
    std::vector<std::int32_t> items, none;
    unpacker.get(number);
    unpacker.get(text);
    unpacker.get(items);
    unpacker.get(none);
    CAPTURE(size);
    CHECK_FALSE(unpacker.ok());
    CHECK_FALSE(unpacker.at_end());
    CHECK(number == (size < 2 ? 0 : 7));
    CHECK(text == (size < 10 ? "" : "Maya"));
    CHECK(items.size() == (size < 26 ? 0 : 3));
  }
}

TEST_CASE("a count that is larger than what is left is none") {
  Packer packer;
  packer.put(std::uint32_t{3});
  packer.put(std::uint64_t{0});
  Unpacker enough(packer.bytes());
  CHECK(enough.count(2) == 3);
  Unpacker too_few(packer.bytes());
  CHECK(too_few.count(4) == 0);
  CHECK_FALSE(too_few.ok());
}
