// A checksum of bytes that come in pieces of any size; it can be put aside half-way and continued.
// Against accidents, not against forgery.
#pragma once

#include <cstdint>
#include <string_view>

namespace connect::store {

class Checksum {
 public:
  Checksum() = default;
  /// Goes on after `size` bytes that came to this state.
  Checksum(std::uint64_t size, std::uint64_t sum, std::uint64_t pending)
      : size_(size), sum_(sum), pending_(pending) {}

  void add(std::string_view bytes);
  /// Of all bytes so far, and of how many they are. Every step can be undone, so no single change
  /// goes unnoticed.
  std::uint64_t value() const;

  std::uint64_t size() const { return size_; }
  /// What all whole groups of eight bytes came to.
  std::uint64_t sum() const { return sum_; }
  /// The bytes after them, the first one lowest.
  std::uint64_t pending() const { return pending_; }

 private:
  std::uint64_t size_ = 0;
  std::uint64_t sum_ = 0;
  std::uint64_t pending_ = 0;
};

std::uint64_t checksum(std::string_view bytes);

}  // namespace connect::store
