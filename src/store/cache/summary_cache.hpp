// Reads the summary of a ledger through its cache files (summary_file.hpp), where that gives the
// same result as a full read, else in full.
//
// 1. No cache is used without a cache folder, for ledgers up to 64 KiB, or beside conflict copies.
// 2. The covered bytes must be unchanged. That is known when only own appends followed
//    (appends.hpp); otherwise their checksum is compared, which reads the bytes but parses nothing.
// 3. The lines after them are parsed and added. No new record may change what is settled, and none
//    may correct a record that is not among the new ones; else the ledger is read in full.
// 4. The files are written again after a full read, after more than 4 KiB of new lines, or when the
//    checksum was needed.
#pragma once

#include <string>

#include "domain/summary/summary_window.hpp"
#include "store/cache/summary_file.hpp"

namespace connect::store {

/// Bytes. A ledger up to this size is read as fast as its cache file.
inline constexpr std::uint64_t cached_size = std::uint64_t{64} * 1024;
/// Bytes. With more new lines than this, the cache files are written again.
inline constexpr std::uint64_t longest_tail = std::uint64_t{4} * 1024;

/// The path of a cache file of this ledger: a hash of the ledger's path, and the suffix.
std::string cache_path(const std::string& cache_home, const std::string& ledger,
                       std::string_view ending);

/// The summary that answers the question, with what was found while reading. `cache_home`: the
/// folder of caches; empty when there is none or it must not be used.
Result<CachedSummary> read_summary(Files& files, const std::string& path,
                                   const std::string& cache_home, const Question& question);

/// The cached summary extended by the lines after it; nothing when it might differ from a full
/// read. The caller has checked that the covered bytes are unchanged. `now`: the ledger's state.
std::optional<CachedSummary> extended(Files& files, const std::string& path, CachedSummary cached,
                                      const FileState& now, const Question& question);
/// The summary from a full read, with all details unless nobody needs them. `next_line` is 0 when
/// it cannot be resumed: beside conflict copies, for a ledger without records, or after an
/// unfinished line.
Result<CachedSummary> whole_summary(Files& files, const std::string& path, Day today,
                                    bool with_details = true);

}  // namespace connect::store
