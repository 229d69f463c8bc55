// Draws the balance of the four acts: a bar each, with its name and number above it.
#include <fmt/format.h>

#include <algorithm>

#include "render/svg/svg_parts.hpp"

namespace connect::render {
namespace {

constexpr int row_height = 46;
constexpr int bar_height = 10;

/// In proportion to the count, but at least `bar_height`, so that a single act is visible.
int bar_length(std::uint32_t count, std::uint32_t most, int width) {
  if (count == 0) return 0;
  const auto length = std::uint64_t{count} * static_cast<std::uint64_t>(width) / most;
  return std::max(static_cast<int>(length), bar_height);
}

Html bar(Act act, std::uint32_t count, std::uint32_t most, int top, int width) {
  Html out = markup(
      "<text class=\"c-ink\" x=\"0\" y=\"{0}\" font-size=\"14\">{1}</text>"
      "<text class=\"c-ink\" x=\"{2}\" y=\"{0}\" font-size=\"14\" font-weight=\"600\" "
      "text-anchor=\"end\">{3}</text>"
      "<rect class=\"c-line\" x=\"0\" y=\"{4}\" width=\"{2}\" height=\"2\" rx=\"1\"/>",
      top + 14, escaped(title(act)), width, count, top + 26);
  if (const int length = bar_length(count, most, width); length > 0)
    out += markup("<rect class=\"c-{}\" x=\"0\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
                  escaped(slug(act)), top + 22, length, bar_height, bar_height / 2);
  return out;
}

/// The counts in words, for the description.
std::string numbers(const Report& report) {
  std::string out;
  for (Act act : all_acts)
    out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", title(act), report.acts[index(act)]);
  return out + ".";
}

}  // namespace

Drawing balance_drawing(const Report& report, int width) {
  const std::uint32_t most = std::max(1U, std::ranges::max(report.acts));
  Drawing out{"balance", width, 4 * row_height - 10, "The four acts", numbers(report), {}};
  int top = 0;
  for (Act act : all_acts) {
    out.body += bar(act, report.acts[index(act)], most, top, width);
    top += row_height;
  }
  return out;
}

}  // namespace connect::render
