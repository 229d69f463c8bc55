#include "render/terminal/import_pages.hpp"

#include <algorithm>

#include "domain/text/cell_width.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

std::string amounts(const ImportTally& tally) {
  std::string out;
  const auto add = [&](std::size_t number, std::string_view noun) {
    if (number > 0)
      out.append(out.empty() ? "" : ", ").append(counted(static_cast<std::int64_t>(number), noun));
  };
  add(tally.acts, "act");
  add(tally.rests, "rest day");
  add(tally.others, "other record");
  return out;
}

std::string when(const ImportTally& tally) {
  if (!tally.period) return "";
  const auto [since, until] = *tally.period;
  return " · " + iso(since) + (since == until ? "" : " to " + iso(until));
}

/// The records that were not added: already in the ledger, or removed from it before.
std::string left(const ImportTally& tally) {
  std::string out;
  if (tally.known > 0) out += "already in the ledger: " + std::to_string(tally.known);
  if (tally.removed > 0)
    out += (out.empty() ? "" : " · ") + ("removed earlier: " + std::to_string(tally.removed));
  return out;
}

/// How each habit would be imported, for --dry-run.
void add_habits(Page& page, const std::vector<ImportedHabit>& habits) {
  std::size_t name = 0, count = 0;
  for (const auto& habit : habits) {
    name = std::max(name, cells(visible(habit.habit)));
    count = std::max(count, std::to_string(habit.count).size());
  }
  for (const auto& habit : habits) {
    if (habit.count == 0 || !habit.mapping) continue;
    const auto& [their, act, person] = *habit.mapping;
    page.line({{"  "},
               {habit.habit, Style::plain, static_cast<int>(std::min<std::size_t>(name, 30))},
               {"  "},
               {std::to_string(habit.count), Style::plain, -static_cast<int>(count)},
               {"  "},
               {act ? done_phrase(*act, person) : "left out", act ? style_of(*act) : Style::quiet}},
              4);
  }
}

}  // namespace

Page import_page(const ImportAnswer& answer) {
  Page page;
  const std::string rest = left(answer.tally);
  if (answer.tally.added() == 0) {
    page.line({{rest.empty() ? "Nothing to import" : "Nothing new · " + rest}}, 2);
  } else {
    page.line({{answer.dry_run ? "Would import " : "Imported "},
               {amounts(answer.tally), Style::strong},
               {when(answer.tally)},
               {answer.dry_run ? "" : "   "},
               answer.dry_run ? Span{} : undo_hint()},
              2);
    if (!rest.empty()) page.line({{"  " + rest}}, 2);
  }
  if (answer.dry_run) add_habits(page, answer.habits);
  return page;
}

Page vcard_page(const ImportAnswer& answer) {
  constexpr std::size_t most = 20;  // people that are shown after the import
  Page page;
  const auto number = static_cast<std::int64_t>(answer.people.size());
  if (number == 0) {
    page.line({{answer.tally.known > 0 ? "Nothing new" : "Nothing to import"}}, 2);
  } else {
    page.line({{answer.dry_run ? "Would import what is new of " : "Imported what is new of "},
               {counted(number, "person", "people"), Style::strong},
               {answer.dry_run ? "" : "   "},
               answer.dry_run ? Span{} : undo_hint()},
              2);
  }
  const std::size_t shown = answer.dry_run ? answer.people.size() : most;
  for (std::size_t i = 0; i < std::min(shown, answer.people.size()); ++i) {
    const ImportedPerson& person = answer.people[i];
    std::vector<Span> spans = {{"  "}, {person.name, Style::strong}};
    if (person.birthday) spans.push_back({"  birthday on " + spoken(*person.birthday)});
    if (!person.reach.empty()) spans.push_back({"  " + person.reach});
    if (person.is_new) spans.push_back({"  new here", Style::quiet});
    page.line(std::move(spans), 4);
  }
  if (answer.people.size() > shown)
    page.line({{"  and " + std::to_string(answer.people.size() - shown) + " more"}}, 4);
  if (answer.tally.known > 0)
    page.line({{"  already in the ledger: " + std::to_string(answer.tally.known)}}, 2);
  if (answer.unmatched > 0)
    page.line(
        {{"  not known here: " + counted(static_cast<std::int64_t>(answer.unmatched), "card") +
          "; --all adds them, too"}},
        2);
  return page;
}

}  // namespace connect::render
