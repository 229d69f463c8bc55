// How a ledger is read by way of what was put aside about its first bytes: that and the new bytes
// of the ledger if they give the same answer as reading it whole, else by reading it whole. What is
// put aside is a Coverage and more; a Way says how this kind of it is made:
//
//   Kept                         the kind, a Coverage
//   ending(), is_large           of its file in the cache
//   unpacked(bytes)              optional<Kept>
//   packed(kept)                 the bytes worth putting aside; it may sum up what it is given, as
//                                long as that still gives the same answer
//   may_continue(kept)           whether it can answer at all what is asked now
//   fold(kept)                   a fold that goes on from it
//   leaves_settled(kept, record) whether a later record leaves what it holds as it is
//   add(kept, ledger)            adds what such a fold came to; false when that does not fit
#pragma once

#include <optional>
#include <string>

#include "store/cache/coverage.hpp"
#include "store/reading/conflict_copies.hpp"

namespace connect::store {

/// Below this size a ledger is read as fast as what is kept of it.
inline constexpr std::uint64_t kept_size = std::uint64_t{64} * 1024;
/// So many new bytes ask for a new file.
inline constexpr std::uint64_t longest_tail = std::uint64_t{4} * 1024;

/// The bytes of a file of the cache; none when there is no such file, or it cannot be read. A large
/// one is worth asking for its size first.
std::string cached(Files& files, const std::string& path, bool is_large);
/// Where something of this ledger is kept.
std::string cache_path(const std::string& cache_home, const std::string& ledger,
                       std::string_view ending);

/// What was kept and the rest of the ledger come to; nothing when they do not fit together. Its
/// covered bytes must be in the file still.
template <class Way>
std::optional<typename Way::Kept> continued(Files& files, const std::string& path,
                                            typename Way::Kept kept, const FileState& now,
                                            const Way& way) {
  if (!way.may_continue(kept)) return std::nullopt;
  Fold fold = way.fold(kept);
  Intake intake(fold, kept.account);
  Marks marks = kept.marks;
  Checksum bytes = kept.bytes;
  bool fits = true;
  intake.on_record = [&](const Record& record) {
    fits = fits && way.leaves_settled(kept, record);
    raise(marks, record);
  };
  intake.on_bytes = [&](std::string_view more) { bytes.add(more); };
  const auto found = intake.read(files, path, {kept.bytes.size(), kept.next_line});
  if (!found || !*found || !fits || checksum(intake.before()) != kept.ending) return std::nullopt;
  const Ledger tail = std::move(fold).settled();
  if (tail.oddities().orphans > 0 || !way.add(kept, tail)) return std::nullopt;
  kept.account.newer += tail.oddities().newer;
  kept.marks = marks;
  end_at(kept, bytes, intake, now.size);
  return kept;
}

/// What the whole ledger comes to; its `next_line` is 0 when reading cannot go on after it.
template <class Way>
Result<typename Way::Kept> whole(Files& files, const std::string& path, const Way& way) {
  typename Way::Kept kept;
  const auto before = files.state(path);
  Fold fold(Notes::leave);
  Intake intake(fold, kept.account);
  Checksum bytes;
  intake.on_record = [&](const Record& record) { raise(kept.marks, record); };
  intake.on_bytes = [&](std::string_view more) { bytes.add(more); };
  if (const auto found = read_into(fold, kept.account, files, path, intake); !found)
    return found.error();
  const Ledger ledger = std::move(fold).settled();
  kept.account.newer = ledger.oddities().newer;
  static_cast<void>(way.add(kept, ledger));
  if (!before || !kept.account.copies.empty() || intake.records() == 0) return kept;
  kept.path = before->path;
  end_at(kept, bytes, intake, before->size);
  return kept;
}

/// `cache_home`: where it may be kept; empty when there is no such place, or it is not to be used.
template <class Way>
Result<typename Way::Kept> read_kept(Files& files, const std::string& path,
                                     const std::string& cache_home, const Way& way) {
  const auto now = cache_home.empty() ? std::nullopt : files.state(path);
  if (!now || now->size <= kept_size) return whole(files, path, way);
  const std::string cache = cache_path(cache_home, now->path, way.ending());
  auto stored = conflict_copies(files, path).empty()
                    ? way.unpacked(cached(files, cache, Way::is_large))
                    : std::nullopt;
  const bool is_same = stored && stored->standing.state == number_of(*now);
  const Appends appends = is_same ? Appends{stored->standing.origin, stored->standing.state}
                                  : known_appends(files, cache_home, now->path);
  const auto store = [&](typename Way::Kept& kept, bool is_asked_for) {
    const auto after = files.state(path);
    kept.standing = standing_of(*now, after, appends);
    const bool is_known_from_now_on = kept.standing.state != 0;
    if (kept.next_line != 0 && after && has_only_grown(*now, *after) &&
        (is_asked_for || is_known_from_now_on))
      files.store_cache(cache, way.packed(kept));
  };
  if (stored && stored->path == now->path) {
    const bool is_long = now->size - stored->bytes.size() > longest_tail;
    const bool is_known = is_as_left(stored->standing, *now, appends);
    if (is_known || has_covered_bytes(files, path, *stored))
      if (auto kept = continued(files, path, *std::move(stored), *now, way)) {
        if (is_long || !is_known) store(*kept, is_long);
        return *std::move(kept);
      }
  }
  auto kept = whole(files, path, way);
  if (kept) store(*kept, true);
  return kept;
}

}  // namespace connect::store
