// The sections about people and about single entries.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t people_in_sight = 6;  // the others are folded

Table people_table(std::span<const Report::Person> people, Day today) {
  Table table{"How often and how recently", {"person", "times", "last"}, {}};
  for (const auto& person : people)
    table.rows.push_back({named(person.name), markup("{}", person.count),
                          time_html(person.last, ago(person.last, today))});
  return table;
}

/// The dates of people that fall in the period.
Html dates_list(const Report& report) {
  Html items;
  for (const auto& date : date_words(report)) items += markup("<li>{}</li>", escaped(date));
  return items.empty() ? items : markup("<h3>Dates</h3><ul class=\"plain quiet\">{}</ul>", items);
}

/// People, each with a day; `when` comes before it.
Html met_list(std::string_view heading, std::string_view when,
              std::span<const Report::Met> people) {
  Html items;
  for (const auto& person : people)
    items += markup("<li>{} <span class=\"quiet\">{} {}</span></li>", named(person.name),
                    escaped(when), time_html(person.last, dated(person.last)));
  if (items.empty()) return items;
  return markup("<h3>{}</h3><ul class=\"plain\">{}</ul>", escaped(heading), items);
}

/// People who were new, who came back, and who were met often, but not for a while.
Html news_of_people(const Report& report) {
  std::vector<Report::Met> newcomers;
  for (const auto& person : report.newcomers) newcomers.push_back({person.name, person.first});
  return met_list("New", "first met", newcomers) +
         met_list("Back after a long time", "before that", report.back) +
         met_list(report.includes_today() ? "Quiet for a while"
                                          : "Quiet for a while by the end of this period",
                  "last met", report.quiet);
}

/// "+work +home", or nothing.
Html tag_words(const std::vector<std::string>& tags) {
  Html out;
  for (const auto& tag : tags) out += escaped(out.empty() ? "+" : " +") + named(tag);
  return out.empty() ? out : paragraph(out, "quiet");
}

/// A note with its line breaks.
Html note_html(std::string_view note) {
  Html out;
  while (!note.empty()) {
    const std::size_t end = std::min(note.find('\n'), note.size());
    if (!out.empty()) out += markup("<br>");
    out += escaped(note.substr(0, end));
    note.remove_prefix(std::min(end + 1, note.size()));
  }
  return markup("<p class=\"note\" dir=\"auto\">{}</p>", out);
}

}  // namespace

Html entry_html(const Logged& said) {
  return markup("<li class=\"a-{}\"><p class=\"quiet\">{}</p><p>{}</p>{}{}</li>\n",
                escaped(slug(said.act)), time_html(said.day, dated(said.day)), act_html(said),
                said.note.empty() ? Html{} : note_html(said.note), tag_words(said.tags));
}

Html people_news(const Report& report) { return dates_list(report) + news_of_people(report); }

Html people_section(const Report& report) {
  const std::span<const Report::Person> people = report.people;
  const auto first = people.first(std::min(people.size(), people_in_sight));
  const auto others = people.subspan(first.size());
  Html body;
  if (!first.empty()) body = table_html(people_table(first, report.today));
  if (!others.empty())
    body += folded(fmt::format("And {} more", others.size()),
                   table_html(people_table(others, report.today)));
  return section("people", "People", body + people_news(report));
}

Html year_ago_section(const Report& report) {
  if (!report.a_year_ago) return {};
  const Logged& said = report.a_year_ago->said;
  return section(
      "year-ago", "A year ago today",
      markup("<p class=\"act a-{}\">{}. <span class=\"quiet\">{}</span></p>",
             escaped(slug(said.act)), act_html(said), time_html(said.day, dated(said.day))));
}

Html notes_section(const Report& report) {
  Html items;
  for (const auto& entry : report.entries)
    if (!entry.said.note.empty()) items += entry_html(entry.said);
  return section("notes", "Notes",
                 items.empty() ? items : markup("<ol class=\"notes\">\n{}</ol>", items));
}

Html quote_section(const EntryText& quote) {
  constexpr std::size_t short_note = 280;  // bytes, in large letters
  const std::string_view style = quote.said.note.size() > short_note ? "quote long" : "quote";
  return markup(
      "<section class=\"{}\" aria-label=\"A note\"><figure><blockquote class=\"a-{}\">{}"
      "</blockquote><figcaption class=\"quiet\">{} · {}</figcaption></figure></section>\n",
      escaped(style), escaped(slug(quote.said.act)), note_html(quote.said.note),
      act_html(quote.said), time_html(quote.said.day, dated(quote.said.day)));
}

}  // namespace connect::render
