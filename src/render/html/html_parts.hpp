// The pieces of the page. Every text of the user's comes in through `escaped`; what the other
// functions here take and give is HTML already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/report/report.hpp"

namespace connect::render {

/// Text that shows as it is, in an element or a quoted attribute: nothing hidden, nothing markup.
std::string escaped(std::string_view text);
/// A name kept apart from the writing direction around it.
std::string named(std::string_view name);
/// "Thanked Maya and Sam", with the names kept apart.
std::string deed_html(const Logged& said);
std::string time_html(Day day, std::string_view html);

/// With a heading that names it; nothing when the body is empty.
std::string section(std::string_view id, std::string_view heading, std::string_view body);
std::string paragraph(std::string_view html, std::string_view style = "");
/// A body behind a line to open it.
std::string folded(std::string_view summary, std::string_view body);

struct Table {
  std::string caption;
  std::vector<std::string> columns;            // the first names the rows, numbers follow
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
};
std::string table_html(const Table& table);

/// The chart with its table, for the days and for the four acts.
std::string days_section(const Report& report);
std::string acts_section(const Report& report);

std::string thread_section(const Report& report);
std::string people_section(const Report& report);
std::string year_ago_section(const Report& report);
std::string tags_section(const Report& report);
std::string rows_section(const Report& report);  // of the grouping, unless it is by day
std::string suggestions_section(const Report& report);
std::string feelings_section(const Report& report);
std::string notes_section(const Report& report);

/// The document around a header, a main part and a footer.
std::string html_page(std::string_view title, std::string_view header, std::string_view main,
                      std::string_view footer);

}  // namespace connect::render
