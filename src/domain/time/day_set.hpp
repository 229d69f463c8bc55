// A set of days, stored as disjoint ranges because rest days may span months and be partly taken
// back.
#pragma once

#include <map>
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
  std::vector<DayRange> ranges() const;

 private:
  std::map<Day, Day> until_by_since_;  // from the first day of each range to its last
};

}  // namespace connect
