// `people @NAME`: the card of a person, with the latest entries.
#include <algorithm>
#include <ranges>

#include "app/entries/entry_parts.hpp"
#include "app/entries/follow_ups.hpp"
#include "app/entries/kindnesses.hpp"
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/ledger/selection.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

/// The entries with this person, newest first, without their notes.
std::vector<EntryText> entries_with(const Ledger& ledger, const std::string& name) {
  const Selection with_them{{}, {name}, {}, {}};
  const Selector is_selected(with_them, ledger);
  std::vector<EntryText> entries;
  for (const Entry& entry : ledger.entries() | std::views::reverse)
    if (is_selected(entry)) entries.push_back(ledger.entry_text(entry));
  return entries;
}

}  // namespace

Outcome perform(const cli::PersonCardArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return session.fail(reading.error());
  const Summary summary = summary_of(reading->ledger);
  const auto known = summary.people.find_loosely(args.name);
  const PersonTotals* person =
      known ? find_person(summary, summary.people.display(*known)) : nullptr;
  if (person == nullptr) return session.fail(unknown_person(args.name, summary));
  auto entries = entries_with(reading->ledger, person->name);
  if (const auto added = add_notes(session, entries); !added) return session.fail(added.error());
  add_suggested(session, entries);
  auto kindnesses = kindnesses_of(reading->ledger, summary, session.today());
  std::erase_if(kindnesses, [&](const auto& each) { return each.person != person->name; });
  auto asks = open_follow_ups(session, summary);
  std::erase_if(asks, [&](const auto& each) { return each.person != person->name; });
  if (session.json())
    return session.text(render::card_json(*person, entries, kindnesses, asks, session.today()));
  return session.page(
      render::card_page(*person, entries, kindnesses, asks, session.today(), session.columns()));
}

}  // namespace connect::app
