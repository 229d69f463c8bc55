// Files in memory: a map from path to bytes that behaves as host/ does on disk, with the same error
// messages. tests/unit/files_test.cpp runs the same checks on both. Failures can be injected.
// Permissions, locks and times are not simulated, except as the members below say.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "connect/app.hpp"

namespace connect::testing {

/// The failure that the next accesses meet.
enum class Trouble : std::uint8_t { none, disk_full, read_only, busy, unreadable };

class MemoryFiles final : public Files {
 public:
  std::map<std::string, std::string> contents;  // by path
  std::set<std::string> loose;                  // paths that others may read
  std::map<std::string, std::string> links;     // link path to the path of its target
  std::set<std::string> unlisted;               // folders that cannot be listed
  std::string input;                            // standard input; the first read empties it
  Trouble trouble = Trouble::none;
  bool elsewhere = false;  // another process holds every lock asked for
  /// Called just before a file is read: a change by another process.
  std::function<void(const std::string& path)> meanwhile;
  /// Changes the bytes that a rewrite gives to the disk; when empty, the disk is sound.
  std::function<void(std::string&)> spoil;

  Result<bool> read(const std::string& path, std::uint64_t from, const Sink& sink) override;
  std::string bytes_at(const std::string& path, std::uint64_t from, std::size_t size) override;
  Result<std::vector<std::string>> list(const std::string& folder) override;
  Result<std::string> append(const std::string& path, std::string_view line, Care care,
                             const Noted& noted) override;
  Status confirm(const std::string& path) override;
  Status write(const std::string& path, std::string_view bytes, bool replace) override;
  Result<Rewritten> rewrite(const std::string& path, const Rewriting& how) override;
  std::vector<Finding> privacy_findings(const std::string& path) override;
  Status tighten(const std::string& path) override;
  Status remove(const std::string& path) override;
  Result<bool> claim(const std::string& path, std::int64_t now, std::int64_t next) override;
  std::optional<FileState> state(const std::string& path) override;
  bool appears(const std::string& path) override;
  void store_cache(const std::string& path, std::string_view bytes) override;
  Result<std::string> standard_input(std::size_t limit) override;
  std::string real_path(const std::string& path) override {
    const auto link = links.find(path);
    return link == links.end() ? path : link->second;
  }
  Result<std::string> set_aside(const std::string& path, const std::string& place) override;
  Result<bool> lock_until_exit(const std::string&) override { return !elsewhere; }

 private:
  /// Whether a file is somewhere below the path. Empty folders do not exist here.
  bool is_folder(const std::string& path) const;
  bool is_below_a_file(const std::string& path) const;
  /// The error that a write would give now.
  Status writable(const std::string& path) const;
};

}  // namespace connect::testing
