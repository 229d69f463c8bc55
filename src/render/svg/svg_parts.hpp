// What the images and the HTML page share: drawings, and their <svg> elements. SVG is of the type
// Html, because it is part of a page, and XML knows the same escapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/report/chapters.hpp"
#include "domain/report/report.hpp"
#include "render/html/html_markup.hpp"
#include "render/terminal/colours.hpp"

namespace connect::render {

/// A chart without its <svg> element. The class c-NAME fills a shape in the tone NAME of the
/// palette.
struct Drawing {
  std::string_view name;  // prefix of the ids of title and description
  int width = 0;
  int height = 0;
  std::string title;
  std::string description;
  Html body;
};

Drawing heat_map_drawing(const Report& report);
/// The same for several years on a card: a row for each of the latest 24 years, a cell for each
/// month.
Drawing years_drawing(const Report& report);
Drawing balance_drawing(const Report& report, int width);
/// The weekly means as three small lines, with the mean of the period and the usual one.
Drawing feelings_drawing(const FeelingsReport& feelings, int width);

/// A bar of a chart.
struct Bar {
  std::string label;  // below it; may be empty
  std::string said;   // shown when the pointer is on it: "March 2026: 31 acts on 20 days"
  std::uint32_t count = 0;
  std::optional<std::uint32_t> before;  // the same a year earlier, a hollow bar to its left
};
/// Upright bars, each with its number if there is room.
struct BarChart {
  std::string_view name;  // as Drawing::name
  std::string title;
  std::string description;
  std::string_view tone;
  std::vector<Bar> bars;
  std::uint32_t highest = 0;  // the number that the whole height stands for; 0: the highest one
  int width = 0;
  int height = 0;  // of the highest bar
};
Drawing bars_drawing(const BarChart& chart);

/// The days with an act along a line, and a bracket over the steadiest stretch.
Drawing stretch_drawing(const Report& report, const Chapters& chapters);
/// A disc per kindness, oldest first: filled if it was thanked for, else a ring.
Drawing kindnesses_drawing(const Chapters& chapters);
/// An <svg> element with a square per span, as dark as the person was met often.
Html presence_svg(const Chapters& chapters, const Chapters::Presence& person);
/// The names of the spans above these squares.
Html presence_labels_svg(const Chapters& chapters);
/// "March 2026", or "2026" if the spans are years.
std::string span_name(const Chapters& chapters, const Chapters::Span& span);
/// As short as it must be below a bar: "Mar", "M", "2026" or "26".
std::string span_label(const Chapters& chapters, std::size_t at);

/// A square of the heat map; its shade shows the count, with the strongest from 4 on. `inside`: its
/// title, or nothing.
Html heat_square(int x, int y, int size, std::uint32_t count, const Html& inside);
/// Marks without an area, in the tone of a day without an act.
Html heat_dots(const Html& path);

/// An <svg> element around a drawing.
Html svg_element(const Drawing& drawing);
/// <svg> elements for the HTML page, which colours them by their classes. Columns are weeks and
/// rows are weekdays; a period of more than 53 weeks has a row per year, for its latest 12 years.
Html heat_map_svg(const Report& report);
/// The four acts, one bar each.
Html balance_svg(const Report& report);
Html feelings_svg(const FeelingsReport& feelings);

/// The parts of the period that the heat map shows, one per row, in order.
std::vector<DayRange> heat_map_rows(DayRange period, int week_start);

}  // namespace connect::render
