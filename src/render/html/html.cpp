#include "render/html/html.hpp"

#include <fmt/format.h>

#include "domain/text/visible.hpp"
#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

std::string header(const Report& report) {
  return paragraph("Small acts of connection", "eyebrow") +
         fmt::format("<h1>{}</h1>", period_words(report.period)) +
         paragraph(total_words(report) + ".", "lead");
}

/// Days, acts and people, which share rows on a wide page.
std::string overview(const Report& report) {
  std::string out;
  if (report.total > 0) out = days_section(report) + acts_section(report);
  out += people_section(report);
  return out.empty() ? out : "<div class=\"overview\">" + out + "</div>";
}

std::string footer(const Report& report) {
  return paragraph("As of " + time_html(report.today, dated(report.today)) +
                   ", by connect. Quiet days are part of it.");
}

}  // namespace

std::string report_html(const Report& report) {
  const std::string main = thread_section(report) + overview(report) + year_ago_section(report) +
                           tags_section(report) + rows_section(report) +
                           suggestions_section(report) + feelings_section(report) +
                           notes_section(report);
  return html_page("Small acts of connection, " + period_words(report.period), header(report), main,
                   footer(report));
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string named(std::string_view name) { return "<bdi>" + escaped(name) + "</bdi>"; }

std::string deed_html(const Logged& said) {
  std::vector<std::string> names;
  for (const auto& name : said.with) names.push_back(named(name));
  return done_phrase(said.act, enumerated(names));
}

std::string time_html(Day day, std::string_view html) {
  return fmt::format("<time datetime=\"{}\">{}</time>", iso(day), html);
}

std::string section(std::string_view id, std::string_view heading, std::string_view body) {
  if (body.empty()) return "";
  return fmt::format(
      "<section class=\"{0}\" aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>{2}"
      "</section>\n",
      id, heading, body);
}

std::string paragraph(std::string_view html, std::string_view style) {
  if (style.empty()) return fmt::format("<p>{}</p>", html);
  return fmt::format("<p class=\"{}\">{}</p>", style, html);
}

std::string folded(std::string_view summary, std::string_view body) {
  return fmt::format("<details><summary>{}</summary>{}</details>", summary, body);
}

std::string table_html(const Table& table) {
  std::string head;
  for (const auto& column : table.columns) head += "<th scope=\"col\">" + column + "</th>";
  std::string body;
  for (const auto& row : table.rows) {
    body += "<tr><th scope=\"row\">" + row.front() + "</th>";
    for (std::size_t i = 1; i < row.size(); ++i) body += "<td>" + row[i] + "</td>";
    body += "</tr>\n";
  }
  return fmt::format(
      "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>\n{}</tbody>"
      "</table>",
      table.caption, head, body);
}

}  // namespace connect::render
