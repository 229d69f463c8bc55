// The cache files of a summary. They hold what was computed from the first bytes of a ledger, so
// that commands parse only the later lines. They are in the cache folder and may be deleted at any
// time: without a valid file the ledger is read in full, with the same result. No note is in them.
//
//   HASH.summary   section "summ" | section "peop" | section "deta"
//   HASH.older     section "oldr"
//
// HASH is that of the ledger's path; packing.hpp describes a section. "summ" (about 5 KB) is the
// prefix of the ledger that is covered, the checksum of the body of "oldr", and what streaks need
// of the summary. "peop" (5 to 20 KB) is the rest of the summary without its details; everyday
// commands read no more than that. "deta" (about 50 KB) has the details of the last year. "oldr"
// has those of the days before, which only reports of long ago need; it is written about once a
// month.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "domain/summary/summary_window.hpp"
#include "store/cache/ledger_prefix.hpp"

namespace connect::store {

struct CachedSummary : LedgerPrefix {
  std::uint64_t older = 0;  // checksum of the body of "oldr"
  Summary summary;

  /// Sets the marks, and the stamps among them that the summary has too.
  void set_marks(const Marks& latest);
};

/// Serializes a summary with a checkpoint and with details whose older days were split off.
std::string packed(const CachedSummary& cached);
/// Parses the sections of such a file that hold these parts. Nothing when they are not complete and
/// valid sections of this version of the program.
std::optional<CachedSummary> unpacked(std::string_view bytes, Parts parts);
/// How many sections hold these parts.
int sections_of(Parts parts);

/// Serializes details that were split off. `key` becomes the checksum of the body.
std::string packed_older(const DailyDetails& older, std::uint64_t& key);
/// Puts the details of such a file back into those of the summary. False, and a summary without
/// use, when the file is not the one that belongs to it.
bool rejoin_older(CachedSummary& cached, std::string_view bytes);

/// Suffixes of the file names in the cache folder.
inline constexpr std::string_view summary_ending = ".summary";
inline constexpr std::string_view older_ending = ".older";
/// Those of earlier versions, whose files are removed when a summary is cached.
inline constexpr std::array<std::string_view, 3> former_endings = {".index", ".days", ".recent"};

}  // namespace connect::store
