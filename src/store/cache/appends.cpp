#include "store/cache/appends.hpp"

#include <algorithm>

#include "domain/ledger/id.hpp"
#include "store/cache/packing.hpp"
#include "store/cache/summary_cache.hpp"

namespace connect::store {
namespace {

std::string appends_path(const std::string& cache_home, const std::string& ledger) {
  return cache_path(cache_home, ledger, appends_ending);
}

Appends appends_in(std::string_view bytes) {
  const auto body = unsealed(Kind::appends, bytes);
  if (!body) return {};
  Unpacker in(*body);
  Appends appends;
  flow_each(in, appends.first, appends.last);
  return in.at_end() && bytes.empty() ? appends : Appends{};
}

}  // namespace

std::uint64_t number_of(const FileState& state) {
  std::uint64_t sum = 0;
  for (const std::uint64_t part :
       {state.device, state.inode, state.size, static_cast<std::uint64_t>(state.modified),
        static_cast<std::uint64_t>(state.changed)})
    sum = mixed(sum ^ part) + 1;
  return std::max<std::uint64_t>(sum, 1);
}

Standing standing_of(const FileState& before, const Appends& appends_before,
                     const std::optional<FileState>& after, const Appends& appends_after) {
  const std::uint64_t state = number_of(before);
  const bool is_unchanged = after && number_of(*after) == state;
  if (appends_before.last == state && (is_unchanged || appends_after.first == appends_before.first))
    return {state, appends_before.first};
  return is_unchanged && before.is_settled ? Standing{state, state} : Standing{};
}

bool has_only_grown(const FileState& before, const FileState& after) {
  if (before.device != after.device || before.inode != after.inode) return false;
  return before.size < after.size || number_of(before) == number_of(after);
}

bool is_as_left(const Standing& then, const FileState& now, const Appends& appends) {
  if (then.state == 0) return false;
  const std::uint64_t state = number_of(now);
  return state == then.state || (state == appends.last && then.origin == appends.first);
}

Appends known_appends(Files& files, const std::string& cache_home, const std::string& ledger) {
  if (cache_home.empty()) return {};
  return appends_in(files.whole_if_readable(appends_path(cache_home, ledger)).value_or(""));
}

Files::Noted noting(Files& files, const std::string& cache_home) {
  return [&files, cache_home](const FileState& before, const FileState& after) {
    if (after.size <= cached_size) return;
    Appends appends = known_appends(files, cache_home, after.path);
    // Another program wrote in between: a new chain begins.
    if (appends.last != number_of(before)) appends.first = number_of(before);
    appends.last = number_of(after);
    Packer out;
    flow_each(out, appends.first, appends.last);
    files.store_cache(appends_path(cache_home, after.path), sealed(Kind::appends, out.bytes()));
  };
}

}  // namespace connect::store
