#include "store/cache/packing.hpp"

#include "store/cache/checksum.hpp"

namespace connect::store {
namespace {

// Version of the layouts of all cache files. Raise it when a field of one of them is added, removed
// or changes its meaning; tests/unit/summary_file_test.cpp and appends_test.cpp have a sample of
// each.
constexpr std::uint32_t layout = 14;
constexpr std::size_t header_size = 32;
constexpr std::uint64_t largest_section = std::uint64_t{1} << 30;  // bytes; a larger one is invalid

struct Header {
  std::uint32_t kind = 0;
  std::uint32_t layout = 0;
  std::uint64_t version = 0;
  std::uint64_t checksum = 0;
  std::uint64_t size = 0;
};

template <class Io>
void flow_header(Io& io, Header& header) {
  flow_each(io, header.kind, header.layout, header.version, header.checksum, header.size);
}

/// All zero when there are too few bytes.
Header header_of(std::string_view bytes) {
  Header header;
  Unpacker in(bytes.substr(0, header_size));
  flow_header(in, header);
  return header;
}

std::uint64_t this_version() { return checksum(CONNECT_VERSION); }

}  // namespace

std::string sealed(Kind kind, std::string_view body) {
  Packer whole;
  Header header{static_cast<std::uint32_t>(kind), layout, this_version(), checksum(body),
                body.size()};
  flow_header(whole, header);
  return std::move(whole.bytes()).append(body);
}

std::optional<std::string_view> unsealed(Kind kind, std::string_view& bytes) {
  if (bytes.size() < header_size) return std::nullopt;
  const Header header = header_of(bytes);
  if (header.kind != static_cast<std::uint32_t>(kind) || header.layout != layout ||
      header.version != this_version() || header.size > bytes.size() - header_size)
    return std::nullopt;
  const auto body = bytes.substr(header_size, header.size);
  if (header.checksum != checksum(body)) return std::nullopt;
  bytes.remove_prefix(header_size + body.size());
  return body;
}

std::optional<std::size_t> size_of_sections(std::string_view bytes, int sections) {
  std::size_t end = 0;
  for (; sections > 0; --sections) {
    if (bytes.size() < end + header_size) return std::nullopt;
    const std::uint64_t size = header_of(bytes.substr(end)).size;
    if (size > largest_section) return std::nullopt;
    end += header_size + static_cast<std::size_t>(size);
  }
  return end;
}

bool is_of_another_version(std::string_view bytes) {
  // Magic numbers of the cache files of connect 1.0, and of layouts before 7.
  for (const std::string_view magic : {"nocidx", "nodays", "indx", "days"})
    if (bytes.starts_with(magic)) return true;
  const Header header = header_of(bytes);
  for (const Kind kind : {Kind::summary, Kind::older, Kind::appends})
    if (header.kind == static_cast<std::uint32_t>(kind))
      return header.layout != layout || header.version != this_version();
  return false;
}

}  // namespace connect::store
