// What both files of the cache consist of: a seal in front, what they cover, names, rests. One
// description of a layout serves both ways: `io` is a Packer or an Unpacker.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "connect/day_set.hpp"
#include "connect/names.hpp"
#include "store/bytes.hpp"
#include "store/coverage.hpp"

namespace connect::store {

/// magic and version | checksum of all that follows | the bytes
std::string sealed(std::uint64_t magic, const std::string& bytes);
/// What was sealed; nothing when this is no whole file of this version, made on such a machine.
std::optional<std::string_view> unsealed(std::uint64_t magic, std::string_view bytes);

/// What is packed is not changed, what is unpacked is.
template <class T, class Bare>
concept Maybe = std::is_same_v<std::remove_const_t<T>, Bare>;
template <class Io>
inline constexpr bool packs = std::is_same_v<Io, Packer>;

template <class Io, class T>
void flow(Io& io, T& value) {
  if constexpr (packs<Io>) {
    io.put(value);
  } else {
    io.get(value);
  }
}

/// Items that take four bytes at least.
template <class Io, class Items, class Each>
void flow_all(Io& io, Items& items, Each each) {
  if constexpr (packs<Io>) {
    io.put(static_cast<std::uint32_t>(items.size()));
  } else {
    items.resize(io.count(4));
  }
  for (auto& item : items) each(item);
}

template <class Io, Maybe<Names> All>
void flow(Io& io, All& names) {
  std::vector<Names::Name> all(names.all().begin(), names.all().end());
  flow_all(io, all, [&](Names::Name& name) {
    flow(io, name.display);
    flow(io, name.key);
    flow(io, name.shown);
    flow(io, name.parent);
    flow(io, name.face);
  });
  if constexpr (!packs<Io>) names = Names(std::move(all));
}

template <class Io, Maybe<DaySet> Days>
void flow(Io& io, Days& days) {
  std::vector<DayRange> ranges = days.ranges();
  flow(io, ranges);
  if constexpr (!packs<Io>)
    for (const DayRange& range : ranges) days.add(range);
}

template <class Io, Maybe<Coverage> Covered>
void flow(Io& io, Covered& covered) {
  flow(io, covered.file.path);
  for (auto* number : {&covered.file.device, &covered.file.inode, &covered.file.size})
    flow(io, *number);
  flow(io, covered.file.modified);
  flow(io, covered.next_line);
  flow(io, covered.ending);
  flow(io, covered.account.bad_lines);
  flow(io, covered.account.newer);
  flow_all(io, covered.account.problems, [&](auto& problem) {
    flow(io, problem.damage);
    flow(io, problem.line);
  });
  flow(io, covered.marks);
  if constexpr (!packs<Io>) {
    covered.account.exists = true;
    covered.account.is_empty = false;
  }
}

/// What is kept as the bytes of a file. `flow_rest(io, kept)` packs what it has besides a Coverage.
template <class Kept, class Rest>
std::string packed_as(std::uint64_t magic, const Kept& kept, Rest flow_rest) {
  Coverage covered = kept;
  shorten(covered.account);
  Packer out;
  flow(out, covered);
  flow_rest(out, kept);
  return sealed(magic, out.bytes());
}

/// What was packed so; nothing when these bytes are no whole file of this version.
template <class Kept, class Rest>
std::optional<Kept> unpacked_as(std::uint64_t magic, std::string_view bytes, Rest flow_rest) {
  const auto body = unsealed(magic, bytes);
  if (!body) return std::nullopt;
  Unpacker in(*body);
  Kept kept;
  flow(in, static_cast<Coverage&>(kept));
  flow_rest(in, kept);
  return in.at_end() ? std::optional(std::move(kept)) : std::nullopt;
}

}  // namespace connect::store
