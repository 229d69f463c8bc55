// Serialization of numbers and texts, the same on every machine: a number is its bytes in
// little-endian order, a text its size (u32) and then its bytes. No struct is copied as it lies in
// memory, since its layout and padding are up to the compiler.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace connect::store {

/// The number stored at `bytes` in little-endian order; `bytes` must hold sizeof(T) bytes.
template <std::unsigned_integral T>
T little_endian(const char* bytes) {
  T number = 0;
  std::memcpy(&number, bytes, sizeof number);
  if constexpr (std::endian::native == std::endian::big && sizeof(T) > 1) {
    T turned = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
      turned |= static_cast<T>(number >> 8 * i & 0xff) << 8 * (sizeof number - 1 - i);
    return turned;
  }
  return number;
}

/// Serializes values into a byte string.
class Packer {
 public:
  template <std::integral T>
  void number(T value) {
    const auto bits = static_cast<std::make_unsigned_t<T>>(value);
    char bytes[sizeof bits];
    for (std::size_t i = 0; i < sizeof bits; ++i)
      bytes[i] = static_cast<char>(bits >> 8 * i & 0xff);
    bytes_.append(bytes, sizeof bytes);
  }
  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_.append(text);
  }
  /// Validation is up to the reader (Unpacker::require); values that are written are valid.
  void require(bool) {}
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

/// Parses what a Packer wrote. After a read past the end or a failed `require`, `ok` is false and
/// every further value is zero or empty, so that one check at the end is enough.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <std::integral T>
  void number(T& value) {
    using Bits = std::make_unsigned_t<T>;
    require(sizeof(Bits) <= bytes_.size());
    value = T{};
    if (bytes_.empty()) return;
    value = static_cast<T>(little_endian<Bits>(bytes_.data()));
    bytes_.remove_prefix(sizeof(Bits));
  }
  void text(std::string& text) {
    const std::uint32_t size = count();
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }
  /// The number of items that follow. Each takes at least one byte, so a number above that of the
  /// bytes left is invalid and cannot cause a huge allocation.
  std::uint32_t count() {
    std::uint32_t items = 0;
    number(items);
    require(items <= bytes_.size());
    return ok_ ? items : 0;
  }
  void require(bool holds) {
    if (holds) return;
    ok_ = false;
    bytes_ = {};
  }
  bool ok() const { return ok_; }
  std::string_view left() const { return bytes_; }
  bool at_end() const { return ok_ && bytes_.empty(); }

 private:
  std::string_view bytes_;  // empty after an error
  bool ok_ = true;
};

}  // namespace connect::store
