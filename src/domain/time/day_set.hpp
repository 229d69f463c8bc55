// A set of days, stored as disjoint ranges because rest days may span months and be partly taken
// back.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "domain/time/day.hpp"

namespace connect {

class DaySet {
 public:
  void add(DayRange range);
  void remove(DayRange range);
  bool contains(Day day) const;
  /// How many days of this range it contains.
  int count(DayRange range) const;
  /// The ranges, disjoint, not adjacent, in order.
  const std::vector<DayRange>& ranges() const { return ranges_; }

 private:
  /// Those that have a day in common with `range`, as indices: from the first to one past the last.
  std::pair<std::size_t, std::size_t> touching(DayRange range) const;
  void replace(std::pair<std::size_t, std::size_t> old, std::span<const DayRange> by);

  std::vector<DayRange> ranges_;
};

}  // namespace connect
