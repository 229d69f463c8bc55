#include "store/days_file.hpp"

#include "store/packing.hpp"

namespace connect::store {
namespace {

constexpr std::uint64_t magic = 0x3473796164'6f6eULL;  // ends with the number of the version

template <class Io, Maybe<Chronicle::Earlier> Sums>
void flow(Io& io, Sums& earlier) {
  flow(io, earlier.streaks);
  flow(io, earlier.met);
  flow(io, earlier.acted);
}

/// Each list after its size; the empty one is always there.
template <class Io, Maybe<NameLists> Lists>
void flow_lists(Io& io, Lists& lists) {
  std::vector<std::uint32_t> numbers;
  if constexpr (packs<Io>)
    for (std::uint32_t list = 1; list < lists.size(); ++list) {
      numbers.push_back(static_cast<std::uint32_t>(lists[list].size()));
      numbers.insert(numbers.end(), lists[list].begin(), lists[list].end());
    }
  flow(io, numbers);
  if constexpr (!packs<Io>)
    for (auto at = numbers.begin(); at != numbers.end();) {
      const auto end = at + 1 + static_cast<std::ptrdiff_t>(*at);
      lists.intern({at + 1, end});
      at = end;
    }
}

template <class Io, Maybe<Chronicle> All>
void flow_chronicle(Io& io, All& chronicle) {
  flow(io, chronicle.people);
  flow(io, chronicle.tags);
  flow_lists(io, chronicle.lists);
  flow(io, chronicle.facts);
  flow(io, chronicle.days);
  flow(io, chronicle.latest);
  flow(io, chronicle.with);
  flow(io, chronicle.tagged);
  flow(io, chronicle.felt);
  flow(io, chronicle.noted);
  flow(io, chronicle.shown);
  flow(io, chronicle.rests);
  flow_all(io, chronicle.foreign_ids, [&](auto& each) {
    flow(io, each.first);
    flow(io, each.second);
  });
  if constexpr (!packs<Io>) chronicle.earlier.emplace();
  flow(io, *chronicle.earlier);
}

constexpr auto flow_rest = [](auto& io, auto& days) { flow_chronicle(io, days.chronicle); };

}  // namespace

std::string packed(const CoveredDays& days) { return packed_as(magic, days, flow_rest); }

std::optional<CoveredDays> unpacked_days(std::string_view bytes) {
  return unpacked_as<CoveredDays>(magic, bytes, flow_rest);
}

}  // namespace connect::store
