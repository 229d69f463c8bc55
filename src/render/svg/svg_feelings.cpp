// Draws the weekly means of contentment, trust and calm: a small line each, all on one scale.
#include <fmt/format.h>

#include <cmath>

#include "domain/text/counted.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/sparkline.hpp"

namespace connect::render {
namespace {

constexpr int line_height = 44;  // of one feeling, with the space around it
constexpr int plot_height = 28;
constexpr int names_width = 100;
constexpr int figures_width = 130;

/// The line, interrupted where a week has no rating. Each part begins with a dot (h0), so that a
/// single week is visible, too.
Html weeks_path(std::span<const std::optional<double>> means, const BarScale& scale, int top,
                int width) {
  const auto across = [&](std::size_t week) {
    const auto last = static_cast<int>(means.size()) - 1;
    return names_width + (last == 0 ? width : static_cast<int>(week) * width / last);
  };
  Html path;
  for (std::size_t week = 0; week < means.size(); ++week) {
    if (!means[week]) continue;
    const double height = (*means[week] - scale.low) / (scale.high - scale.low);
    const int y = top + static_cast<int>(std::lround(plot_height * (1 - height)));
    const bool is_first = week == 0 || !means[week - 1];
    path += is_first ? markup("M{0} {1}h0", across(week), y) : markup("L{} {}", across(week), y);
  }
  return markup("<path class=\"s-accent\" d=\"{}\"/>", path);
}

}  // namespace

Drawing feelings_drawing(const FeelingsReport& feelings, int width) {
  const FeelingWeeks& weeks = feelings.weeks;
  const BarScale scale = bar_scale(weeks);
  Drawing out{"feelings-lines", width, 0, "Feelings by week", "", {}};
  for (std::size_t i = 0; i < feeling_names.size(); ++i) {
    const auto& [mean, usual] = feelings.levels[i];
    if (!mean) continue;
    const int top = out.height + 4, base = out.height + 22;
    out.body += markup(
        "<text class=\"c-ink\" x=\"0\" y=\"{0}\" font-size=\"14\">{1}</text>"
        "<text class=\"c-quiet\" x=\"{2}\" y=\"{0}\" font-size=\"14\" "
        "text-anchor=\"end\">{3}, usually {4}</text>",
        base, escaped(feeling_names[i]), width, escaped(one_decimal(mean)),
        escaped(one_decimal(usual)));
    out.body += weeks_path(weeks.means[i], scale, top, width - names_width - figures_width);
    out.description += fmt::format("{}{}: {}, usually {}", out.height == 0 ? "" : "; ",
                                   feeling_names[i], one_decimal(mean), one_decimal(usual));
    out.height += line_height;
  }
  out.description = fmt::format("Weekly means of {}, drawn from {} to {}. {}.",
                                counted(static_cast<std::int64_t>(weeks.means[0].size()), "week"),
                                scale.low, scale.high, out.description);
  return out;
}

}  // namespace connect::render
