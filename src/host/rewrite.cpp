#include "host/rewrite.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "host/locked.hpp"
#include "host/temporary.hpp"

namespace connect::host {
namespace {

/// Reads all bytes of an open file from its beginning. Returns errno, or 0.
int read_whole(int descriptor, std::string& bytes) {
  bytes.clear();
  std::string piece(std::size_t{1} << 16, '\0');
  while (true) {
    const ssize_t got =
        ::pread(descriptor, piece.data(), piece.size(), static_cast<off_t>(bytes.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) return 0;
    bytes.append(piece, 0, static_cast<std::size_t>(got));
  }
}

/// Writes a new file, `wanted` or the first free name of WANTED.2 to WANTED.999; returns its path.
Result<std::string> keep_backup(const std::string& wanted, std::string_view bytes) {
  const std::string folder = folder_of(wanted);
  if (auto made = make_folders(folder); !made) return made.error();
  if (auto error = distrust_folder(folder)) return *error;
  std::string path = wanted;
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  Descriptor file(::open(path.c_str(), flags, 0600));
  for (int again = 2; !file && errno == EEXIST && again < 1000; ++again) {
    path = wanted + "." + std::to_string(again);
    file = Descriptor(::open(path.c_str(), flags, 0600));
  }
  if (!file) return not_saved(errno, path);
  int failed = write_durably(file.number(), bytes);
  if (failed == 0 && !file.close()) failed = errno;
  if (failed == 0 && sync_folder(folder)) return path;
  ::unlink(path.c_str());
  return not_saved(failed == 0 ? EIO : failed, path);
}

Error misread(const std::string& path) {
  return not_saved("the new version of " + path + " did not read back as it was written",
                   "the file is unchanged; check the disk, then run the same command again");
}

/// For after the rename: a power cut could still bring back the old file.
Error unconfirmed(const std::string& path) {
  Error error =
      not_saved("the disk did not confirm the write; the change may or may not be in " + path,
                "run the same command again; repeating it is safe");
  error.may_be_saved = true;
  return error;
}

/// Writes the new bytes to the temporary file and validates what the disk returns.
Status prepare(const Temporary& fresh, const std::string& path, std::string_view bytes,
               const Rewriting& how) {
  if (!fresh) return not_saved(errno, path);
  if (const int failed = write_durably(fresh.number(), bytes)) return not_saved(failed, path);
  std::string written;
  if (const int failed = read_whole(fresh.number(), written)) return not_saved(failed, path);
  if (written != bytes || (how.fits && !how.fits(written))) return misread(path);
  return success();
}

/// By size, mtime, device and inode.
bool is_unchanged(const struct stat& before, int descriptor, const std::string& path) {
  struct stat now {};
  return ::fstat(descriptor, &now) == 0 && now.st_size == before.st_size &&
         now.st_mtim.tv_sec == before.st_mtim.tv_sec &&
         now.st_mtim.tv_nsec == before.st_mtim.tv_nsec && same_file(descriptor, path);
}

/// One attempt; nothing when a program that ignores locks changed the file meanwhile.
Result<std::optional<Rewritten>> try_once(const std::string& path, const Rewriting& how) {
  using Tried = std::optional<Rewritten>;
  const auto target = locked_target(path, Files::Care::durable);
  if (!target) return target.error();
  if (target->lock != Lock::held)
    return not_saved("this file system has no locks, so no file on it can be replaced safely",
                     "copy the ledger to a local disk and use the copy: --ledger FILE");
  const int file = target->file.number();
  struct stat before {};
  std::string old;
  if (::fstat(file, &before) != 0) return not_saved(errno, path);
  if (const int failed = read_whole(file, old)) return unreadable(failed, path);
  auto bytes = how.make(old);
  if (!bytes) return bytes.error();
  if (!*bytes) return Tried(Rewritten{});
  Rewritten done{true, ""};
  if (!how.backup.empty()) {
    auto kept = keep_backup(how.backup, old);
    if (!kept) return kept.error();
    done.backup = *std::move(kept);
  }
  Temporary fresh(path);
  if (auto ready = prepare(fresh, path, **bytes, how); !ready) return ready.error();
  if (!is_unchanged(before, file, path)) return Tried();
  if (const int failed = fresh.become(path)) return not_saved(failed, path);
  if (!sync_folder(folder_of(path))) return unconfirmed(path);
  return Tried(std::move(done));
}

bool is_absent(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) != 0 && errno == ENOENT;
}

}  // namespace

Result<Rewritten> rewrite_whole(const std::string& given, const Rewriting& how) {
  if (is_absent(given)) {
    const auto bytes = how.make("");
    if (!bytes) return bytes.error();
    if (!*bytes) return Rewritten{};
    if (auto made = make_folders(folder_of(given)); !made) return made.error();
  }
  const std::string path = real_path(given);
  if (auto error = distrust_folder(folder_of(path))) return *error;
  for (int attempt = 0; attempt < reopenings; ++attempt) {
    auto tried = try_once(path, how);
    if (!tried) return tried.error();
    if (*tried) return **std::move(tried);
  }
  return not_saved("another program keeps changing " + path,
                   "wait for the editor or sync tool to finish, then run the same command again");
}

}  // namespace connect::host
