#pragma once
// Ways to choose an act a day, side by side. Each sees only what a ledger would hold; the
// clairvoyant alone is shown the hidden person.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "people.hpp"

namespace connect::sim {

// What the ledger says of a day once it is over.
struct Evening {
  std::int32_t day{};
  std::optional<std::size_t> shown;  // nothing when no terminal was opened
  std::array<bool, act_count> logged{};
};

class Policy {
 public:
  Policy() = default;
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;
  virtual ~Policy() = default;
  virtual std::size_t choose(std::int32_t day) = 0;
  virtual void learn(const Evening& evening) = 0;
};

struct Entry {
  std::string_view name;
  std::unique_ptr<Policy> (*make)(std::uint64_t seed, const Life& hidden);
};

// Round robin first: it is what the others are measured against.
const std::vector<Entry>& policies();

}  // namespace connect::sim
