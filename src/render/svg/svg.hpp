// The report as SVG: a heat map of the days and the balance of the four acts. The images hold
// counts and dates only, no text of the user's, so there is nothing in them to redact.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

/// A standalone image, 720 wide, light or dark as the reader's system is.
std::string report_svg(const Report& report);

}  // namespace connect::render
