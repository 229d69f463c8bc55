// Records which appends to a ledger this program made itself, so that cached data stays valid
// without reading the covered bytes again: a file that is in the state after a chain of own appends
// has only grown by those lines since the state before the chain.
//
// One file per ledger in the cache folder, little endian:
//
//   header (32 bytes, packing.hpp) | u64 state before the first append | u64 state after the last
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "connect/app.hpp"

namespace connect::store {

/// Suffix of the file name in the cache folder.
inline constexpr std::string_view appends_ending = ".appends";

/// A hash of the device, inode, size, modification time and change time of a file; never 0, which
/// means "unknown". The path is not part of it.
std::uint64_t number_of(const FileState& state);

/// A chain of own appends to one ledger, with no other write between them.
struct Appends {
  std::uint64_t first = 0;  // state before the chain; 0: no append is known
  std::uint64_t last = 0;   // state after the chain
};

/// The file state at which cached data was read. `state` is 0 when it is unknown, because the bytes
/// may have been changed without a trace in the file's times. `origin` is the state before the
/// chain of own appends that led to `state`; without such a chain it equals `state`.
struct Standing {
  std::uint64_t state = 0;
  std::uint64_t origin = 0;
};

/// The standing of data that was read between these two states of the file and of its chain. Empty
/// if the file changed meanwhile other than by own appends, or may have: if the first state is
/// neither settled (FileState::is_settled) nor the end of the chain.
Standing standing_of(const FileState& before, const Appends& appends_before,
                     const std::optional<FileState>& after, const Appends& appends_after);
/// Whether both are states of the same file (device and inode) and it is unchanged or longer.
bool has_only_grown(const FileState& before, const FileState& after);
/// Whether the file is unchanged since `then`, except for own appends.
bool is_as_left(const Standing& then, const FileState& now, const Appends& appends);

/// The stored chain of this ledger; empty without a cache folder or a valid file in it.
Appends known_appends(Files& files, const std::string& cache_home, const std::string& ledger);
/// Stores each append to a ledger, for Files::append: it extends the stored chain if it began where
/// the chain ends. Does nothing for ledgers up to `cached_size`, which are not cached.
Files::Noted noting(Files& files, const std::string& cache_home);

}  // namespace connect::store
