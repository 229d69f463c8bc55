// Moves a file to a free name, by a hard link or a copy. The new name is on disk before the old one
// is removed, so that a power cut leaves at least one of them. Not rename(2), which would replace a
// file that was made under the new name meanwhile.
#include <unistd.h>

#include <cerrno>

#include "host/files.hpp"
#include "host/locked.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

/// The first free name of NAME, NAME.1, NAME.2, ...
std::string free_name(const std::string& path) {
  std::string name = path;
  for (int i = 1; ::access(name.c_str(), F_OK) == 0; ++i) name = path + "." + std::to_string(i);
  return name;
}

}  // namespace

std::string RealFiles::real_path(const std::string& path) { return host::real_path(path); }

Result<std::string> RealFiles::set_aside(const std::string& path, const std::string& wish) {
  const std::string folder = folder_of(wish);
  if (auto made = make_folders(folder); !made) return made.error();
  const std::string place = free_name(wish);
  // link(2) never replaces a file. It fails across file systems, where the bytes are copied.
  if (::link(path.c_str(), place.c_str()) != 0) {
    const auto bytes = whole(path);
    if (!bytes) return bytes.error();
    if (!*bytes) return not_saved(ENOENT, path);
    if (auto written = write(place, **bytes, false); !written) return written.error();
  }
  if (!sync_folder(folder)) return not_saved(EIO, place);
  if (::unlink(path.c_str()) != 0) return not_saved(errno, path);
  // If a power cut undoes the removal, both names exist, which loses nothing.
  static_cast<void>(sync_folder(folder_of(path)));
  return place;
}

}  // namespace connect::host
