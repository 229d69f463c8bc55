// The score of one act on one day, in fixed point. Private to act_choice.
#pragma once

#include "domain/suggest/act_choice.hpp"

namespace connect {

using Fixed = std::int64_t;  // Q16: 65536 represents 1
inline constexpr Fixed one = 65536;

struct Factors {
  Fixed receptivity{}, freshness{}, need{};  // all above 0
  std::int64_t score{};                      // above 0, Q32
};

std::size_t day_type(std::int32_t day);  // 0 weekday, 1 weekend

/// The factors of an act if it is shown on this day.
Factors factors(const ActStatistics& act, std::int32_t day);

}  // namespace connect
