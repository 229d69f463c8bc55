#include "support/memory_files.hpp"

#include <algorithm>

#include "domain/ledger/id.hpp"
#include "domain/suggest/greeting.hpp"

namespace connect::testing {
namespace {

Error unreadable(const std::string& path) {
  return {ErrorKind::not_saved, "cannot read " + path + ": Permission denied",
          "check the path and who owns the file, or use another file"};
}

Error fails(const std::string& why, const std::string& path, const char* hint) {
  return {ErrorKind::not_saved, "NOT SAVED: " + why + ": " + path, hint};
}

}  // namespace

bool MemoryFiles::is_folder(const std::string& path) const {
  const auto below = contents.lower_bound(path + "/");
  return below != contents.end() && below->first.starts_with(path + "/");
}

bool MemoryFiles::is_below_a_file(const std::string& path) const {
  for (auto slash = path.rfind('/'); slash != path.npos && slash > 0;
       slash = path.rfind('/', slash - 1))
    if (contents.contains(path.substr(0, slash))) return true;
  return false;
}

Result<bool> MemoryFiles::read(const std::string& path, std::uint64_t from, const Sink& sink) {
  if (meanwhile) meanwhile(path);
  const auto file = contents.find(path);
  if (file == contents.end() && is_folder(path))
    return Error{ErrorKind::not_saved, path + " is not a regular file", "use a regular file"};
  if (file == contents.end() && is_below_a_file(path)) return unreadable(path);
  if (file == contents.end()) return false;
  if (trouble == Trouble::unreadable) return unreadable(path);
  constexpr std::size_t piece = 64;  // small, so that lines are split
  const std::string bytes = file->second;
  for (auto at = static_cast<std::size_t>(from); at < bytes.size(); at += piece)
    sink(std::string_view(bytes).substr(at, piece));
  return true;
}

std::string MemoryFiles::bytes_at(const std::string& path, std::uint64_t from, std::size_t size) {
  const auto file = contents.find(path);
  if (file == contents.end() || from >= file->second.size()) return "";
  return file->second.substr(from, size);
}

Result<std::vector<std::string>> MemoryFiles::list(const std::string& folder) {
  if (unlisted.contains(folder)) return unreadable(folder);
  std::vector<std::string> names;
  for (const auto& [path, bytes] : contents) {
    const auto slash = path.rfind('/');
    if (slash != path.npos && path.substr(0, slash) == folder)
      names.push_back(path.substr(slash + 1));
    if (!path.starts_with(folder + "/")) continue;
    const auto below = path.find('/', folder.size() + 1);  // a subfolder
    if (below != path.npos)
      names.push_back(path.substr(folder.size() + 1, below - folder.size() - 1));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Result<std::string> MemoryFiles::append(const std::string& path, std::string_view line, Care,
                                        const Noted& noted) {
  if (const auto fit = writable(path); !fit) return fit.error();
  std::string& bytes = contents[path];
  const auto before = state(path);
  if (!bytes.empty() && bytes.back() != '\n') bytes += '\n';  // an unfinished line stays on its own
  bytes.append(line).append("\n");
  if (const auto after = state(path); noted && before && after) noted(*before, *after);
  return std::string();
}

Status MemoryFiles::confirm(const std::string& path) {
  if (!contents.contains(real_path(path)))
    return fails("No such file or directory", path,
                 "check that all folders in this path exist, or use another file: --ledger FILE");
  return success();
}

Status MemoryFiles::write(const std::string& path, std::string_view bytes, bool replace) {
  if (!replace && contents.contains(path))
    return usage_error(path + " already exists", "choose another file, or add --force");
  if (const auto fit = writable(path); !fit) return fit;
  contents[path] = bytes;
  return success();
}

Result<Rewritten> MemoryFiles::rewrite(const std::string& path, const Rewriting& how) {
  const auto file = contents.find(path);
  const std::string old = file == contents.end() ? "" : file->second;
  if (trouble == Trouble::unreadable) return unreadable(path);
  auto made = how.make(old);
  if (!made) return made.error();
  if (!*made) return Rewritten{};
  if (const auto fit = writable(path); !fit) return fit.error();
  Rewritten done{true, how.backup};
  for (int again = 2; !how.backup.empty() && contents.contains(done.backup); ++again)
    done.backup = how.backup + "." + std::to_string(again);
  if (!how.backup.empty()) contents[done.backup] = old;
  std::string written = **made;
  if (spoil) spoil(written);
  if (written != **made || (how.fits && !how.fits(written)))
    return Error{ErrorKind::not_saved,
                 "NOT SAVED: the new version of " + path + " did not read back as it was written",
                 "the file is unchanged; check the disk, then run the same command again"};
  contents[path] = std::move(written);
  return done;
}

std::vector<Finding> MemoryFiles::privacy_findings(const std::string& path) {
  if (!loose.contains(path)) return {};
  return {{"permissions", std::nullopt, "others may read " + path, "chmod 600 " + path}};
}

Status MemoryFiles::tighten(const std::string& path) {
  if (const auto fit = writable(path); !fit) return fit;
  loose.erase(path);
  return success();
}

Status MemoryFiles::remove(const std::string& path) {
  if (const auto fit = writable(path); !fit) return fit;
  contents.erase(path);
  return success();
}

Result<bool> MemoryFiles::claim(const std::string& path, std::int64_t now, std::int64_t next) {
  if (trouble == Trouble::busy) return false;
  if (const auto fit = writable(path); !fit) return fit.error();
  if (!is_due(contents[path], now, next)) return false;
  contents[path] = std::to_string(next) + "\n";
  return true;
}

std::optional<FileState> MemoryFiles::state(const std::string& path) {
  const auto file = contents.find(path);
  if (file == contents.end()) return std::nullopt;
  const auto bytes = static_cast<std::int64_t>(hash_of(file->second));
  return FileState{path, 1, hash_of(path), file->second.size(), bytes, bytes, true};
}

bool MemoryFiles::appears(const std::string& path) {
  const auto found = contents.find(path);
  return found != contents.end() && !found->second.empty();
}

void MemoryFiles::store_cache(const std::string& path, std::string_view bytes) {
  if (trouble == Trouble::none) contents[path] = bytes;
}

Result<std::string> MemoryFiles::standard_input(std::size_t limit) {
  if (input.size() > limit)
    return usage_error("standard input is longer than " + std::to_string(limit) + " bytes",
                       "shorten it, or split it in two");
  return std::exchange(input, {});
}

Result<std::string> MemoryFiles::set_aside(const std::string& path, const std::string& place) {
  if (const auto fit = writable(path); !fit) return fit.error();
  if (!contents.contains(path))
    return fails("No such file or directory", path, "check that its folder exists");
  std::string name = place;
  for (int i = 1; contents.contains(name); ++i) name = place + "." + std::to_string(i);
  contents[name] = std::move(contents[path]);
  contents.erase(path);
  return name;
}

Status MemoryFiles::writable(const std::string& path) const {
  const auto not_saved = [&](const std::string& why, const char* hint) {
    return fails(why, path, hint);
  };
  if (is_folder(path)) return not_saved("Is a directory", "use a regular file");
  if (is_below_a_file(path))
    return not_saved(
        "Not a directory",
        "check that all folders in this path exist, or use another file: --ledger FILE");
  switch (trouble) {
    case Trouble::disk_full:
      return not_saved("No space left on device",
                       "free some space, then run the same command again");
    case Trouble::read_only:
      return not_saved("Read-only file system",
                       "the file system is read-only; use a file elsewhere: --ledger FILE");
    case Trouble::busy:
      return Error{ErrorKind::busy, "NOT SAVED: another process has locked " + path,
                   "run the same command again in a moment"};
    case Trouble::none:
    case Trouble::unreadable: break;
  }
  return success();
}

}  // namespace connect::testing
