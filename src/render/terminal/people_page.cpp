// Pages of `people` and `notice`, and the bank of suggestions.
#include <algorithm>

#include "domain/text/cell_width.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

/// "resting", "every 14 days, due", or empty without a rhythm.
std::string rhythm_words(const PersonTotals& person, Day today) {
  if (person.facts().resting) return "resting";
  const auto due = due_day(person, today);
  if (!due) return "";
  const std::string every = "every " + counted(person.facts().every_days, "day");
  return every + (*due <= today ? ", due" : ", due " + spoken(*due, today));
}

/// "Maya: every 14 days, resting", or "Mya is now called Maya".
std::string set_words(const PersonSet& said) {
  if (said.renamed) return said.name + " is now called " + *said.renamed;
  std::vector<std::string> settings;
  if (said.every_days)
    settings.push_back(*said.every_days > 0 ? "every " + counted(*said.every_days, "day")
                                            : "no rhythm");
  if (said.resting) settings.emplace_back(*said.resting ? "resting" : "no longer resting");
  return said.name + ": " + enumerated(settings);
}

}  // namespace

Page person_set_page(const PersonSet& said, std::span<const PersonTotals* const> row, Day today,
                     int columns) {
  Page page;
  page.line({{set_words(said)}, {"   "}, undo_hint()}, 2);
  if (!row.empty()) page.append(people_page(row, today, columns));
  return page;
}

Page people_page(std::span<const PersonTotals* const> people, Day today, int columns) {
  Page page;
  if (people.empty()) {
    page.line("No people yet; to name someone: connect log thank @Maya");
    return page;
  }
  const auto last_words = [&](const PersonTotals& person) {
    return person.met.last() ? ago(*person.met.last(), today) : "not yet";
  };
  std::size_t width = 0, last_width = 0;
  for (const auto* person : people) {
    width = std::max(width, cells(visible(person->name)));
    last_width = std::max(last_width, last_words(*person).size());
  }
  const std::size_t longest = columns < 60 ? 14 : 24;
  const int name_width = static_cast<int>(std::min(width, longest)) + 2;
  for (const PersonTotals* each : people) {
    const PersonTotals& person = *each;
    const bool fits = cells(visible(person.name)) <= longest;
    if (!fits) page.line({{person.name, Style::strong}}, 2);
    page.line({{fits ? person.name : "", Style::strong, name_width},
               {std::to_string(person.entries), Style::plain, -4},
               {"  "},
               {last_words(person), Style::plain, static_cast<int>(last_width)},
               {"  "},
               {rhythm_words(person, today), Style::quiet, 0, true}},
              2);
  }
  return page;
}

Page noticed_page(const Noticed& said, Day today) {
  Page page;
  page.line({{kindness_words(said), Style::thank},
             {" · "},
             {spoken(said.day, today), Style::plain, 0, true},
             {"   "},
             undo_hint()},
            2);
  return page;
}

Page kindnesses_page(const std::vector<NoticedKindness>& kindnesses, Day today) {
  Page page;
  if (kindnesses.empty()) {
    page.line("No kindness noticed yet; to note one: connect notice @Sam stayed late to help");
    return page;
  }
  int when = 0;
  for (const auto& each : kindnesses)
    when = std::max(when, static_cast<int>(spoken(each.day, today).size()) + 2);
  Day last{INT32_MIN};
  for (const auto& each : kindnesses) {
    page.line({{each.day == last ? "" : spoken(each.day, today), Style::quiet, when},
               {each.person, Style::thank},
               {each.thanked ? "  thanked since" : "", Style::quiet, 0, true}},
              when);
    page.append(note_lines(each.text, when));
    last = each.day;
  }
  return page;
}

Page bank_page(std::span<const Suggestion> items) {
  Page page;
  for (const Suggestion& item : items) {
    page.line({{std::string(item.id), style_of(item.act), 14}, {std::string(item.text)}}, 14);
  }
  return page;
}

}  // namespace connect::render
