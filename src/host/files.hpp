// Files on the real disk. The larger operations are in their own sources: append.cpp, rewrite.cpp,
// aside.cpp (set_aside), claim.cpp (claim, lock_until_exit) and privacy.cpp (privacy_findings,
// tighten, remove).
#pragma once

#include <vector>

#include "connect/app.hpp"
#include "host/posix.hpp"

namespace connect::host {

class RealFiles : public Files {
 public:
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
  std::string real_path(const std::string& path) override;
  Result<std::string> set_aside(const std::string& path, const std::string& place) override;
  Result<bool> lock_until_exit(const std::string& path) override;

 private:
  std::vector<Descriptor> held_;  // open descriptors, whose locks end with the process
};

}  // namespace connect::host
