#include "store/packing.hpp"

namespace connect::store {
namespace {

constexpr std::size_t header_size = 16;

}  // namespace

std::string sealed(std::uint64_t magic, const std::string& bytes) {
  Packer whole;
  whole.put(magic);
  whole.put(checksum(bytes));
  return std::move(whole.bytes()) + bytes;
}

std::optional<std::string_view> unsealed(std::uint64_t magic, std::string_view bytes) {
  if (bytes.size() < header_size) return std::nullopt;
  std::array<std::uint64_t, 2> header{};
  std::memcpy(header.data(), bytes.data(), header_size);
  bytes.remove_prefix(header_size);
  if (header[0] != magic || header[1] != checksum(bytes)) return std::nullopt;
  return bytes;
}

}  // namespace connect::store
