// The report as pictures: a calendar of the days and the balance of the four acts. Pictures hold
// counts and dates only, no text of the user's, so there is nothing in them to keep private.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

/// One standalone picture, 720 wide, light or dark as the reader's system is.
std::string report_svg(const Report& report);

/// <svg> elements for within a page, coloured by the classes of svg_parts.hpp. Weeks across and
/// weekdays down; a period of more than 53 weeks has a row a year, for its latest 12 years.
std::string heat_map_svg(const Report& report);
/// The four acts, one bar each.
std::string balance_svg(const Report& report);

}  // namespace connect::render
