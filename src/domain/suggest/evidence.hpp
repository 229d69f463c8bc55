// What research says about the four acts, with its strength and its doubts.
//
// `why` and the manual quote these findings word for word, so a claim never says more than its
// source was seen to say, and the contrary studies stand beside the favourable ones.
#pragma once

#include <span>
#include <string_view>

namespace connect {

struct Finding {
  std::string_view key;     // short and permanent; suggestions refer to it
  std::string_view topic;   // "kindness", an act's slug, "habit" or "feelings"
  std::string_view claim;   // one or two plain sentences, at most 300 ASCII characters
  std::string_view source;  // who found it, as far as it was seen
  std::string_view doi;     // the bare DOI, or empty

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Every finding, grouped by topic: kindness, the four acts, habit, feelings. The span lives as
/// long as the program.
std::span<const Finding> findings();

}  // namespace connect
