// A private file next to another one, PATH.connect-XXXXXX with mode 0600, which a rename puts in
// that one's place. It is deleted if the rename does not happen.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include "connect/app.hpp"
#include "host/posix.hpp"

namespace connect::host {

class Temporary {
 public:
  explicit Temporary(const std::string& path)
      : name_(path + std::string(temporary_mark) + "XXXXXX"),
        file_(::mkostemp(name_.data(), O_CLOEXEC)) {
    if (!file_) name_.clear();
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }
  /// False, with errno set, when it could not be created.
  explicit operator bool() const { return static_cast<bool>(file_); }
  int number() const { return file_.number(); }
  /// Closes the file and renames it to `path`. Returns errno, or 0.
  int become(const std::string& path) {
    if (!file_.close() || ::rename(name_.c_str(), path.c_str()) != 0) return errno;
    name_.clear();
    return 0;
  }

 private:
  std::string name_;  // empty when there is nothing to delete
  Descriptor file_;
};

}  // namespace connect::host
