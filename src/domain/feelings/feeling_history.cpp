// Selects from a summary what the analysis of feelings reads.
#include <algorithm>

#include "domain/feelings/feelings.hpp"
#include "domain/summary/summary.hpp"

namespace connect {

FeelingHistory feeling_history(const Summary& summary, DayRange period, Day today) {
  constexpr int most_days = 365;
  const DailyDetails& details = *summary.details;
  const Day end = std::min(period.until, today);
  const DayRange year{end - (most_days - 1), end};
  // An analysis of more days would cost more from year to year, and people change.
  period.since = std::max(period.since, year.since);
  FeelingHistory history;
  history.last_day = std::min(period.until, today - 1).number;
  for (const CheckIn& rating : details.rated) {
    if (period.contains(Day{rating.day})) history.check_ins.push_back(rating);
    if (year.contains(Day{rating.day})) history.usual.push_back(rating);
  }
  for (const FeelingPair& pair : details.felt)
    if (period.contains(Day{pair.day})) history.pairs.push_back(pair);
  for (const DailyDetails::Row& row : details.rows)
    if (period.contains(row.acts.day)) history.act_days.push_back(row.acts.day.number);
  return history;
}

/// By a hash of seed and block of six days, so that no state is stored and all machines that share
/// the ledger ask on the same days. The seed also shifts the blocks, as the days in the middle of
/// one are more likely than those at its ends.
bool asks_about_feelings(std::uint64_t seed, Day day) {
  constexpr std::int64_t days_of_block = 6;
  const auto shifted = std::int64_t{day.number} + static_cast<std::int64_t>(mixed(seed) % 6);
  const std::int64_t at = (shifted % days_of_block + days_of_block) % days_of_block;
  const auto block = static_cast<std::uint64_t>((shifted - at) / days_of_block);
  const auto first = static_cast<std::int64_t>(mixed(seed ^ mixed(block)) % 5);
  return at == first || at == first + 1;
}

}  // namespace connect
