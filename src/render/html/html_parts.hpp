// The building blocks of the page. A std::string_view that these functions take is text, which they
// escape; HTML has a type of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/report/chapters.hpp"
#include "domain/report/report.hpp"
#include "render/html/html_markup.hpp"

namespace connect::render {

/// A name in a <bdi> element, so that its writing direction does not affect the text around it.
Html named(std::string_view name);
/// "Thanked Maya and Sam", each name in a <bdi> element.
Html act_html(const Logged& said);
/// A <time> element of this day around `text`.
Html time_html(Day day, std::string_view text);

/// A section with its heading; empty if the body is empty.
Html section(std::string_view id, std::string_view heading, const Html& body);
Html paragraph(const Html& body, std::string_view style = "");
/// A <details> element: the body is hidden until the summary is opened.
Html folded(std::string_view summary, const Html& body);

/// A box that scrolls sideways by itself and can be focused with the keyboard, so that the page
/// does not have to scroll.
Html box(std::string_view style, std::string_view label, const Html& body);

struct Table {
  std::string caption;
  std::vector<std::string> columns;     // the first one labels the rows
  std::vector<std::vector<Html>> rows;  // one cell per column
};
Html table_html(const Table& table);

/// The chart and its table, for the days and for the four acts. `with_months`: whether a calendar
/// of several years has a table of its months below it.
Html days_section(const Report& report, bool with_months);
Html acts_section(const Report& report);

/// The sections of the page; each is empty if the report has nothing for it.
Html streak_section(const Report& report, bool with_longest);
Html people_section(const Report& report);
Html year_ago_section(const Report& report);
Html tags_section(const Report& report);
Html rows_section(const Report& report);  // of the grouping, if one was asked for
Html suggestions_section(const Report& report);
Html feelings_section(const Report& report);
Html notes_section(const Report& report);

/// An entry with its day, its note if it has one, and its tags.
Html entry_html(const Logged& said);
/// Dates of people, and who was new, came back or has gone quiet.
Html people_news(const Report& report);
/// The closing note of a page.
Html quote_section(const EntryText& quote);

/// What the page of a long period shows in place of the sections above.
Html chapters_html(const Report& report, const Chapters& chapters);

/// The document around a header, a main part and a footer. Here HTML becomes a string.
std::string html_page(std::string_view title, const Html& header, const Html& main,
                      const Html& footer);

}  // namespace connect::render
