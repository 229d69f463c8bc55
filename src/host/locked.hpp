// A file of the user's, opened and locked to be written. Appending and rewriting share these steps,
// and with them every refusal: whoever holds the lock holds the file that the path names.
#pragma once

#include <string>

#include "connect/app.hpp"
#include "host/posix.hpp"

namespace connect::host {

enum class Lock : std::uint8_t { held, unsupported };

struct Target {
  Descriptor file;
  bool created = false;
  bool empty = false;
  Lock lock = Lock::held;
};

/// How often a file that is being replaced is opened anew.
inline constexpr int reopenings = 5;

/// The path, absolute and without symbolic links. A link to a file that is not there yet leads to
/// the place where it will be. The user's own links are followed here, so that the file itself is
/// opened without following any.
std::string real_path(const std::string& path);
/// Whether the path names the open file.
bool same_file(int descriptor, const std::string& path);
/// Opens and locks the file that the path names now, even if it is being replaced meanwhile;
/// creates it if there is none. From then on signals wait (hold_signals).
Result<Target> locked_target(const std::string& path, Files::Care care);

}  // namespace connect::host
