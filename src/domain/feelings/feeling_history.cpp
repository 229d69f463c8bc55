// Selects from a chronicle what the analysis of feelings reads.
#include <algorithm>

#include "domain/feelings/feelings.hpp"
#include "domain/summary/chronicle.hpp"

namespace connect {

FeelingHistory feeling_history(const Chronicle& chronicle, DayRange period, Day today) {
  FeelingHistory history;
  constexpr int usual_days = 365;
  const Day end = std::min(period.until, today);
  history.last_day = std::min(period.until, today - 1).number;
  for (const FeelingNote& note : chronicle.noted) {
    const CheckIn check_in{note.day.number, note.felt};
    if (period.contains(note.day)) history.check_ins.push_back(check_in);
    if (note.day > end - usual_days && note.day <= end) history.usual.push_back(check_in);
  }
  for (const FeelingPair& pair : chronicle.felt)
    if (period.contains(Day{pair.day})) history.pairs.push_back(pair);
  for (Day day : acted_days(chronicle))
    if (period.contains(day)) history.act_days.push_back(day.number);
  return history;
}

/// A hash of seed and day, so that no state is stored and all machines that share the ledger ask on
/// the same days.
bool asks_about_feelings(std::uint64_t seed, Day day) {
  return mixed(seed ^ mixed(static_cast<std::uint64_t>(day.number))) % 3 == 0;
}

}  // namespace connect
