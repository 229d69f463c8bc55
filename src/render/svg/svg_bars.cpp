// Draws upright bars, with hollow ones for a year earlier.
#include <fmt/format.h>

#include <algorithm>

#include "render/svg/svg_parts.hpp"

namespace connect::render {
namespace {

constexpr int number_height = 18;  // above a bar
constexpr int axis_height = 20;    // below the bars
constexpr int digit_width = 7;

/// In proportion to the count, but at least 3, so that a single act is visible.
int height_of(std::uint32_t count, std::uint32_t highest, int height) {
  if (count == 0) return 0;
  const auto scaled = std::uint64_t{count} * static_cast<std::uint64_t>(height) / highest;
  return std::max(3, static_cast<int>(scaled));
}

std::uint32_t scale_of(const BarChart& chart) {
  std::uint32_t highest = std::max(1U, chart.highest);
  for (const Bar& bar : chart.bars)
    highest = std::max({highest, bar.count, bar.before.value_or(0)});
  return highest;
}

/// A middle-aligned text; numbers are in ink, labels are quiet.
Html bar_text(int x, int y, int size, std::string_view tone, std::string_view text) {
  return markup(
      "<text class=\"c-{}\" x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\">{}</text>",
      escaped(tone), x, y, size, escaped(text));
}

}  // namespace

Drawing bars_drawing(const BarChart& chart) {
  const auto number = static_cast<int>(chart.bars.size());
  const bool has_before =
      std::ranges::any_of(chart.bars, [](const Bar& bar) { return bar.before.has_value(); });
  const std::uint32_t highest = scale_of(chart);
  const int base = number_height + chart.height;
  Drawing out{chart.name, chart.width, base + axis_height, chart.title, chart.description, {}};
  // A few bars do not fill the width: they would be slabs.
  const int pitch = std::min(chart.width / std::max(1, number), 60);
  const int gap = std::max(2, pitch / 5);
  const int room = pitch - gap;
  const int hollow = has_before ? room * 2 / 5 : 0;
  std::uint32_t most = chart.highest;
  for (const Bar& bar : chart.bars) most = std::max(most, bar.count);
  const bool has_room = pitch >= static_cast<int>(std::to_string(most).size()) * digit_width + 4;
  for (int i = 0; i < number; ++i) {
    const Bar& bar = chart.bars[static_cast<std::size_t>(i)];
    const int left = i * pitch + gap / 2;
    const int full = height_of(bar.count, highest, chart.height);
    // The whole column answers to the pointer, not the bar alone.
    Html column = markup(
        "<title>{}</title><rect class=\"c-none\" x=\"{}\" y=\"0\" width=\"{}\" "
        "height=\"{}\"/>",
        escaped(bar.said), i * pitch, pitch, base);
    const int old = height_of(bar.before.value_or(0), highest, chart.height);
    if (old > 0)
      column +=
          markup("<path class=\"s-quiet\" d=\"M{} {}v-{}h{}v{}\"/>", left, base, old, hollow, old);
    if (full > 0)
      column +=
          markup("<rect class=\"c-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"1\"/>",
                 escaped(chart.tone), left + hollow, base - full, room - hollow, full);
    // The number is above the bar, and above a hollow one that would cross it.
    const int foot = old > full && old < full + number_height ? old : full;
    if (bar.count > 0 && has_room)
      column += bar_text(left + hollow + (room - hollow) / 2, base - foot - 5, has_before ? 11 : 12,
                         "ink", std::to_string(bar.count));
    out.body += markup("<g>{}</g>", column);
    if (!bar.label.empty())
      out.body += bar_text(left + room / 2, base + 15, 12, "quiet", bar.label);
  }
  out.body += markup("<rect class=\"c-heat-0\" x=\"0\" y=\"{}\" width=\"{}\" height=\"1\"/>", base,
                     number * pitch);
  return out;
}

}  // namespace connect::render
