#include "host/progress.hpp"

#include <unistd.h>

#include <string>

#include "host/posix.hpp"

namespace connect::host {
namespace {

constexpr auto quiet_time = std::chrono::milliseconds(500);
constexpr int steps = 20;
constexpr std::uint64_t worth_watching = 1 << 20;  // bytes; less is read before the bar would show

}  // namespace

Progress::Progress(std::uint64_t total)
    : total_(total), watched_(total > worth_watching && ::isatty(STDERR_FILENO) == 1) {
  if (watched_) begin_ = std::chrono::steady_clock::now();
}

Progress::~Progress() {
  if (step_ >= 0) write_all(STDERR_FILENO, "\r\x1b[K");
}

void Progress::add(std::uint64_t done) {
  done_ += done;
  if (!watched_ || std::chrono::steady_clock::now() - begin_ < quiet_time) return;
  const int step = static_cast<int>(done_ * steps / total_);
  if (step == step_) return;
  step_ = step;
  draw();
}

void Progress::draw() const {
  const auto filled = static_cast<std::size_t>(step_ < steps ? step_ : steps);
  std::string bar = "\rreading [" + std::string(filled, '#');
  bar.append(steps - filled, ' ').append("]");
  write_all(STDERR_FILENO, bar);
}

}  // namespace connect::host
