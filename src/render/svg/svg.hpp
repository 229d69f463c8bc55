// The report as SVG: a heat map of the days and the balance of the four acts. The images hold
// counts and dates only, no text of the user's, so there is nothing in them to redact.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

/// A standalone image, 720 wide, light or dark as the reader's system is.
std::string report_svg(const Report& report);

/// <svg> elements for the HTML page, coloured by the classes of svg_parts.hpp. Columns are weeks
/// and rows are weekdays; a period of more than 53 weeks has a row per year, for its latest 12
/// years.
std::string heat_map_svg(const Report& report);
/// The four acts, one bar each.
std::string balance_svg(const Report& report);

}  // namespace connect::render
