#include "connect/id.hpp"

#include <optional>

namespace connect {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

constexpr bool is_dash_place(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

std::uint64_t big_endian(const std::uint8_t* bytes, int count) {
  std::uint64_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | bytes[i];
  return value;
}

/// Checked and read in one go: every record of a ledger comes through here.
std::optional<Id> uuid_of(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::array<std::uint64_t, 2> halves{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_dash_place(i)) {
      if (c != '-') return std::nullopt;
      continue;
    }
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (c < 'a' || c > 'f')) return std::nullopt;
    std::uint64_t& half = halves[i < 19 ? 0 : 1];
    half = half << 4 | static_cast<std::uint64_t>(is_digit ? c - '0' : c - 'a' + 10);
  }
  return Id{halves[0], halves[1]};
}

}  // namespace

bool is_uuid(std::string_view text) { return uuid_of(text).has_value(); }

Id id_from_text(std::string_view text) {
  if (const auto id = uuid_of(text)) return *id;
  return {hash_of(text), mixed(hash_of(text, 1)) | 1};
}

std::string uuid_text(Id id) {
  std::string text(36, '-');
  int nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_dash_place(i)) continue;
    const std::uint64_t half = nibble < 16 ? id.high : id.low;
    text[i] = hex[half >> (60 - nibble % 16 * 4) & 15];
    ++nibble;
  }
  return text;
}

Id new_id(std::int64_t unix_milliseconds, const std::array<std::uint8_t, 16>& random) {
  const auto time = static_cast<std::uint64_t>(unix_milliseconds) & 0xffffffffffffU;
  const std::uint64_t high = time << 16 | 0x7000U | (big_endian(random.data(), 2) & 0x0fffU);
  const std::uint64_t low = (big_endian(random.data() + 2, 8) & 0x3fffffffffffffffU) | 1ULL << 63;
  return {high, low};
}

namespace {
// The ending says what the source was taken as. It is also what people type, so it differs from
// source to source as well.
constexpr std::uint64_t ending = (1ULL << 24) - 1;
}  // namespace

Id content_id(std::int64_t unix_milliseconds, std::string_view source, std::string_view as) {
  const auto time = static_cast<std::uint64_t>(unix_milliseconds) & 0xffffffffffffU;
  const std::uint64_t first = mixed(hash_of(source));
  const std::uint64_t second = mixed(hash_of(source, first));
  const std::uint64_t last = mixed(second ^ hash_of(as));
  const std::uint64_t high = time << 16 | 0x8000U | (first & 0x0fffU);
  const std::uint64_t low = (second & 0x3fffffffffffffffU & ~ending) | (last & ending);
  return {high, low | 1ULL << 63};
}

bool is_content_id(Id id) { return (id.high >> 12 & 15) == 8 && id.low >> 62 == 2; }

Id content_source(Id id) { return {id.high, id.low & ~ending}; }

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = seed;
  for (char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3U;
  return hash;
}

std::string hex_of(std::uint64_t number) {
  std::string digits(16, '0');
  for (std::size_t i = 0; i < digits.size(); ++i) digits[i] = hex[number >> (60 - 4 * i) & 15];
  return digits;
}

std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9U;
  x = (x ^ x >> 27) * 0x94d049bb133111ebU;
  return x ^ x >> 31;
}

}  // namespace connect
