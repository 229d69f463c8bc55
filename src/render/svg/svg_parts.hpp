// What the images and the HTML page share: drawings, and their <svg> elements. SVG is of the type
// Html, because it is part of a page, and XML knows the same escapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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
Drawing balance_drawing(const Report& report, int width);
/// The weekly means as three small lines, with the mean of the period and the usual one.
Drawing feelings_drawing(const FeelingsReport& feelings, int width);

/// <svg> elements for the HTML page, which colours them by their classes. Columns are weeks and
/// rows are weekdays; a period of more than 53 weeks has a row per year, for its latest 12 years.
Html heat_map_svg(const Report& report);
/// The four acts, one bar each.
Html balance_svg(const Report& report);
Html feelings_svg(const FeelingsReport& feelings);

/// The parts of the period that the heat map shows, one per row, in order.
std::vector<DayRange> heat_map_rows(DayRange period, int week_start);

}  // namespace connect::render
