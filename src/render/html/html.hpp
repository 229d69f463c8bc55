// The report as one page that needs nothing else: no script, no font, no picture from elsewhere.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

/// A whole HTML document. Whatever names, tags and notes contain, it is shown as text. Notes come
/// from report.entries alone.
std::string report_html(const Report& report);

}  // namespace connect::render
