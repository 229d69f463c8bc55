// The name of a ledger record. Ours are UUIDs of version 7 (RFC 9562): they sort by the time they
// were made and cannot meet by chance. Ids that others wrote may be any text; they are held as a
// hash beside the text, so that a million ids stay small.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace connect {

struct Id {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Id&) const = default;
  bool empty() const { return high == 0 && low == 0; }
};

struct IdHash {
  std::size_t operator()(Id id) const { return static_cast<std::size_t>(id.high * 31 ^ id.low); }
};

/// The id of this text: a UUID's own 128 bits, or a hash for any other text.
Id id_from_text(std::string_view text);
/// The same, for nothing but a UUID in its canonical lower-case form, which `uuid_text` gives back.
std::optional<Id> uuid_from_text(std::string_view text);
bool is_uuid(std::string_view text);
std::string uuid_text(Id id);

/// A new UUIDv7 of this millisecond (48 bits) filled with these random bits.
Id new_id(std::int64_t unix_milliseconds, const std::array<std::uint8_t, 16>& random);

/// The id of something that was kept elsewhere: a UUID of version 8 that sorts by its moment. The
/// same `source` taken `as` the same gives the same id on every machine and on every day.
Id content_id(std::int64_t unix_milliseconds, std::string_view source, std::string_view as);
bool is_content_id(Id id);
/// What the content ids of one source have in common, whatever each takes it as.
Id content_source(Id id);

/// 64-bit FNV-1a; used where equal text must give equal numbers on every machine.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325U);
/// Its sixteen hexadecimal digits.
std::string hex_of(std::uint64_t number);
/// Spreads every bit of x over all 64 (the finaliser of splitmix64).
std::uint64_t mixed(std::uint64_t x);

}  // namespace connect
