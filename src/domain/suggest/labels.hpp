// What suits a person: how often suggestions were taken up by their labels (effort, place, setting,
// and whether they name somebody). Of a few suggestions that fit, the one with the best labels is
// shown.
//
// In Q16, so that every machine comes to the same result. Counts fade by 1/500 a suggestion.
#pragma once

#include <array>
#include <cstdint>

#include "domain/suggest/suggestion.hpp"

namespace connect {

/// Two efforts, three places, three settings, and without or with a person.
inline constexpr std::size_t label_count = 10;

struct LabelCounts {
  std::array<std::int64_t, label_count> shown{};
  std::array<std::int64_t, label_count> taken{};
  bool operator==(const LabelCounts&) const = default;
};

/// Adds a suggestion that was shown on an earlier day. `taken`: whether its act was logged that
/// day.
void observe(LabelCounts& counts, const Suggestion& item, bool names_person, bool taken);

/// The sum over the labels of the item of (taken + 20 m) / (shown + 20), in Q16, where m is how
/// often the person takes suggestions up at all.
std::int64_t label_score(const LabelCounts& counts, const Suggestion& item, bool names_person);

}  // namespace connect
