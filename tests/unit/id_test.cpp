// Record ids: UUIDv7 against the example of RFC 9562, hashes against published values.
#include "domain/ledger/id.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/random.hpp"
#include "support/show.hpp"

namespace connect::id_test {
namespace {

std::array<std::uint8_t, 16> random_bytes(test::Random& random) {
  std::array<std::uint8_t, 16> bytes{};
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.below(256));
  return bytes;
}

}  // namespace

TEST_CASE("a new id has the version and variant bits of RFC 9562 and the time in front") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    const auto time = static_cast<std::int64_t>(random.bits() >> 16);
    const Id id = new_id(time, random_bytes(random));
    REQUIRE((id.high >> 16) == static_cast<std::uint64_t>(time));
    REQUIRE((id.high >> 12 & 15U) == 7);
    REQUIRE((id.low >> 62) == 2);
    REQUIRE(uuid_text(id)[14] == '7');
    REQUIRE(id_from_text(uuid_text(id)) == id);
    REQUIRE(is_uuid(uuid_text(id)));
  }
}

TEST_CASE("the example of the RFC is what this time and these random bits make") {
  // 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
  const Id id =
      new_id(0x017F22E279B0, {0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f});
  CHECK(uuid_text(id) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST_CASE("ids and their texts sort by the time they were made") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    const std::int64_t time = random.between(0, 1'000'000'000) * std::int64_t{1000};
    const Id earlier = new_id(time, random_bytes(random));
    const Id later = new_id(time + random.between(1, 1000), random_bytes(random));
    REQUIRE(earlier < later);
    REQUIRE(uuid_text(earlier) < uuid_text(later));
  }
}

TEST_CASE("74 random bits tell apart the ids of one millisecond") {
  std::set<Id> bits;
  for (std::size_t bit = 0; bit < 80; ++bit) {
    std::array<std::uint8_t, 16> bytes{};
    bytes[bit / 8] = static_cast<std::uint8_t>(1U << bit % 8);
    bits.insert(new_id(1, bytes));
  }
  CHECK(bits.size() == 74 + 1);  // the six under the version and the variant fall together
}

TEST_CASE("only the canonical lower-case form is a UUID") {
  CHECK(is_uuid("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
  CHECK(is_uuid("00000000-0000-0000-0000-000000000000"));
  for (const std::string text :
       {"", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f",
        "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398fa", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
        "017f22e2-79b0-7cc3-98c4_dc0c0c07398f", "017f22e27-9b0-7cc3-98c4-dc0c0c07398f"}) {
    CAPTURE(text);
    CHECK_FALSE(is_uuid(text));
  }
}

TEST_CASE("a foreign id is any text: never empty, the same for the same text, else another") {
  std::set<Id> seen;
  for (const std::string text :
       {"", "1", "2", "12", "a", "A", "note-1", "note-2", "\xff", "017F22E2"}) {
    CAPTURE(text);
    CHECK_FALSE(id_from_text(text).empty());
    CHECK(id_from_text(text) == id_from_text(std::string(text)));
    CHECK(seen.insert(id_from_text(text)).second);
  }
  for (int i = 0; i < 20'000; ++i) seen.insert(id_from_text("their-" + std::to_string(i)));
  CHECK(seen.size() == 20'010);
}

TEST_CASE("the hash is FNV-1a with its published values") {
  CHECK(hash_of("") == 0xcbf29ce484222325U);
  CHECK(hash_of("a") == 0xaf63dc4c8601ec8cU);
  CHECK(hash_of("foobar") == 0x85944171f73967e8U);
}

TEST_CASE("mixing is splitmix64 with its published values, and loses nothing") {
  CHECK(mixed(0) == 0xe220a8397b1dcdafU);
  std::set<std::uint64_t> seen;
  for (std::uint64_t x = 0; x < 20'000; ++x) seen.insert(mixed(x));
  CHECK(seen.size() == 20'000);
}

}  // namespace connect::id_test
