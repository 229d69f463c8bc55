#include "render/terminal/sparkline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace connect::render {

std::string sparkline(std::span<const std::optional<double>> values, double low, double high) {
  constexpr std::array<std::string_view, 7> bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇"};
  std::string out;
  for (const auto& value : values) {
    const double height = value ? std::clamp((*value - low) / (high - low), 0.0, 1.0) : 0;
    out += value ? bars[std::min<std::size_t>(static_cast<std::size_t>(height * 7), 6)] : " ";
  }
  return out;
}

BarScale bar_scale(const FeelingWeeks& weeks) {
  constexpr int least = 4, most = 10;
  double low = most, high = 0;
  for (const auto& means : weeks.means)
    for (const auto& value : means) {
      if (!value) continue;
      low = std::min(low, *value);
      high = std::max(high, *value);
    }
  if (low > high) return {};
  BarScale scale{static_cast<int>(std::floor(low)), static_cast<int>(std::ceil(high))};
  for (bool down = true; scale.high - scale.low < least; down = !down) {
    if (down && scale.low > 0) --scale.low;
    if (!down && scale.high < most) ++scale.high;
  }
  return scale;
}

std::string one_decimal(std::optional<double> value) {
  return value ? fmt::format("{:.1f}", *value) : "-";
}

}  // namespace connect::render
