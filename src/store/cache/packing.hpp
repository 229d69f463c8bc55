// Serialization of the cache files: field by field, in the order of declaration. One function
// `flow` per type describes its layout for both directions: `io` is a Packer or an Unpacker, and an
// Unpacker accepts only values that the program could have written. Each function destructures its
// value into all of its fields, so that a new field does not compile until it is serialized.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/names.hpp"
#include "domain/streak/streak_fold.hpp"
#include "store/cache/bytes.hpp"

namespace connect::store {

/// The kind of a section, which is also its first four bytes: summ, peop, deta, oldr or apdd.
enum class Kind : std::uint32_t {
  summary = 0x6d'6d'75'73,
  people = 0x70'6f'65'70,
  details = 0x61'74'65'64,
  older = 0x72'64'6c'6f,
  appends = 0x64'64'70'61
};

/// A section of a cache file: a header of 32 bytes and the body. The header is u32 kind, u32
/// layout, u64 checksum of the program's version, u64 checksum of the body, u64 size of the body.
std::string sealed(Kind kind, std::string_view body);
/// Takes a section off the front of `bytes` and returns its body; nothing when it is damaged or of
/// another kind, layout or version. Another version of the program may have computed the values
/// differently.
std::optional<std::string_view> unsealed(Kind kind, std::string_view& bytes);
/// How many bytes the first `sections` of a file take, by the headers among `bytes`, its beginning;
/// nothing if there are too few bytes to tell.
std::optional<std::size_t> size_of_sections(std::string_view bytes, int sections);
/// Whether another version of the program wrote this file. It is not damaged; the next command that
/// needs it replaces it.
bool is_of_another_version(std::string_view bytes);

/// Bare, const or not: values are const when packed and changed when unpacked.
template <class T, class Bare>
concept Maybe = std::is_same_v<std::remove_const_t<T>, Bare>;
/// Whether `Io` is the writing direction.
template <class Io>
inline constexpr bool packs = std::is_same_v<Io, Packer>;

/// Limit of a valid day number, either way: more than the whole calendar, and arithmetic with it
/// cannot overflow.
inline constexpr std::int32_t farthest_day = 4'000'000;
/// Limit of a valid count, far above any real number of days or entries.
inline constexpr int largest_count = 1'000'000'000;

template <class Io, class T>
requires std::integral<T> &&(!Maybe<T, bool>)void flow(Io& io, T& value) { io.number(value); }

/// One of the first `values` enumerators of an enumeration that counts from 0, in one byte.
template <class Io, class T>
void flow_word(Io& io, T& value, unsigned values) {
  auto number = static_cast<std::uint8_t>(value);
  io.number(number);
  io.require(number < values);
  if constexpr (!packs<Io>) value = number < values ? static_cast<T>(number) : T{};
}

template <class Io, Maybe<bool> T>
void flow(Io& io, T& value) {
  flow_word(io, value, 2);
}

template <class Io, Maybe<Act> T>
void flow(Io& io, T& act) {
  flow_word(io, act, all_acts.size());
}

template <class Io, Maybe<double> T>
void flow(Io& io, T& value) {
  auto bits = std::bit_cast<std::uint64_t>(value);
  io.number(bits);
  if constexpr (!packs<Io>) value = std::bit_cast<double>(bits);
}

template <class Io, Maybe<std::string> T>
void flow(Io& io, T& text) {
  io.text(text);
}

template <class Io, Maybe<Day> T>
void flow(Io& io, T& day) {
  io.number(day.number);
  io.require(day.number >= -farthest_day && day.number <= farthest_day);
}

template <class Io, class... T>
requires(sizeof...(T) > 1) void flow_each(Io& io, T&... values) { (flow(io, values), ...); }

/// A count, which is never negative.
template <class Io, Maybe<int> T>
void flow_count(Io& io, T& value) {
  io.number(value);
  io.require(value >= 0 && value <= largest_count);
}

template <class Io, class T>
void flow_optional(Io& io, T& value) {
  bool is_there = value.has_value();
  flow(io, is_there);
  if constexpr (!packs<Io>)
    if (is_there) value.emplace();
  if (is_there) flow(io, *value);
}

/// A vector: the number of its items (u32), then the items; `each` serializes one.
template <class Io, class Items, class Each>
void flow_all(Io& io, Items& items, Each each) {
  if constexpr (packs<Io>) {
    io.number(static_cast<std::uint32_t>(items.size()));
    for (auto& item : items) each(item);
  } else {
    items.clear();
    auto left = io.count();
    // A number that lies, in a file that passes its checksum, must not exhaust memory.
    items.reserve(std::min<std::uint32_t>(left, 1024));
    for (; left > 0 && io.ok(); --left) each(items.emplace_back());
  }
}

template <class Io, class Items>
void flow_all(Io& io, Items& items) {
  flow_all(io, items, [&](auto& item) { flow(io, item); });
}

template <class Io, class Items>
void flow_array(Io& io, Items& items) {
  for (auto& item : items) flow(io, item);
}

template <class Io, Maybe<Id> T>
void flow(Io& io, T& id) {
  auto& [high, low] = id;
  flow_each(io, high, low);
}

template <class Io, Maybe<Stamp> T>
void flow(Io& io, T& stamp) {
  auto& [seconds, id] = stamp;
  flow_each(io, seconds, id);
}

template <class Io, Maybe<YearlyDay> T>
void flow(Io& io, T& date) {
  auto& [month, day, year] = date;
  flow_each(io, month, day, year);
  io.require(exists(date));
}

template <class Io, Maybe<DayRange> T>
void flow(Io& io, T& range) {
  auto& [since, until] = range;
  flow_each(io, since, until);
}

template <class Io, Maybe<Feelings> T>
void flow(Io& io, T& feelings) {
  auto& [items] = feelings;
  flow_array(io, items);
  for (auto item : items) io.require(item >= -1 && item <= 10);
}

/// Each name with its root as its parent: chains of renames are flattened, with the same meaning.
template <class Io, Maybe<Names> T>
void flow(Io& io, T& names) {
  std::vector<Names::Name> all(names.all().begin(), names.all().end());
  if constexpr (packs<Io>)
    for (NameIndex i = 0; i < all.size(); ++i) all[i].parent = names.root(i);
  flow_all(io, all, [&](Names::Name& name) {
    auto& [display, key, shown, parent, face] = name;
    flow_each(io, display, key, shown, parent, face);
  });
  for (const auto& name : all)
    io.require(name.parent < all.size() && all[name.parent].parent == name.parent &&
               name.face < all.size());
  if constexpr (!packs<Io>) names = io.ok() ? Names(std::move(all)) : Names();
}

template <class Io, Maybe<DaySet> T>
void flow(Io& io, T& days) {
  std::vector<DayRange> ranges = days.ranges();
  flow_all(io, ranges);
  if constexpr (!packs<Io>)
    for (const DayRange& range : ranges) days.add(range);
}

template <class Io, Maybe<StreakRules> T>
void flow(Io& io, T& rules) {
  auto& [rhythm, rest_weekdays] = rules;
  auto& [days_in_seven] = rhythm;
  flow_each(io, days_in_seven, rest_weekdays);
  io.require(days_in_seven >= 0 && days_in_seven <= 7);
}

/// A fold over days, which lists its members and validates them itself.
template <class Io, class T>
requires Maybe<T, StreakFold> || Maybe<T, StrengthFold>
void flow(Io& io, T& fold) {
  fold.each_member(fold, [&](auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_same_v<Member, std::optional<Day>>) {
      flow_optional(io, member);
    } else if constexpr (std::is_same_v<Member, std::array<StreakFold::Miss, 8>>) {
      for (auto& miss : member) {
        auto& [position, acted, next] = miss;
        flow_each(io, position, acted);
        flow_optional(io, next);
      }
    } else {
      flow(io, member);
    }
  });
  io.require(fold.is_sound());
  if constexpr (!packs<Io>)
    if (!io.ok()) fold = T{};
}

template <class Io, Maybe<StreakCheckpoint> T>
void flow(Io& io, T& checkpoint) {
  auto& [until, rules, all, acts, strength] = checkpoint;
  flow_each(io, until, rules, all);
  flow_array(io, acts);
  flow(io, strength);
}

}  // namespace connect::store
