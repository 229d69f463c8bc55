// Finds out who else can reach a private file or folder, and takes their permissions away.
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "domain/text/shell_word.hpp"
#include "host/files.hpp"
#include "host/posix.hpp"

namespace connect::host {
namespace {

constexpr mode_t others_write = S_IWGRP | S_IWOTH;
constexpr mode_t others_at_all = S_IRWXG | S_IRWXO;

/// The finding when the permissions are too wide.
std::optional<Finding> loose(const struct stat& found, const std::string& path) {
  const bool is_folder = S_ISDIR(found.st_mode);
  // Others may read a folder, as its names reveal little, but may not put files there.
  if ((found.st_mode & (is_folder ? others_write : others_at_all)) == 0) return std::nullopt;
  const char* verb = (found.st_mode & others_write) != 0 ? "write to " : "read ";
  const std::string what = is_folder ? "the folder " + path : path;
  return Finding{"permissions", std::nullopt, std::string("others may ") + verb + what,
                 std::string("chmod ") + (is_folder ? "go-w " : "600 ") + shell_word(path)};
}

}  // namespace

std::vector<Finding> RealFiles::privacy_findings(const std::string& path) {
  std::vector<Finding> out;
  struct stat found {};
  if (path.empty() || ::stat(path.c_str(), &found) != 0) return out;
  if (!S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)) return out;
  if (found.st_uid != ::geteuid())
    out.push_back(
        {"owner", std::nullopt, path + " belongs to another user",
         "run connect as its owner (with sudo, use sudo -H), or change the owner with chown"});
  if (auto finding = loose(found, path)) out.push_back(*std::move(finding));
  if (S_ISREG(found.st_mode) && found.st_nlink != 1)
    out.push_back(
        {"second-name", std::nullopt, path + " has a second name (hard link)", separated(path)});
  return out;
}

Status RealFiles::tighten(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return not_saved(errno, path);
  const mode_t taken = S_ISDIR(found.st_mode) ? others_write : others_at_all;
  if (::chmod(path.c_str(), found.st_mode & ~taken & 07777) != 0) return not_saved(errno, path);
  return success();
}

Status RealFiles::remove(const std::string& path) {
  if (::unlink(path.c_str()) == 0)
    return sync_folder(folder_of(path)) ? success() : not_saved(EIO, path);
  return errno == ENOENT ? success() : not_saved(errno, path);
}

}  // namespace connect::host
