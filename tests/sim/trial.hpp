#pragma once
// A year with one policy: what it added to one invented person's life, and how it behaved.

#include <cstdint>
#include <vector>

#include "people.hpp"
#include "policies.hpp"

namespace connect::sim {

struct Outcome {
  double added{};  // sum of expected added value
  std::int32_t shown{};
  std::int32_t repeats{};       // the same act twice running
  std::int32_t longest_wait{};  // most prompts from one showing of an act to its next (or the ends)
  double entropy{};             // of the acts shown, in bits
};

struct Study {
  std::uint64_t seed = 1;
  std::size_t people = 280;
  std::int32_t days = 365;
  double renewal = 3;  // days; those of every person are multiplied by a third of it
};

// outcomes[policy][person]; person i belongs to family i % families.size(). The same luck for every
// policy.
std::vector<std::vector<Outcome>> run(const Study& study);

}  // namespace connect::sim
