// Incremental reading of a ledger through a cache file. The file holds what was computed from the
// first bytes of the ledger (a Coverage and more); only later lines are parsed and folded on top of
// it. Where that might differ from a full read, the ledger is read in full and the cache file is
// replaced.
//
// 1. The cache is not used without a cache folder, for ledgers up to 64 KiB, or beside conflict
//    copies.
// 2. The covered bytes must be unchanged. That is known when only own appends followed
//    (appends.hpp); otherwise their checksum is compared, which reads the bytes but parses nothing.
// 3. No new record may change what is cached (`leaves_settled`), and none may correct a record that
//    is not among the new ones.
// 4. The file is written again after a full read, after more than 4 KiB of new lines, or when the
//    checksum was needed.
//
// A Way is the policy for one kind of cache file:
//
//   Kept                         a struct derived from Coverage
//   ending(), is_large           suffix of the file name; whether the file may be large
//   unpacked(bytes)              parses the file: optional<Kept>
//   packed(kept)                 serializes it; may sum up details that change no answer
//   may_continue(kept)           whether it has what the present question needs
//   fold(kept)                   a Fold that continues from it
//   leaves_settled(kept, record) whether a later record changes nothing that it holds
//   add(kept, ledger)            merges the folded new records; false when they do not fit
#pragma once

#include <optional>
#include <string>

#include "store/cache/coverage.hpp"
#include "store/reading/conflict_copies.hpp"

namespace connect::store {

/// Bytes. A ledger up to this size is read as fast as its cache file.
inline constexpr std::uint64_t kept_size = std::uint64_t{64} * 1024;
/// Bytes. With more new lines than this, the cache file is written again.
inline constexpr std::uint64_t longest_tail = std::uint64_t{4} * 1024;

/// The bytes of a cache file; empty when it is missing or cannot be read. `is_large`: get the size
/// first, to allocate once.
std::string cached(Files& files, const std::string& path, bool is_large);
/// The path of a cache file of this ledger: a hash of the ledger's path, and the suffix.
std::string cache_path(const std::string& cache_home, const std::string& ledger,
                       std::string_view ending);

/// The cached result extended by the lines after it; nothing when it might differ from a full read.
/// The caller has checked that the covered bytes are unchanged.
template <class Way>
std::optional<typename Way::Kept> continued(Files& files, const std::string& path,
                                            typename Way::Kept kept, const FileState& now,
                                            const Way& way) {
  if (!way.may_continue(kept)) return std::nullopt;
  Fold fold = way.fold(kept);
  LedgerReader intake(fold, kept.account);
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

/// The result of a full read. `next_line` is 0 when it cannot be resumed: beside conflict copies,
/// for a ledger without records, or after an unfinished line.
template <class Way>
Result<typename Way::Kept> whole(Files& files, const std::string& path, const Way& way) {
  typename Way::Kept kept;
  const auto before = files.state(path);
  Fold fold(Notes::leave);
  LedgerReader intake(fold, kept.account);
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

/// Reads a ledger through its cache file and updates the file. `cache_home`: the folder of caches;
/// empty when there is none or it must not be used.
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
