// How values are serialized for the files of the cache: field by field, in the order of their
// declaration. One description of a layout serves both ways: `io` is a Packer or an Unpacker, and
// what an Unpacker finds must be a value that the program could have made. Each description takes
// its value apart into all of its fields, so that a new field does not compile until it is here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/names.hpp"
#include "domain/streak/thread.hpp"
#include "store/cache/bytes.hpp"

namespace connect::store {

/// Which file of the cache it is; four characters.
enum class Kind : std::uint32_t {
  index = 0x78'64'6e'69,
  days = 0x73'79'61'64,
  appends = 0x64'64'70'61
};

/// kind | layout | checksum of the program's version | checksum of the bytes | the bytes
std::string sealed(Kind kind, std::string_view bytes);
/// What was sealed; nothing when this is no whole file of this kind, layout and version. Another
/// version of the program may have counted in another way.
std::optional<std::string_view> unsealed(Kind kind, std::string_view bytes);
/// Whether another version of the program wrote this; the next command that needs it replaces it.
bool is_of_another_version(std::string_view bytes);

/// What is packed is not changed, what is unpacked is.
template <class T, class Bare>
concept Maybe = std::is_same_v<std::remove_const_t<T>, Bare>;
template <class Io>
inline constexpr bool packs = std::is_same_v<Io, Packer>;

/// A day that can be calculated with: all of the calendar, and a few more.
inline constexpr std::int32_t farthest_day = 4'000'000;
/// No count of days or entries comes near to it.
inline constexpr int largest_count = 1'000'000'000;

template <class Io, class T>
requires std::integral<T> &&(!Maybe<T, bool>)void flow(Io& io, T& value) { io.number(value); }

/// One of the first `values` values of an enumeration that counts from 0.
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

/// A count of something, which never is negative.
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

/// The items of a vector after their number; `each` packs or unpacks one.
template <class Io, class Items, class Each>
void flow_all(Io& io, Items& items, Each each) {
  if constexpr (packs<Io>) {
    io.number(static_cast<std::uint32_t>(items.size()));
    for (auto& item : items) each(item);
  } else {
    items.clear();
    for (auto left = io.count(); left > 0 && io.ok(); --left) each(items.emplace_back());
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

/// Each with its root in the place of its parent, which comes to the same.
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

/// The members of a fold over days, which knows what they can be.
template <class Io, class T>
requires Maybe<T, ThreadFold> || Maybe<T, StrengthFold>
void flow(Io& io, T& fold) {
  fold.each_member(fold, [&](auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_same_v<Member, std::optional<Day>>) {
      flow_optional(io, member);
    } else if constexpr (std::is_same_v<Member, std::array<ThreadFold::Miss, 8>>) {
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

template <class Io, Maybe<EarlierDays> T>
void flow(Io& io, T& earlier) {
  auto& [until, rules, thread, acts, strength] = earlier;
  flow_each(io, until, rules, thread);
  flow_array(io, acts);
  flow(io, strength);
}

}  // namespace connect::store
