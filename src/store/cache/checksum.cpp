#include "store/cache/checksum.hpp"

#include "domain/ledger/id.hpp"
#include "store/cache/bytes.hpp"

namespace connect::store {
namespace {

constexpr std::size_t group_size = sizeof(std::uint64_t);

/// One step; the factor is 2^64 divided by the golden ratio, which is odd and so can be inverted.
std::uint64_t step(std::uint64_t sum, std::uint64_t word) {
  sum = (sum ^ word) * 0x9e3779b97f4a7c15U;
  return sum ^ sum >> 29;
}

std::uint64_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

}  // namespace

void Checksum::add(std::string_view bytes) {
  for (; !bytes.empty() && size_ % group_size != 0; bytes.remove_prefix(1)) {
    pending_ |= byte_at(bytes, 0) << 8 * (size_ % group_size);
    if (++size_ % group_size != 0) continue;
    sum_ = step(sum_, pending_);
    pending_ = 0;
  }
  size_ += bytes.size();
  std::uint64_t sum = sum_;
  for (; bytes.size() >= group_size; bytes.remove_prefix(group_size))
    sum = step(sum, little_endian<std::uint64_t>(bytes.data()));
  sum_ = sum;
  for (std::size_t i = 0; i < bytes.size(); ++i) pending_ |= byte_at(bytes, i) << 8 * i;
}

std::uint64_t Checksum::value() const { return mixed(step(step(sum_, pending_), size_)); }

std::uint64_t checksum(std::string_view bytes) {
  Checksum sum;
  sum.add(bytes);
  return sum.value();
}

}  // namespace connect::store
