#pragma once
// Invented people for the prompt bench. Nobody here was measured: the families span plausible ways
// of answering a daily suggestion. They were chosen once, before any policy was compared, and not
// changed since.
//
// Added value of a prompt = chance that it is taken up            (taste x recovery from the last
// prompt)
//                         x chance that the act would not have happened anyway that day
//                         x worth of the act: 1 - 2^(-days since it was last really done / 3).
// So: an act the person would not have done anyway, and has not done for a while, without the same
// request so often that it goes stale. The chances themselves are summed, not the draws: the same
// mean, less noise.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/suggest/act_choice.hpp"

namespace connect::sim {

using PerAct = std::array<double, act_count>;

// The first eight were there when the rule was chosen; the others were added afterwards, and no
// rule was chosen by them.
inline constexpr std::array<std::string_view, 14> families{
    "flat",       "skewed",   "drifting", "bored", "weekday", "sparse",  "habits",
    "hyperbolic", "calendar", "shifts",   "moody", "retreat", "patient", "weekender"};
inline constexpr std::size_t first_held_out = 8;

// Chance of doing each act when asked and fresh; by day type (0 weekday, 1 weekend).
using Taste = std::array<PerAct, 2>;

struct Person {
  std::array<Taste, 3> tastes{};        // taste k holds from day turns[k] on
  std::array<std::int32_t, 3> turns{};  // days of abrupt change; 0 where there is none
  Taste habit{};                        // chance of doing each act unasked, a day
  std::array<double, 2> opens{};        // chance that a terminal is opened and the prompt seen
  double logs{};                        // chance that an act done is logged
  double bored{};                       // share of uptake lost when asked again the next day
  double recovery{};  // share of boredom kept a day later; if hyperbolic, the slope
  bool hyperbolic{};
  double renewal = 3;         // days in which half the worth of an act comes back
  std::vector<PerAct> cycle;  // factors on the taste that repeat, one for each day; empty: none
};

// A person of the family, the same for the same (seed, number).
Person invent(std::size_t family, std::uint64_t seed, std::uint64_t number);

// A number in [0, 1) that depends on the key alone: every policy meets the same luck.
double luck(std::uint64_t seed, std::uint64_t number, std::uint64_t day, std::uint64_t what);

std::size_t day_type(std::int32_t day);  // 0 weekday, 1 weekend; day >= 0

// One life: what really happened, whether or not it was logged.
struct Life {
  const Person& person;
  std::array<std::int32_t, act_count> asked{};  // day of the last prompt
  std::array<std::int32_t, act_count> done{};   // day the act was last done

  double uptake(std::size_t act,
                std::int32_t day) const;  // chance to do it because it was asked today
  double habit(std::size_t act, std::int32_t day) const;  // chance to do it anyway
  double worth(std::size_t act, std::int32_t day) const;  // weight of doing it today, 0..1
  double added(std::size_t act, std::int32_t day) const;  // expected added value of asking today
};

}  // namespace connect::sim
