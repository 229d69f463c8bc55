// The report as SVG, a card to keep: what it counts, a heat map of the days (of the months, if it
// is of several years) and the balance of the four acts. Its only text of the user's is what the
// report is limited to.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

/// A standalone image, 720 wide, light or dark as the reader's system is.
std::string report_svg(const Report& report);

}  // namespace connect::render
