// A set of days held as ranges: rests may span months and be partly taken back.
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
  /// The ranges, merged and in order.
  std::vector<DayRange> ranges() const;

 private:
  std::map<Day, Day> until_by_since_;
};

}  // namespace connect
