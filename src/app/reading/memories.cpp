// `memories`: what was logged on this day in earlier years, and when the person of today's
// suggestion was met last.
#include <algorithm>
#include <ranges>

#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/report/chapters.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/summary/summary.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

/// The latest entry before this day with the person of its suggestion, without its note.
std::optional<EntryText> last_with(const Ledger& ledger, const std::string& person, Day day) {
  const auto name = ledger.people().find(person);
  for (const Entry& entry : ledger.entries() | std::views::reverse)
    if (name && entry.day < day && std::ranges::count(ledger.people(entry), *name) > 0)
      return ledger.entry_text(entry);
  return std::nullopt;
}

}  // namespace

Outcome perform(const cli::MemoriesArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::keep);
  if (!reading) return session.fail(reading.error());
  const Ledger& ledger = reading->ledger;
  const Day day = args.day.value_or(session.today());
  std::vector<EntryText> entries = memories_of(day, ledger);
  std::optional<EntryText> last;
  std::string person;
  if (day == session.today()) {
    person = todays_prompt(session, summary_of(ledger)).person;
    last = last_with(ledger, person, day);
  }
  if (last) entries.push_back(*last);
  add_suggested(session, entries);
  if (last) {
    last = std::move(entries.back());
    entries.pop_back();
  }
  if (session.json()) return session.text(render::memories_json(entries, person, last, day));
  return session.page(
      render::memories_page(entries, person, last, day, session.today(), session.columns()));
}

}  // namespace connect::app
