// The score of one act on one day, in fixed point. Private to act_choice.
#pragma once

#include "domain/suggest/act_choice.hpp"

namespace connect {

using Fixed = std::int64_t;  // Q16: 65536 represents 1
inline constexpr Fixed one = 65536;

std::size_t weekday_of(std::int32_t day);   // 0 Monday to 6 Sunday
std::size_t day_type(std::size_t weekday);  // 0 Monday to Friday, 1 the weekend

/// How often an act is taken up, in Q16: as estimated from days of the same type, and from the same
/// day of the week as well.
struct Rates {
  Fixed by_type{}, by_weekday{};
};
Rates rates(const ActStatistics& act, std::size_t weekday);
/// By how much the rate by day of the week was nearer to the outcome than the rate by type: the
/// difference of their squared errors, -65536 to 65536.
Fixed gain(Rates rates, bool taken);

struct Factors {
  Fixed receptivity{}, freshness{}, need{};  // all above 0
  std::int64_t score{};                      // above 0, Q32
};
/// The factors of an act if it is shown on this day. `weekday_gain`: of ActChoiceState.
Factors factors(const ActStatistics& act, std::int32_t day, std::int64_t weekday_gain);

}  // namespace connect
