#include "render/svg/svg.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/text/cell_width.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/visible.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr int picture_width = 720;
constexpr int margin = 24;
constexpr int inner = picture_width - 2 * margin;
constexpr int head = 116;  // height of the heading above the charts
constexpr int gap = 40;
constexpr int narrow = 320;       // the bars go next to a heat map up to this width
constexpr int inline_bars = 320;  // width of the bars on the HTML page

/// An <svg> element with a title and a description, for screen readers.
Html framed(std::string_view name, const Html& size, std::string_view title,
            std::string_view description, const Html& body) {
  return markup(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" {1} role=\"img\" "
      "aria-labelledby=\"{0}-title {0}-desc\"><title id=\"{0}-title\">{2}</title>"
      "<desc id=\"{0}-desc\">{3}</desc>{4}</svg>\n",
      escaped(name), size, escaped(title), escaped(description), body);
}

Html size_of(int wide, int high) {
  return markup("viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\"", wide, high);
}

Html placed(const Drawing& drawing, int x, int y) {
  return markup("<g transform=\"translate({} {})\">{}</g>", x, y, drawing.body);
}

Html fills(bool dark) {
  Html out;
  for (const Tone& tone : palette)
    out += markup(".c-{}{{fill:{}}}", escaped(tone.name), escaped(dark ? tone.dark : tone.light));
  const Tone& dot = tone("heat-0");
  const Tone& accent = tone("accent");
  return out + markup(".s-heat-0{{stroke:{}}}.s-accent{{stroke:{}}}",
                      escaped(dark ? dot.dark : dot.light),
                      escaped(dark ? accent.dark : accent.light));
}

/// Colours are written out, because many viewers do not support CSS variables.
Html style() {
  return markup(
      "<style>text{{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',"
      "'Liberation Sans',Arial,sans-serif}}.s-heat-0{{stroke-width:3;stroke-linecap:round}}"
      ".s-accent{{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}}{}"
      "@media screen and (prefers-color-scheme:dark){{{}}}</style>",
      fills(false), fills(true));
}

/// " · thank, with Maya", cut to the width of the picture.
std::string searched_part(const Report& report) {
  constexpr std::size_t room = 60;  // cells
  if (report.selection.empty()) return "";
  return " · " + clipped(visible(selection_words(report.selection)), room);
}

/// "25 acts on 18 days · 9 people · longest streak 12 days".
std::string card_words(const Report& report) {
  std::string out = total_words(report);
  const auto people = static_cast<std::int64_t>(report.people.size());
  if (people > 0 && report.selection.with.empty())
    out += " · " + counted(people, "person", "people");
  if (report.longest_streak > 1)
    out += fmt::format(" · longest streak {} days", report.longest_streak);
  return out;
}

Html svg_heading(const Report& report) {
  return markup(
      "<text class=\"c-accent\" x=\"{0}\" y=\"38\" font-size=\"13\" "
      "font-weight=\"600\">{1}</text>"
      "<text class=\"c-ink\" x=\"{0}\" y=\"68\" font-size=\"24\" font-weight=\"600\">{2}</text>"
      "<text class=\"c-quiet\" x=\"{0}\" y=\"91\" font-size=\"14\">{3}</text>",
      margin, escaped("Small acts of connection" + searched_part(report)),
      escaped(period_name(report)), escaped(card_words(report)));
}

}  // namespace

Html svg_element(const Drawing& drawing) {
  return framed(drawing.name, size_of(drawing.width, drawing.height), drawing.title,
                drawing.description, drawing.body);
}

Html heat_map_svg(const Report& report) { return svg_element(heat_map_drawing(report)); }

Html balance_svg(const Report& report) { return svg_element(balance_drawing(report, inline_bars)); }

Html feelings_svg(const FeelingsReport& feelings) {
  constexpr int page_width = 600;
  return svg_element(feelings_drawing(feelings, page_width));
}

std::string report_svg(const Report& report) {
  const bool is_of_years = heat_map_rows(report.known_days(), report.week_start).size() > 1;
  const Drawing days = is_of_years ? years_drawing(report) : heat_map_drawing(report);
  const bool beside = days.width <= narrow;
  const int left = beside ? days.width + gap : 0;
  const Drawing bars = balance_drawing(report, inner - left);
  const int below = beside ? 0 : days.height + gap;
  const int charts = head + std::max(days.height, below + bars.height);
  const bool is_felt = report.feelings && !report.feelings->weeks.means[0].empty();
  const Drawing lines = is_felt ? feelings_drawing(*report.feelings, inner) : Drawing{};
  const int height = charts + (is_felt ? gap + lines.height : 0) + margin;
  const Html body = style() +
                    markup("<rect class=\"c-paper\" width=\"{}\" height=\"{}\" rx=\"12\"/>",
                           picture_width, height) +
                    svg_heading(report) + placed(days, margin, head) +
                    placed(bars, margin + left, head + below) +
                    (is_felt ? placed(lines, margin, charts + gap) : Html{});
  return framed(
             "report", size_of(picture_width, height),
             "Small acts of connection, " + period_name(report) + searched_part(report),
             days.description + " " + bars.description + (is_felt ? " " + lines.description : ""),
             body)
      .str();
}

}  // namespace connect::render
