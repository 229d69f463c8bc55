// The report as one self-contained HTML page: no script, and no font or image from elsewhere. Its
// Content-Security-Policy forbids them, too.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

/// A whole HTML document. Names, tags and notes are escaped and never become markup. Notes come
/// only from report.entries.
std::string report_html(const Report& report);

}  // namespace connect::render
