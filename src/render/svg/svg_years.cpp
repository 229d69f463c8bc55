// Draws several years for a card: a row for each year, a cell for each month.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/text/counted.hpp"
#include "domain/time/day_words.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr int years_shown = 24;
constexpr int years_width = 48;  // of the years
constexpr int cell_pitch = 52;
constexpr int cell_width = 44;
constexpr int row_pitch = 24;
constexpr int cell_height = 18;
// As in a terminal: a shade from so many days with an act on.
constexpr std::array<int, 3> shade_days = {1, 8, 16};
constexpr std::array<int, 3> shade_tones = {1, 2, 4};

Html month_cell(int x, int y, int days, const Html& inside) {
  const auto shade = static_cast<std::size_t>(
      std::ranges::count_if(shade_days, [&](int least) { return days >= least; }));
  if (shade == 0) return heat_dots(markup("M{} {}h0", x + cell_width / 2, y + cell_height / 2));
  return markup(
      "<rect class=\"c-heat-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\">{}</rect>",
      shade_tones[shade - 1], x, y, cell_width, cell_height, inside);
}

Html small_text(int x, int y, std::string_view text) {
  return markup("<text class=\"c-quiet\" x=\"{}\" y=\"{}\" font-size=\"12\">{}</text>", x, y,
                escaped(text));
}

}  // namespace

Drawing years_drawing(const Report& report) {
  const DayRange known = report.known_days();
  const Day begun =
      std::max(known.since, std::min(known.until, report.first_act.value_or(known.since)));
  const int last = civil(known.until).year;
  const int first = std::max(civil(begun).year, last - years_shown + 1);
  Drawing out{"years", years_width + 12 * cell_pitch, 18, "Acts month by month", {}, {}};
  for (unsigned month = 1; month <= 12; ++month)
    out.body +=
        small_text(years_width + static_cast<int>(month - 1) * cell_pitch, 11, month_short(month));
  std::size_t at = 0;  // in report.days
  for (int year = first; year <= last; ++year, out.height += row_pitch) {
    out.body += small_text(0, out.height + 13, std::to_string(year));
    for (unsigned month = 1; month <= 12; ++month) {
      const Day start = *day_of({year, month, 1}), end = last_of_month(start);
      while (at < report.days.size() && report.days[at].day < start) ++at;
      int days = 0;
      for (; at < report.days.size() && report.days[at].day <= end; ++at) ++days;
      if (end < begun || start > known.until) continue;
      out.body += month_cell(
          years_width + static_cast<int>(month - 1) * cell_pitch, out.height, days,
          markup("<title>{}</title>", escaped(fmt::format("{} {}: an act on {}", month_name(month),
                                                          year, counted(days, "day")))));
    }
  }
  out.height += 6;
  constexpr std::array<std::string_view, 4> words = {"none", "1 to 7 days with an act", "8 to 15",
                                                     "16 or more"};
  int left = years_width;
  for (std::size_t shade = 0; shade < words.size(); ++shade) {
    out.body += shade == 0 ? heat_dots(markup("M{} {}h0", left + 5, out.height + 5))
                           : heat_square(left, out.height, 10,
                                         static_cast<std::uint32_t>(shade_tones[shade - 1]), {});
    out.body += small_text(left + 16, out.height + 9, words[shade]);
    left += shade == 1 ? 178 : 80;
  }
  out.height += 14;
  out.description = total_words(report) + ", " + period_name(report) +
                    ". A row for each year, a cell for each month; the stronger its shade, the "
                    "more days with an act.";
  return out;
}

}  // namespace connect::render
