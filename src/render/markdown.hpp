// The report as CommonMark, for a diary, a wiki or a mail.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

std::string report_markdown(const Report& report);

}  // namespace connect::render
