// A progress bar on standard error, for reading large files: 20 steps, drawn only on a terminal,
// only for more than 1 MiB, and only after half a second. It is erased at the end.
#pragma once

#include <chrono>
#include <cstdint>

namespace connect::host {

/// The progress of one file; `total` and `done` are bytes.
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
