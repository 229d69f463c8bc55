#include "store/cache/continuing.hpp"

namespace connect::store {

std::string cached(Files& files, const std::string& path, bool is_large) {
  const auto state = is_large ? files.state(path) : std::nullopt;
  return files.whole_if_readable(path, state ? state->size : 0).value_or("");
}

std::string cache_path(const std::string& cache_home, const std::string& ledger,
                       std::string_view ending) {
  return cache_home + "/connect/" + hex_of(hash_of(ledger)) + std::string(ending);
}

}  // namespace connect::store
