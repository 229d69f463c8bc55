// Research findings on the four acts, with their strength and their doubts.
//
// `why` and the manual quote the claims word for word. A claim never states more than was read of
// its source, and contrary studies are listed together with the favourable ones.
#pragma once

#include <span>
#include <string_view>

namespace connect {

struct ResearchFinding {
  std::string_view key;     // short and stable; suggestions refer to it
  std::string_view topic;   // "kindness", an act's slug, "habit" or "feelings"
  std::string_view claim;   // one or two plain sentences, at most 300 ASCII characters
  std::string_view source;  // authors and year
  std::string_view doi;     // the bare DOI, or empty

  friend bool operator==(const ResearchFinding&, const ResearchFinding&) = default;
};

/// Every finding, grouped by topic: kindness, the four acts, habit, feelings. The span lives as
/// long as the program.
std::span<const ResearchFinding> findings();

}  // namespace connect
