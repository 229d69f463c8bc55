// The report as CommonMark with GitHub's tables, for a diary, a wiki or a mail. Text of the user is
// escaped and never becomes markup.
#pragma once

#include <string>

#include "domain/report/report.hpp"

namespace connect::render {

/// A heading, tables of counts, feelings, and with notes a list of the entries.
std::string report_markdown(const Report& report);

}  // namespace connect::render
