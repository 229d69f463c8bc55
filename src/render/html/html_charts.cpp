// The charts, each with the same numbers in a table.
#include <fmt/format.h>

#include <algorithm>

#include "domain/text/counted.hpp"
#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

std::vector<Html> row_cells(const Html& name, const DayActs& acts) {
  std::vector<Html> out = {name};
  for (const auto count : acts.counts) out.push_back(markup("{}", count));
  out.push_back(markup("{}", acts.total()));
  return out;
}

/// Totals per month, because a table of all days of several years would be too long.
std::vector<DayActs> by_month(const std::vector<DayActs>& days) {
  std::vector<DayActs> months;
  for (const DayActs& day : days) {
    const Day first = first_of_month(day.day);
    if (months.empty() || months.back().day != first) months.push_back({first, {}});
    for (Act act : all_acts) months.back().counts[index(act)] += day.counts[index(act)];
  }
  return months;
}

Table days_table(const Report& report, bool months) {
  Table table{months ? "Acts per month" : "Acts per day", {months ? "month" : "day"}, {}};
  for (Act act : all_acts) table.columns.emplace_back(slug(act));
  table.columns.emplace_back("total");
  for (const DayActs& acts : months ? by_month(report.days) : report.days) {
    const Civil date = civil(acts.day);
    const std::string month = fmt::format("{} {}", month_short(date.month), date.year);
    table.rows.push_back(
        row_cells(months ? escaped(month) : time_html(acts.day, dated(acts.day)), acts));
  }
  return table;
}

Table acts_table(const Report& report) {
  Table table{"How often each act was done", {"act", "times"}, {}};
  for (Act act : all_acts)
    table.rows.push_back({escaped(title(act)), markup("{}", report.acts[index(act)])});
  return table;
}

/// "An act on 189 of 327 days, on 54 of them more than one." Days before the first act do not
/// count.
std::string acted_words(const Report& report) {
  const DayRange known = report.known_days();
  const Day begun = std::max(known.since, report.first_act.value_or(known.since));
  const int days = known.until - std::min(begun, known.until) + 1;
  const auto several =
      std::ranges::count_if(report.days, [](const DayActs& acts) { return acts.total() > 1; });
  std::string out = fmt::format("An act on {} of {}", report.days_acted, counted(days, "day"));
  if (several > 0) out += fmt::format(", on {} of them more than one", several);
  return out + ".";
}

}  // namespace

Html days_section(const Report& report, bool with_months) {
  const auto rows = heat_map_rows(report.period, report.week_start);
  const bool years = rows.size() > 1;
  Html body;
  if (has_chapters(report.period, report.today)) body = paragraph(escaped(acted_words(report)));
  body += box("scroll from-end", "Calendar", heat_map_svg(report));
  if (!rows.empty() && rows.front().since > report.period.since)
    body += paragraph(
        escaped("The picture shows the last twelve years; the table shows all of them."), "quiet");
  if (years && !with_months) return section("days", "Day by day", body);
  body += folded(years ? "The months as a table" : "The days as a table",
                 box("scroll", "Table of acts over time", table_html(days_table(report, years))));
  return section("days", "Day by day", body);
}

Html acts_section(const Report& report) {
  return section(
      "acts", "The four acts",
      balance_svg(report) + folded("The acts as a table", table_html(acts_table(report))));
}

}  // namespace connect::render
