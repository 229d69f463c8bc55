#include "store/cache/index.hpp"

#include <algorithm>

#include "store/cache/coverage_packing.hpp"

namespace connect::store {

template <class Io, Maybe<LatestDays> T>
void flow(Io& io, T& latest) {
  std::vector<Day> days = latest.days();
  flow_all(io, days);
  io.require(std::ranges::adjacent_find(days, std::ranges::greater_equal()) == days.end());
  if constexpr (!packs<Io>) latest = io.ok() ? LatestDays(std::move(days)) : LatestDays();
}

template <class Io, Maybe<DatedFacts> T>
void flow(Io& io, T& dated) {
  auto& [since, facts] = dated;
  flow_each(io, since, facts);
}

template <class Io, Maybe<FirstShown> T>
void flow(Io& io, T& first) {
  auto& [day, stamp] = first;
  flow_each(io, day, stamp);
}

template <class Io, Maybe<PersonPast> T>
void flow(Io& io, T& person) {
  auto& [count, met, thanked, settings] = person;
  flow_each(io, count, met, thanked);
  flow_all(io, settings);
}

template <class Io, Maybe<ShownRecord> T>
void flow(Io& io, T& shown) {
  auto& [said, id] = shown;
  auto& [stamp, day, act, suggestion, person, instead_of, redaction] = said;
  flow_each(io, stamp, day, act, suggestion, person, instead_of, redaction, id);
}

/// Without its note: a cache file holds no notes.
template <class Io, Maybe<Notice> T>
void flow(Io& io, T& notice) {
  auto& [stamp, day, with, note] = notice;
  flow_each(io, stamp, day);
  flow_all(io, with);
}

template <class Io, Maybe<RecentEntry> T>
void flow(Io& io, T& entry) {
  auto& [stamp, day, act, with] = entry;
  flow_each(io, stamp, day, act);
  flow_all(io, with);
}

template <class Io, Maybe<ActStatistics> T>
void flow(Io& io, T& memory) {
  // Sums in Q16 that fade by 1 % a prompt (act_choice.hpp) stay far below this.
  constexpr std::int64_t most = std::int64_t{1} << 32;
  auto& [trials, successes, turn, asked, declined, done, recent, known] = memory;
  for (auto* sums : {&trials, &successes}) {
    flow_array(io, *sums);
    for (auto sum : *sums) io.require(sum >= 0 && sum <= most);
  }
  flow_each(io, turn, asked, declined, done);
  for (auto each : {asked, declined, done})
    io.require(each == never || (each >= -farthest_day && each <= farthest_day));
  flow_array(io, recent);
  flow_array(io, known);
  for (std::size_t type = 0; type < known.size(); ++type)
    io.require(successes[type] <= trials[type] && known[type] <= 16);
}

template <class Io, Maybe<ActChoiceState> T>
void flow(Io& io, T& state) {
  auto& [shown, acts] = state;
  flow(io, shown);
  io.require(shown >= 0 && shown <= largest_count);
  flow_array(io, acts);
  for (const auto& act : acts) io.require(act.turn >= 0 && act.turn <= shown);
}

namespace {

/// Validates every index and optional that is later used without a check.
bool is_sound_past(const Past& past) {
  const auto knows = [&](NameIndex person) { return person < past.people.size(); };
  return past.persons.size() == past.people.size() && past.tagged.size() == past.tags.size() &&
         past.earlier && past.base_day && are_in_order(past.days) &&
         std::ranges::all_of(past.recent, [&](const RecentEntry& entry) {
           return std::ranges::all_of(entry.with, knows);
         });
}

}  // namespace

template <class Io, Maybe<Past> T>
void flow(Io& io, T& past) {
  auto& [people, tags, persons, tagged, earlier, days, rests, shown, notices, recent, first_shown,
         base_day, is_cut, before] = past;
  flow_each(io, people, tags);
  flow_all(io, persons);
  flow_all(io, tagged);
  flow_optional(io, earlier);
  flow_all(io, days);
  flow(io, rests);
  flow_all(io, shown);
  flow_all(io, notices);
  flow_all(io, recent);
  flow_optional(io, first_shown);
  flow_optional(io, base_day);
  flow_each(io, is_cut, before);
  if constexpr (!packs<Io>) io.require(is_sound_past(past));
}

namespace {

constexpr auto flow_past = [](auto& io, auto& index) { flow(io, index.past); };

}  // namespace

std::string packed(const Index& index) { return packed_as(Kind::index, index, flow_past); }

std::optional<Index> unpacked(std::string_view bytes) {
  return unpacked_as<Index>(Kind::index, bytes, flow_past);
}

}  // namespace connect::store
