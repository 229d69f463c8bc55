#include "store/cache/days_file.hpp"

#include <algorithm>

#include "store/cache/coverage_packing.hpp"

namespace connect::store {

template <class Io, Maybe<Chronicle::Share> T>
void flow(Io& io, T& share) {
  auto& [list, count] = share;
  flow_each(io, list, count);
}

template <class Io, Maybe<Chronicle::Latest> T>
void flow(Io& io, T& latest) {
  auto& [stamp, prompt, with, tags, before, felt, offset_minutes, act] = latest;
  flow_each(io, stamp, prompt, with, tags, before, felt, offset_minutes, act);
}

template <class Io, Maybe<Chronicle::DayRow> T>
void flow(Io& io, T& row) {
  auto& [acts, with_end, tags_end] = row;
  flow_each(io, acts, with_end, tags_end);
}

template <class Io, Maybe<Chronicle::Shown> T>
void flow(Io& io, T& shown) {
  auto& [stamp, instead_of, day, act] = shown;
  flow_each(io, stamp, instead_of, day, act);
}

template <class Io, Maybe<FeelingPair> T>
void flow(Io& io, T& pair) {
  auto& [day, before, after] = pair;
  flow_each(io, day, before, after);
  io.require(day >= -farthest_day && day <= farthest_day);
}

template <class Io, Maybe<FeelingNote> T>
void flow(Io& io, T& note) {
  auto& [stamp, day, felt] = note;
  flow_each(io, stamp, day, felt);
}

template <class Io, Maybe<Meetings> T>
void flow(Io& io, T& meetings) {
  auto& [first, last, days] = meetings;
  flow_each(io, first, last);
  flow_count(io, days);
}

template <class Io, Maybe<Chronicle::Earlier> T>
void flow(Io& io, T& earlier) {
  auto& [streaks, met, acted] = earlier;
  flow(io, streaks);
  flow_all(io, met);
  flow(io, acted);
}

/// All lists but the empty one, number 0, which always exists. Interned in order they get their old
/// numbers.
template <class Io, Maybe<NameLists> T>
void flow(Io& io, T& lists) {
  std::vector<std::vector<NameIndex>> all;
  if constexpr (packs<Io>)
    for (std::uint32_t list = 1; list < lists.size(); ++list)
      all.emplace_back(lists[list].begin(), lists[list].end());
  flow_all(io, all, [&](auto& list) { flow_all(io, list); });
  if constexpr (!packs<Io>) {
    for (const auto& list : all) lists.intern(list);
    io.require(lists.size() == all.size() + 1);
  }
}

namespace {

using Share = Chronicle::Share;
using DayRow = Chronicle::DayRow;

/// By the number of a list: whether all its names are below `names`.
std::vector<bool> lists_within(const NameLists& lists, std::size_t names) {
  std::vector<bool> out(lists.size());
  for (std::uint32_t i = 0; i < lists.size(); ++i)
    out[i] = std::ranges::all_of(lists[i], [&](NameIndex name) { return name < names; });
  return out;
}

/// Whether the shares of each day begin where those of the day before end, up to the last share.
bool are_in_rows(const std::vector<DayRow>& days, std::uint32_t DayRow::*end, std::size_t shares) {
  const bool ascend = std::ranges::is_sorted(days, {}, end);
  return ascend && (days.empty() ? 0 : days.back().*end) == shares;
}

/// Validates every index that is later used without a check.
bool is_sound_chronicle(const Chronicle& chronicle) {
  const auto people = lists_within(chronicle.lists, chronicle.people.size());
  const auto tags = lists_within(chronicle.lists, chronicle.tags.size());
  const auto is_in = [](const std::vector<bool>& lists, std::uint32_t list) {
    return list < lists.size() && lists[list];
  };
  std::vector<DayActs> days;
  for (const DayRow& row : chronicle.days) days.push_back(row.acts);
  return chronicle.facts.size() == chronicle.people.size() && are_in_order(days) &&
         chronicle.latest.size() == days.size() - chronicle.recent_row() &&
         are_in_rows(chronicle.days, &DayRow::with_end, chronicle.with.size()) &&
         are_in_rows(chronicle.days, &DayRow::tags_end, chronicle.tagged.size()) &&
         std::ranges::all_of(chronicle.with,
                             [&](Share each) { return is_in(people, each.list); }) &&
         std::ranges::all_of(chronicle.tagged,
                             [&](Share each) { return is_in(tags, each.list); }) &&
         std::ranges::all_of(chronicle.latest, [&](const Chronicle::Latest& each) {
           return is_in(people, each.with) && is_in(tags, each.tags);
         });
}

}  // namespace

template <class Io, Maybe<Chronicle> T>
void flow(Io& io, T& chronicle) {
  auto& [people, tags, facts, lists, days, latest, with, tagged, felt, noted, shown, rests,
         foreign_ids, earlier] = chronicle;
  flow_each(io, people, tags);
  flow_all(io, facts);
  flow(io, lists);
  flow_all(io, days);
  flow_all(io, latest);
  flow_all(io, with);
  flow_all(io, tagged);
  flow_all(io, felt);
  flow_all(io, noted);
  flow_all(io, shown);
  flow(io, rests);
  flow_all(io, foreign_ids, [&](auto& each) { flow_each(io, each.first, each.second); });
  flow_optional(io, earlier);
  if constexpr (!packs<Io>) io.require(earlier && is_sound_chronicle(chronicle));
}

namespace {

constexpr auto flow_chronicle = [](auto& io, auto& days) { flow(io, days.chronicle); };

}  // namespace

std::string packed(const CoveredDays& days) { return packed_as(Kind::days, days, flow_chronicle); }

std::optional<CoveredDays> unpacked_days(std::string_view bytes) {
  return unpacked_as<CoveredDays>(Kind::days, bytes, flow_chronicle);
}

}  // namespace connect::store
