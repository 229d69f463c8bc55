// Random dates of a person that collide on purpose.
#pragma once

#include <vector>

#include "connect/record.hpp"
#include "support/random.hpp"

namespace connect::test {

/// Up to three of few dates.
inline std::vector<PersonDate> some_dates(Random& random) {
  std::vector<PersonDate> out;
  for (const PersonDate& each :
       {PersonDate{{5, 12, 0}, "birthday"}, PersonDate{{2, 29, 2016}, "moved"},
        PersonDate{{11, 23, 0}, "wedding"}, PersonDate{{11, 24, 2019}, "a loss"}})
    if (random.chance(40)) out.push_back(each);
  return out;
}

}  // namespace connect::test
