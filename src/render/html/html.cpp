// The order of the page, and the building blocks of its sections.
#include "render/html/html.hpp"

#include "domain/text/enumerated.hpp"
#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

/// What the report is limited to. Each name is isolated, since it may run from right to left.
Html searched(const Selection& selection) {
  Html out;
  const auto add = [&](const Html& part) { out += (out.empty() ? Html{} : escaped(" · ")) + part; };
  Selection acts;
  acts.acts = selection.acts;
  if (!acts.empty()) add(escaped(selection_words(acts)));
  for (const auto& name : selection.with) add(escaped("with ") + named(name));
  for (const auto& tag : selection.tags) add(escaped("+") + named(tag));
  for (const auto& text : selection.texts) add(escaped("“") + named(text) + escaped("”"));
  return out.empty() ? out : paragraph(out, "lead");
}

Html header(const Report& report) {
  return paragraph(escaped("Small acts of connection"), "eyebrow") +
         markup("<h1>{}</h1>", escaped(period_name(report))) + searched(report.selection) +
         paragraph(escaped(counts_words(report) + "."), "lead");
}

/// Days, acts and people, which share rows on a wide page.
Html overview(const Report& report) {
  Html out;
  if (report.total > 0) out = days_section(report, true) + acts_section(report);
  out += people_section(report);
  return out.empty() ? out : markup("<div class=\"overview\">{}</div>", out);
}

Html footer(const Report& report) {
  return paragraph(markup("Made with connect on {}. Days off are fine.",
                          time_html(report.today, dated(report.today))));
}

}  // namespace

std::string report_html(const Report& report, const std::optional<Chapters>& chapters,
                        const std::optional<EntryText>& quote) {
  Html main = chapters
                  ? chapters_html(report, *chapters)
                  : streak_section(report, true) + overview(report) + year_ago_section(report) +
                        tags_section(report) + rows_section(report) + suggestions_section(report) +
                        feelings_section(report);
  main += notes_section(report);
  if (quote) main += quote_section(*quote);
  return html_page("Small acts of connection, " + period_name(report), header(report), main,
                   footer(report));
}

Html named(std::string_view name) { return markup("<bdi>{}</bdi>", escaped(name)); }

Html act_html(const Logged& said) {
  // The words of the sentence are text, but the names in it are HTML. So each name is left out at
  // first and a line break marks its place; the words have no line breaks of their own.
  const std::vector<std::string> places(said.with.size(), "\n");
  const std::string sentence = done_phrase(said.act, enumerated(places));
  std::string_view words = sentence;
  Html out;
  for (const auto& name : said.with) {
    const std::size_t place = words.find('\n');
    out += escaped(words.substr(0, place)) + named(name);
    words.remove_prefix(place + 1);
  }
  return out + escaped(words);
}

Html time_html(Day day, std::string_view text) {
  return markup("<time datetime=\"{}\">{}</time>", escaped(iso(day)), escaped(text));
}

Html section(std::string_view id, std::string_view heading, const Html& body) {
  if (body.empty()) return {};
  return markup(
      "<section class=\"{0}\" aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>{2}"
      "</section>\n",
      escaped(id), escaped(heading), body);
}

Html paragraph(const Html& body, std::string_view style) {
  if (style.empty()) return markup("<p>{}</p>", body);
  return markup("<p class=\"{}\">{}</p>", escaped(style), body);
}

Html folded(std::string_view summary, const Html& body) {
  return markup("<details><summary>{}</summary>{}</details>", escaped(summary), body);
}

Html box(std::string_view style, std::string_view label, const Html& body) {
  return markup(
      "<div class=\"{}\" role=\"group\" tabindex=\"0\" aria-label=\"{}\"><div>{}</div></div>",
      escaped(style), escaped(label), body);
}

Html table_html(const Table& table) {
  Html head;
  for (const auto& column : table.columns)
    head += markup("<th scope=\"col\">{}</th>", escaped(column));
  Html body;
  for (const auto& row : table.rows) {
    body += markup("<tr><th scope=\"row\">{}</th>", row.front());
    for (std::size_t i = 1; i < row.size(); ++i) body += markup("<td>{}</td>", row[i]);
    body += markup("</tr>\n");
  }
  return markup(
      "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>\n{}</tbody>"
      "</table>",
      escaped(table.caption), head, body);
}

}  // namespace connect::render
