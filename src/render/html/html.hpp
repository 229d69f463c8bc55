// The report as one self-contained HTML page: no script, and no font or image from elsewhere. Its
// Content-Security-Policy forbids them, too.
#pragma once

#include <optional>
#include <string>

#include "domain/report/chapters.hpp"
#include "domain/report/report.hpp"

namespace connect::render {

/// A whole HTML document. Names, tags and notes are escaped and never become markup. Notes come
/// only from report.entries, from the chapters, and from the quote, which closes the page. With
/// `chapters` it is the page of a long period.
std::string report_html(const Report& report, const std::optional<Chapters>& chapters = {},
                        const std::optional<EntryText>& quote = {});

}  // namespace connect::render
