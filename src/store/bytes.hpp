// Values as bytes and back, for files that only this machine reads. Numbers are written as they lie
// in memory; whoever reads them on another machine finds a magic number that is none.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace connect::store {

template <class T>
concept Plain = std::is_trivially_copyable_v<T>;

/// What lay in memory between the members of a value, or was there before it, stays out of files.
template <Plain T>
void clear_padding([[maybe_unused]] T& value) {
#if __has_builtin(__builtin_clear_padding)
  __builtin_clear_padding(&value);
#endif
}

class Packer {
 public:
  template <Plain T>
  void put(T value) {
    clear_padding(value);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    bytes_.append(text);
  }
  template <Plain T>
  void put(const std::vector<T>& items) {
    put(static_cast<std::uint32_t>(items.size()));
    bytes_.reserve(bytes_.size() + items.size() * sizeof(T));
    for (const T& item : items) put(item);
  }
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

/// Past the end everything is zero and empty, and `ok` is false.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <Plain T>
  void get(T& value) {
    if (const auto piece = next(sizeof value); ok_)
      std::memcpy(static_cast<void*>(&value), piece.data(), sizeof value);
  }
  void get(std::string& text) { text = next(count(1)); }
  template <Plain T>
  void get(std::vector<T>& items) {
    items.resize(count(sizeof(T)));
    const auto piece = next(items.size() * sizeof(T));
    if (!piece.empty()) std::memcpy(static_cast<void*>(items.data()), piece.data(), piece.size());
  }
  /// A number of items of at least `least` bytes each, as many as there can be.
  std::uint32_t count(std::size_t least) {
    std::uint32_t items = 0;
    get(items);
    if (items > bytes_.size() / least) ok_ = false;
    return ok_ ? items : 0;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && bytes_.empty(); }

 private:
  std::string_view next(std::size_t size) {
    if (size > bytes_.size()) ok_ = false;
    if (!ok_) return {};
    const auto piece = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return piece;
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace connect::store
