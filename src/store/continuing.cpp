#include "store/continuing.hpp"

namespace connect::store {

std::optional<std::string> bytes_of(Files& files, const std::string& path, bool is_large) {
  std::string bytes;
  if (const auto state = is_large ? files.state(path) : std::nullopt) bytes.reserve(state->size);
  const auto found = files.read(path, 0, [&](std::string_view piece) { bytes.append(piece); });
  return found && *found ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string cache_path(const std::string& cache_home, const std::string& ledger,
                       std::string_view ending) {
  return cache_home + "/connect/" + hex_of(hash_of(ledger)) + std::string(ending);
}

}  // namespace connect::store
