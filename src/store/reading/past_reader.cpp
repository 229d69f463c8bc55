#include "store/reading/past_reader.hpp"

#include <algorithm>

#include "store/cache/continuing.hpp"

namespace connect::store {
namespace {

/// Whether `recent` has every entry of this day.
bool lists_day(const Past& past, Day day) {
  const auto acts = std::ranges::lower_bound(past.days, day, {}, &DayActs::day);
  const auto known = acts != past.days.end() && acts->day == day ? acts->total() : 0;
  return std::ranges::count(past.recent, day, &RecentEntry::day) == known;
}

/// The policy for the cached summary; see store/cache/continuing.hpp.
struct PastWay {
  using Kept = Index;
  static constexpr bool is_large = false;
  Question asked;

  std::string_view ending() const { return index_ending; }
  std::optional<Index> unpacked(std::string_view bytes) const { return store::unpacked(bytes); }
  std::string packed(Index index) const {
    index.past = abridged(index.past, asked.today, asked.rules);
    return store::packed(index);
  }
  bool may_continue(const Index& index) const {
    return lists_enough(index.past, asked.today, asked.rules);
  }
  Fold fold(const Index& index) const { return {index.past, Notes::leave}; }
  /// A record must not change a day before `base_day`, of which only the act choice's state is
  /// cached, nor a rest among the days that were summed up.
  bool leaves_settled(const Index& index, const Record& record) const {
    const Day base = *index.past.base_day;
    if (!store::leaves_settled(index, record)) return false;
    if (const auto* said = std::get_if<Logged>(&record.body)) return said->day >= base;
    if (const auto* said = std::get_if<Prompted>(&record.body)) return said->day >= base;
    if (const auto* said = std::get_if<Amended>(&record.body))
      return said->set.day.value_or(base) >= base;
    if (const auto* said = std::get_if<Rested>(&record.body))
      return said->days.since >= index.past.earlier->until;
    return true;
  }
  bool add(Index& index, const Ledger& ledger) const {
    connect::add(index.past, ledger, asked.today);
    return lists_day(index.past, asked.today);
  }
};

}  // namespace

std::optional<Index> continued_index(Files& files, const std::string& path, Index index,
                                     const FileState& now, const Question& question) {
  if (index.path != now.path || !has_covered_bytes(files, path, index)) return std::nullopt;
  return continued(files, path, std::move(index), now, PastWay{question});
}

Result<Index> whole_index(Files& files, const std::string& path, Day today) {
  const Question question{today, {}};
  return whole(files, path, PastWay{question});
}

Result<PastReading> read_past(Files& files, const std::string& path, const std::string& cache_home,
                              const Question& question) {
  auto index = read_kept(files, path, cache_home, PastWay{question});
  if (!index) return index.error();
  return PastReading{std::move(index->account), std::move(index->past), index->marks};
}

}  // namespace connect::store
