// Pages of `people` and `notice`, and the bank of suggestions.
#include <algorithm>

#include "domain/text/cell_width.hpp"
#include "domain/text/counted.hpp"
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

}  // namespace

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

Page unlisted_page(const std::string& name) {
  Page page;
  page.line({{name, Style::strong}, {" has no rhythm now, and no entry"}}, 2);
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

Page bank_page(std::span<const Suggestion> items) {
  Page page;
  for (const Suggestion& item : items) {
    page.line({{std::string(item.id), style_of(item.act), 14}, {std::string(item.text)}}, 14);
  }
  return page;
}

}  // namespace connect::render
