// The sections about people and about single entries.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t people_in_sight = 6;  // the others are folded

Table people_table(std::span<const Report::Person> people, Day today) {
  Table table{"How often and how lately", {"person", "times", "last"}, {}};
  for (const auto& person : people)
    table.rows.push_back({named(person.name), std::to_string(person.count),
                          time_html(person.last, ago(person.last, today))});
  return table;
}

/// People who were met often, but not for a while.
std::string quiet_list(const Report& report) {
  if (report.quiet.empty()) return "";
  std::string out =
      report.includes_today() ? "<h3>Quiet for a while</h3>" : "<h3>Quiet by the end</h3>";
  out += "<ul class=\"plain\">";
  for (const auto& quiet : report.quiet)
    out += fmt::format("<li>{} <span class=\"quiet\">last met {}</span></li>", named(quiet.name),
                       time_html(quiet.last, dated(quiet.last)));
  return out + "</ul>";
}

std::string tag_words(const std::vector<std::string>& tags) {
  std::string out;
  for (const auto& tag : tags) out += (out.empty() ? "+" : " +") + named(tag);
  return out.empty() ? out : paragraph(out, "quiet");
}

/// A note with its line breaks.
std::string note_html(std::string_view note) {
  std::string out;
  while (!note.empty()) {
    const std::size_t end = std::min(note.find('\n'), note.size());
    out += (out.empty() ? "" : "<br>") + escaped(note.substr(0, end));
    note.remove_prefix(std::min(end + 1, note.size()));
  }
  return "<p class=\"note\" dir=\"auto\">" + out + "</p>";
}

std::string entry_html(const Logged& said) {
  return fmt::format("<li class=\"a-{}\"><p class=\"quiet\">{}</p><p>{}</p>{}{}</li>\n",
                     slug(said.act), time_html(said.day, dated(said.day)), deed_html(said),
                     note_html(said.note), tag_words(said.tags));
}

}  // namespace

std::string people_section(const Report& report) {
  const std::span<const Report::Person> people = report.people;
  const auto first = people.first(std::min(people.size(), people_in_sight));
  const auto others = people.subspan(first.size());
  std::string body;
  if (!first.empty()) body = table_html(people_table(first, report.today));
  if (!others.empty())
    body += folded(fmt::format("And {} more", others.size()),
                   table_html(people_table(others, report.today)));
  return section("people", "People", body + quiet_list(report));
}

std::string year_ago_section(const Report& report) {
  if (!report.a_year_ago) return "";
  const Logged& said = report.a_year_ago->said;
  return section(
      "year-ago", "A year ago today",
      fmt::format("<p class=\"deed a-{}\">{}. <span class=\"quiet\">{}</span></p>", slug(said.act),
                  deed_html(said), time_html(said.day, dated(said.day))));
}

std::string notes_section(const Report& report) {
  std::string items;
  for (const auto& entry : report.entries)
    if (!entry.said.note.empty()) items += entry_html(entry.said);
  return section("notes", "Notes",
                 items.empty() ? items : "<ol class=\"notes\">\n" + items + "</ol>");
}

}  // namespace connect::render
