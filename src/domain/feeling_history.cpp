// From a ledger to what the analysis of feelings looks at.
#include <algorithm>

#include "connect/feelings.hpp"

namespace connect {

FeelingHistory feeling_history(const Ledger& ledger, DayRange period, Day today) {
  FeelingHistory history;
  history.last_day = std::min(period.until, today - 1).number;
  for (const FeelingNote& note : ledger.feelings())
    if (period.contains(note.day)) history.check_ins.push_back({note.day.number, note.felt});
  for (const Entry& entry : ledger.entries()) {
    if (!period.contains(entry.day)) continue;
    const std::int32_t day = entry.day.number;
    if (history.act_days.empty() || history.act_days.back() != day) history.act_days.push_back(day);
    if (!entry.before.empty() || !entry.felt.empty())
      history.pairs.push_back({day, entry.before, entry.felt});
  }
  return history;
}

bool asks_about_feelings(std::uint64_t seed, Day day) {
  return mixed(seed ^ mixed(static_cast<std::uint64_t>(day.number))) % 3 == 0;
}

}  // namespace connect
