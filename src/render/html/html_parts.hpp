// The building blocks of the page. Text of the user becomes HTML only in `escaped` and in functions
// that call it; every other string that these functions take or return is HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/report/report.hpp"

namespace connect::render {

/// Text as HTML, for an element or a quoted attribute: markup escaped, hidden characters made
/// visible.
std::string escaped(std::string_view text);
/// A name in a <bdi> element, so that its writing direction does not affect the text around it.
std::string named(std::string_view name);
/// "Thanked Maya and Sam", each name in a <bdi> element.
std::string deed_html(const Logged& said);
/// A <time> element of this day around `html`.
std::string time_html(Day day, std::string_view html);

/// A section with its heading; empty if the body is empty.
std::string section(std::string_view id, std::string_view heading, std::string_view body);
std::string paragraph(std::string_view html, std::string_view style = "");
/// A <details> element: the body is hidden until the summary is opened.
std::string folded(std::string_view summary, std::string_view body);

struct Table {
  std::string caption;
  std::vector<std::string> columns;            // the first one labels the rows
  std::vector<std::vector<std::string>> rows;  // HTML, one cell per column
};
std::string table_html(const Table& table);

/// The chart and its table, for the days and for the four acts.
std::string days_section(const Report& report);
std::string acts_section(const Report& report);

/// The sections of the page; each is empty if the report has nothing for it.
std::string thread_section(const Report& report);
std::string people_section(const Report& report);
std::string year_ago_section(const Report& report);
std::string tags_section(const Report& report);
std::string rows_section(const Report& report);  // of the grouping, if one was asked for
std::string suggestions_section(const Report& report);
std::string feelings_section(const Report& report);
std::string notes_section(const Report& report);

/// The document around a header, a main part and a footer.
std::string html_page(std::string_view title, std::string_view header, std::string_view main,
                      std::string_view footer);

}  // namespace connect::render
