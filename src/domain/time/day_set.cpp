#include "domain/time/day_set.hpp"

#include <algorithm>

namespace connect {

void DaySet::add(DayRange range) {
  if (range.until < range.since) return;
  // Adjacent ranges are merged too, so that ranges never touch.
  auto next = until_by_since_.upper_bound(range.until + 1);
  while (next != until_by_since_.begin()) {
    const auto touching = std::prev(next);
    if (touching->second + 1 < range.since) break;
    range = {std::min(range.since, touching->first), std::max(range.until, touching->second)};
    next = until_by_since_.erase(touching);
  }
  until_by_since_.emplace(range.since, range.until);
}

void DaySet::remove(DayRange range) {
  if (range.until < range.since) return;
  auto next = until_by_since_.upper_bound(range.until);
  while (next != until_by_since_.begin()) {
    const auto [since, until] = *std::prev(next);
    if (until < range.since) break;
    next = until_by_since_.erase(std::prev(next));
    if (range.until < until) next = until_by_since_.emplace(range.until + 1, until).first;
    if (since < range.since) next = until_by_since_.emplace(since, range.since - 1).first;
  }
}

bool DaySet::contains(Day day) const {
  const auto after = until_by_since_.upper_bound(day);
  return after != until_by_since_.begin() && std::prev(after)->second >= day;
}

int DaySet::count(DayRange range) const {
  int days = 0;
  for (const auto& [since, until] : until_by_since_)
    days += std::max(0, std::min(until, range.until) - std::max(since, range.since) + 1);
  return days;
}

std::vector<DayRange> DaySet::ranges() const {
  std::vector<DayRange> out;
  for (const auto& [since, until] : until_by_since_) out.push_back({since, until});
  return out;
}

}  // namespace connect
