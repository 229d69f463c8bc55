// Serialization that the cache files share: the Coverage with which each begins, and values that
// several of them hold.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/summary/history.hpp"
#include "store/cache/coverage.hpp"
#include "store/cache/packing.hpp"

namespace connect::store {

template <class Io, Maybe<Checksum> T>
void flow(Io& io, T& checksum) {
  std::uint64_t size = checksum.size(), sum = checksum.sum(), pending = checksum.pending();
  flow_each(io, size, sum, pending);
  if constexpr (!packs<Io>) checksum = Checksum(size, sum, pending);
}

template <class Io, Maybe<Marks> T>
void flow(Io& io, T& marks) {
  auto& [ids, rest, person] = marks;
  flow_array(io, ids);
  flow_each(io, rest, person);
}

/// Only ledgers that exist, have records and have no conflict copies are cached, so the other
/// fields are constant. Of a problem only its kind and line are stored.
template <class Io, Maybe<ReadReport> T>
void flow(Io& io, T& account) {
  flow_each(io, account.bad_lines, account.newer);
  flow_all(io, account.problems, [&](auto& problem) {
    flow_word(io, problem.damage, 4);
    flow(io, problem.line);
  });
  if constexpr (!packs<Io>) {
    account.exists = true;
    account.is_empty = false;
  }
}

template <class Io, Maybe<Coverage> T>
void flow(Io& io, T& covered) {
  auto& [path, next_line, bytes, ending, standing, account, marks] = covered;
  auto& [state, origin] = standing;
  flow_each(io, path, next_line, bytes, ending, state, origin, account, marks);
}

template <class Io, Maybe<PersonFacts> T>
void flow(Io& io, T& facts) {
  auto& [every_days, resting] = facts;
  flow_count(io, every_days);
  flow(io, resting);
}

template <class Io, Maybe<DayActs> T>
void flow(Io& io, T& acts) {
  auto& [day, counts] = acts;
  flow(io, day);
  flow_array(io, counts);
}

/// Whether the days ascend strictly.
inline bool are_in_order(const std::vector<DayActs>& days) {
  const auto is_late = [](const DayActs& a, const DayActs& b) { return a.day >= b.day; };
  return std::ranges::adjacent_find(days, is_late) == days.end();
}

/// Serializes `kept` as a cache file. `flow_rest(io, kept)` serializes what it has besides a
/// Coverage.
template <class Kept, class Rest>
std::string packed_as(Kind kind, const Kept& kept, Rest flow_rest) {
  Coverage covered = kept;
  shorten(covered.account);
  Packer out;
  flow(out, covered);
  flow_rest(out, kept);
  return sealed(kind, out.bytes());
}

/// Parses such a file; nothing when the bytes are not a complete and valid file of this kind.
template <class Kept, class Rest>
std::optional<Kept> unpacked_as(Kind kind, std::string_view bytes, Rest flow_rest) {
  const auto body = unsealed(kind, bytes);
  if (!body) return std::nullopt;
  Unpacker in(*body);
  Kept kept;
  flow(in, static_cast<Coverage&>(kept));
  flow_rest(in, kept);
  return in.at_end() ? std::optional(std::move(kept)) : std::nullopt;
}

}  // namespace connect::store
