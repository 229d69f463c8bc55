#include "domain/ledger/id.hpp"

#include <algorithm>

#include "connect/record.hpp"
#include "domain/suggest/act.hpp"

namespace connect {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

// Offsets in the 36 characters of a UUID: of the dashes, and of the digits of either 64-bit half.
constexpr std::array<std::uint8_t, 4> dash_places = {8, 13, 18, 23};
constexpr std::array<std::uint8_t, 16> high_places = {0, 1,  2,  3,  4,  5,  6,  7,
                                                      9, 10, 11, 12, 14, 15, 16, 17};
constexpr std::array<std::uint8_t, 16> low_places = {19, 20, 21, 22, 24, 25, 26, 27,
                                                     28, 29, 30, 31, 32, 33, 34, 35};

std::uint64_t big_endian(const std::uint8_t* bytes, int count) {
  std::uint64_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | bytes[i];
  return value;
}

constexpr std::uint8_t no_digit = 0xff;
constexpr auto digit_values = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(no_digit);
  for (std::size_t i = 0; i < hex.size(); ++i)
    values[static_cast<std::uint8_t>(hex[i])] = static_cast<std::uint8_t>(i);
  return values;
}();

}  // namespace

/// Validates and parses in one pass, as it runs for every record of a ledger. An invalid digit is
/// 0xff, so OR-ing all digits detects any of them.
std::optional<Id> uuid_from_text(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  for (std::size_t place : dash_places)
    if (text[place] != '-') return std::nullopt;
  std::uint8_t seen = 0;
  const auto number_at = [&](const auto& places) {
    std::uint64_t number = 0;
    for (const std::size_t place : places) {
      const std::uint8_t digit = digit_values[static_cast<std::uint8_t>(text[place])];
      seen |= digit;
      number = number << 4 | digit;
    }
    return number;
  };
  const Id id{number_at(high_places), number_at(low_places)};
  return seen == no_digit ? std::nullopt : std::optional(id);
}

std::optional<std::int64_t> written_at(std::string_view id) {
  const auto uuid = uuid_from_text(id);
  if (!uuid || (uuid->high >> 12 & 15) != 7) return std::nullopt;
  return static_cast<std::int64_t>(uuid->high >> 16);
}

bool is_uuid(std::string_view text) { return uuid_from_text(text).has_value(); }

Id id_from_text(std::string_view text) {
  if (const auto id = uuid_from_text(text)) return *id;
  // The lowest bit is set, so that no text gives the empty id.
  return {hash_of(text), mixed(hash_of(text, 1)) | 1};
}

std::string uuid_text(Id id) {
  std::string text(36, '-');
  const auto put = [&](std::uint64_t number, const auto& places) {
    for (std::size_t i = places.size(); i-- > 0; number >>= 4) text[places[i]] = hex[number & 15];
  };
  put(id.high, high_places);
  put(id.low, low_places);
  return text;
}

bool is_plain_id(std::string_view text) {
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-_.:").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, is_plain);
}

bool is_usable_id(std::string_view text) {
  return is_plain_id(text) && text[0] != '-' && text != "last" && !act_from_word(text);
}

bool is_end_of_id(std::string_view word, std::string_view id) {
  return word == id || (word.size() >= shortest_ending && id.ends_with(word));
}

Id new_id(std::int64_t unix_milliseconds, const std::array<std::uint8_t, 16>& random) {
  // Layout (RFC 9562): 48 bits of time, version 7, 12 random bits; variant 2, 62 random bits.
  const auto time = static_cast<std::uint64_t>(unix_milliseconds) & 0xffffffffffffU;
  const std::uint64_t high = time << 16 | 0x7000U | (big_endian(random.data(), 2) & 0x0fffU);
  const std::uint64_t low = (big_endian(random.data() + 2, 8) & 0x3fffffffffffffffU) | 1ULL << 63;
  return {high, low};
}

namespace {
// The last 24 bits depend on `as`; all before them depend on the source only. People type the end
// of an id, so it depends on the source too.
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
  std::string text(16, '0');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = hex[number >> (60 - 4 * i) & 15];
  return text;
}

std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9U;
  x = (x ^ x >> 27) * 0x94d049bb133111ebU;
  return x ^ x >> 31;
}

}  // namespace connect
