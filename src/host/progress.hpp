// A quiet bar on standard error for readings that take longer than half a second, shown to a
// terminal only and wiped away at the end.
#pragma once

#include <chrono>
#include <cstdint>

namespace connect::host {

class Progress {
 public:
  explicit Progress(std::uint64_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add(std::uint64_t done);

 private:
  void draw() const;

  std::uint64_t total_;
  std::uint64_t done_ = 0;
  bool watched_;
  int step_ = -1;  // of the bar that is drawn; -1 while there is none
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace connect::host
