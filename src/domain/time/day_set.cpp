#include "domain/time/day_set.hpp"

#include <algorithm>

namespace connect {

std::pair<std::size_t, std::size_t> DaySet::touching(DayRange range) const {
  const auto first = std::ranges::lower_bound(ranges_, range.since, {}, &DayRange::until);
  const auto end = std::upper_bound(first, ranges_.end(), range.until,
                                    [](Day day, const DayRange& each) { return day < each.since; });
  return {static_cast<std::size_t>(first - ranges_.begin()),
          static_cast<std::size_t>(end - ranges_.begin())};
}

void DaySet::replace(std::pair<std::size_t, std::size_t> old, std::span<const DayRange> by) {
  const auto begin = ranges_.begin();
  const auto place = ranges_.erase(begin + static_cast<std::ptrdiff_t>(old.first),
                                   begin + static_cast<std::ptrdiff_t>(old.second));
  ranges_.insert(place, by.begin(), by.end());
}

void DaySet::add(DayRange range) {
  if (range.until < range.since) return;
  // Mostly they come in order.
  if (ranges_.empty() || ranges_.back().until + 1 < range.since) return ranges_.push_back(range);
  // Adjacent ranges are merged too, so that ranges never touch.
  const auto old = touching({range.since - 1, range.until + 1});
  if (old.first < old.second)
    range = {std::min(range.since, ranges_[old.first].since),
             std::max(range.until, ranges_[old.second - 1].until)};
  replace(old, {&range, 1});
}

void DaySet::remove(DayRange range) {
  if (range.until < range.since) return;
  const auto old = touching(range);
  if (old.first == old.second) return;
  std::vector<DayRange> left = {{ranges_[old.first].since, range.since - 1},
                                {range.until + 1, ranges_[old.second - 1].until}};
  std::erase_if(left, [](const DayRange& each) { return each.until < each.since; });
  replace(old, left);
}

bool DaySet::contains(Day day) const {
  const auto first = std::ranges::lower_bound(ranges_, day, {}, &DayRange::until);
  return first != ranges_.end() && first->since <= day;
}

int DaySet::count(DayRange range) const {
  int days = 0;
  for (const auto& [since, until] : ranges_)
    days += std::max(0, std::min(until, range.until) - std::max(since, range.since) + 1);
  return days;
}

}  // namespace connect
