// Seeded random numbers for property tests. Each repetition has its own seed, which a failure
// prints, so that it can be run again alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace connect::test {

/// std::mt19937_64: the numbers are the same everywhere; only `shuffled` depends on the standard
/// library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed * 0x9e3779b97f4a7c15U + 1) {}

  /// From 0 to limit - 1.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  /// From first to last, both included.
  int between(int first, int last) {
    return first + static_cast<int>(below(static_cast<std::size_t>(last - first) + 1));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }
  std::uint64_t bits() { return engine_(); }

  /// A random element.
  template <class Pool>
  const auto& pick(const Pool& pool) {
    return *(std::begin(pool) + static_cast<std::ptrdiff_t>(below(std::size(pool))));
  }

  template <class Item>
  std::vector<Item> shuffled(std::vector<Item> items) {
    std::shuffle(items.begin(), items.end(), engine_);
    return items;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace connect::test
