// The id of a ledger record. This program writes UUIDs of version 7 (RFC 9562): they sort by the
// time they were made, and random bits keep them from colliding. Ids that others wrote may be any
// text. Both are held as 128 bits, a UUID as itself and other text as a hash, to keep a million ids
// small; the text of the latter is stored separately (Ledger::foreign_text).
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

/// Ids are random or hashed already, so that a cheap combination is enough.
struct IdHash {
  std::size_t operator()(Id id) const { return static_cast<std::size_t>(id.high * 31 ^ id.low); }
};

/// The id of this text: a UUID's own 128 bits, or a hash for any other text.
Id id_from_text(std::string_view text);
/// The same, but only for a UUID in its canonical lower-case form, so that `uuid_text` gives back
/// the same text.
std::optional<Id> uuid_from_text(std::string_view text);
bool is_uuid(std::string_view text);
/// When a record with this id was written, in ms since 1970: a UUIDv7 holds it in its upper 48
/// bits. The time of an entry itself may have been set with --at. Nothing for any other id.
std::optional<std::int64_t> written_at(std::string_view id);
std::string uuid_text(Id id);

/// Whether a person can type this as an id: 1 to 200 ASCII letters, digits and - _ . : characters.
/// Every entry that is logged or imported has such an id; a ledger may have others.
bool is_plain_id(std::string_view text);
/// Whether it can be the id of a new entry: a plain id that no command takes for something else,
/// such as an option, an act (amend thank ...) or the word "last".
bool is_usable_id(std::string_view text);

/// Characters. A shorter word is an id only as a whole: in `amend a better note` it is none.
inline constexpr std::size_t shortest_ending = 4;
/// Whether a typed word means this id: the whole id, or the end of it.
bool is_end_of_id(std::string_view word, std::string_view id);

/// A new UUIDv7 of this time (48 bits are used), filled with these random bits.
Id new_id(std::int64_t unix_milliseconds, const std::array<std::uint8_t, 16>& random);

/// The id of an imported entry: a UUID of version 8 that sorts by time and hashes the content. The
/// same `source` imported `as` the same kind gets the same id on every machine and every day, so
/// that importing it again adds nothing.
Id content_id(std::int64_t unix_milliseconds, std::string_view source, std::string_view as);
bool is_content_id(Id id);
/// The part that all content ids of one source share, whatever each was imported as.
Id content_source(Id id);

/// 64-bit FNV-1a, used where equal text must give equal numbers on every machine.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325U);
/// The number as 16 lower-case hexadecimal digits.
std::string hex_of(std::uint64_t number);
/// The finaliser of splitmix64: every bit of the result depends on every bit of x.
std::uint64_t mixed(std::uint64_t x);

}  // namespace connect
