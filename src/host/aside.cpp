// Puts a file elsewhere without losing it: there first, and only then gone from here.
#include <unistd.h>

#include <cerrno>
#include <climits>

#include "host/files.hpp"
#include "host/locked.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

/// The first of NAME, NAME.1, NAME.2, ... that is free.
std::string free_name(const std::string& path) {
  std::string name = path;
  for (int i = 1; ::access(name.c_str(), F_OK) == 0; ++i) name = path + "." + std::to_string(i);
  return name;
}

/// Where a link leads that ends at nothing; empty for everything else.
std::string target_of(const std::string& path) {
  std::string target(PATH_MAX, '\0');
  const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
  if (size <= 0) return {};
  target.resize(static_cast<std::size_t>(size));
  return target.starts_with('/') ? target : folder_of(path) + "/" + target;
}

/// `links`: how many links that end at nothing are followed, so that a loop ends.
std::string real_path_of(const std::string& path, int links) {
  const std::string whole = absolute(path);
  if (std::string real = resolved(whole); !real.empty()) return real;
  if (const std::string target = target_of(whole); !target.empty() && links > 0)
    return real_path_of(target, links - 1);
  const std::string folder = folder_of(whole);
  if (folder == whole || folder == ".") return whole;
  const std::string name = whole.substr(whole.rfind('/') + 1);
  const std::string above = real_path_of(folder, links);
  return above + (above.ends_with('/') ? "" : "/") + name;
}

}  // namespace

std::string RealFiles::real_path(const std::string& path) { return real_path_of(path, 40); }

Result<std::string> RealFiles::set_aside(const std::string& path, const std::string& wish) {
  const std::string folder = folder_of(wish);
  if (auto made = make_folders(folder); !made) return made.error();
  const std::string place = free_name(wish);
  // A second name replaces nothing; where the folder is on another file system, a copy must do.
  if (::link(path.c_str(), place.c_str()) != 0) {
    const auto bytes = whole(path);
    if (!bytes) return bytes.error();
    if (auto written = write(place, bytes->value_or(""), false); !written) return written.error();
  }
  if (!sync_folder(folder)) return not_saved(EIO, place);
  if (::unlink(path.c_str()) != 0) return not_saved(errno, path);
  // Should the removal be lost, the copy is merely there once more.
  static_cast<void>(sync_folder(folder_of(path)));
  return place;
}

}  // namespace connect::host
