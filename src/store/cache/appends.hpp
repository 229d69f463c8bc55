// What this program itself last added to a ledger: a small file of the cache that says in which
// state it found the ledger and in which it left it. While the ledger is as it was left, it grew
// by our own lines alone, and nobody has to read all of it again to know that.
//
//   seal | number of the state before the first | number of the state after the last
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "connect/app.hpp"

namespace connect::store {

/// Of its name in the cache folder.
inline constexpr std::string_view appends_ending = ".appends";

/// A number for a state of a file; never 0.
std::uint64_t number_of(const FileState& state);

/// Own appends, one after another, with nothing else between them.
struct Appends {
  std::uint64_t first = 0;  // the state before them; 0: none is known
  std::uint64_t last = 0;   // the state after them
};

/// Where something that was read of a file stands: how the file was, and from which state on
/// there were none but own appends. 0: the bytes may have changed without a trace.
struct Standing {
  std::uint64_t state = 0;
  std::uint64_t origin = 0;
};

/// Where a file stands that was in the first state before it was read and is in the second now.
Standing standing_of(const FileState& before, const std::optional<FileState>& after,
                     const Appends& appends);
/// Whether this is still the same file, and unchanged or longer.
bool has_only_grown(const FileState& before, const FileState& after);
/// Whether a file is what it was, but for lines that this program added.
bool is_as_left(const Standing& then, const FileState& now, const Appends& appends);

/// Of this ledger; none when there is no such place.
Appends known_appends(Files& files, const std::string& cache_home, const std::string& ledger);
/// Remembers an append to a ledger that is long enough to be cached.
void note_append(Files& files, const std::string& cache_home, const Appended& appended);

}  // namespace connect::store
