// A 64-bit checksum over bytes that arrive in pieces of any size; its state can be saved and
// resumed. It detects accidental changes, not forgery. It takes eight bytes a step, where hash_of
// (id.hpp) takes one.
#pragma once

#include <cstdint>
#include <string_view>

namespace connect::store {

class Checksum {
 public:
  Checksum() = default;
  /// Resumes from the saved values of an earlier checksum.
  Checksum(std::uint64_t size, std::uint64_t sum, std::uint64_t pending)
      : size_(size), sum_(sum), pending_(pending) {}

  void add(std::string_view bytes);
  /// Checksum of all bytes so far and of their number. Each step is a bijection both of the state
  /// and of the eight bytes added, so a change within one such group always changes the value.
  std::uint64_t value() const;

  std::uint64_t size() const { return size_; }
  /// The state after all complete groups of eight bytes.
  std::uint64_t sum() const { return sum_; }
  /// The up to seven bytes after them, in little-endian order.
  std::uint64_t pending() const { return pending_; }

 private:
  std::uint64_t size_ = 0;
  std::uint64_t sum_ = 0;
  std::uint64_t pending_ = 0;
};

/// The checksum of these bytes alone.
std::uint64_t checksum(std::string_view bytes);

}  // namespace connect::store
