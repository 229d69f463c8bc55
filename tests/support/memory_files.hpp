// The in-memory twin of the user's files: what host/files.cpp does on disk, done on a map, with the
// same words when something fails. It can be told to fail.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "connect/app.hpp"

namespace connect::testing {

/// What is wrong with the machine at the moment.
enum class Trouble : std::uint8_t { none, disk_full, read_only, busy, unreadable };

class MemoryFiles final : public Files {
 public:
  std::map<std::string, std::string> contents;  // by path
  std::set<std::string> loose;                  // paths that others may read
  std::map<std::string, std::string> links;     // where a path really leads
  std::set<std::string> unlisted;               // folders that may not be looked into
  std::string input;                            // standard input; read once
  /// What the user does to the text in the editor; none: the editor does not end well.
  std::function<std::string(std::string_view)> editor;
  Trouble trouble = Trouble::none;
  bool elsewhere = false;  // another process holds what is asked for
  /// What git answers to its words; none: there is no git here.
  std::function<Ran(const std::vector<std::string>&)> on_git;
  /// What another process does just before a file is read.
  std::function<void(const std::string& path)> meanwhile;
  /// What the disk makes of the bytes that a rewrite gives it; none: it keeps them.
  std::function<void(std::string&)> spoil;

  Result<bool> read(const std::string& path, std::uint64_t from, const Sink& sink) override;
  std::string first_bytes(const std::string& path, std::size_t size) override;
  Result<std::vector<std::string>> list(const std::string& folder) override;
  Result<Appended> append(const std::string& path, std::string_view line, Care care) override;
  Status confirm(const std::string& path) override;
  Status write(const std::string& path, std::string_view bytes, bool replace) override;
  Result<Rewritten> rewrite(const std::string& path, const Rewriting& how) override;
  std::vector<Concern> concerns(const std::string& path) override;
  Status tighten(const std::string& path) override;
  Status remove(const std::string& path) override;
  Result<bool> claim(const std::string& path, std::int64_t now, std::int64_t next) override;
  std::optional<FileState> state(const std::string& path) override;
  void store_cache(const std::string& path, std::string_view bytes) override;
  Result<std::string> standard_input(std::size_t limit) override;
  std::string real_path(const std::string& path) override {
    const auto link = links.find(path);
    return link == links.end() ? path : link->second;
  }
  Result<std::string> set_aside(const std::string& path, const std::string& place) override;
  Result<bool> hold(const std::string&) override { return !elsewhere; }
  Result<Ran> git(const std::string& folder, const std::vector<std::string>& words,
                  std::string_view input) override;
  Result<Draft> edited(std::string_view text, const std::string& folder) override;

 private:
  /// Whether a file is somewhere below it; an empty folder cannot be told from none.
  bool is_folder(const std::string& path) const;
  bool is_below_a_file(const std::string& path) const;
  /// The error that a write meets while there is trouble.
  Status writable(const std::string& path) const;
};

}  // namespace connect::testing
