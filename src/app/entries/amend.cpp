// `amend` and `remove`: append amendment records that change or remove entries. The original
// records stay in the ledger.
#include <algorithm>

#include "app/entries/entry_named.hpp"
#include "app/entries/entry_parts.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "render/json.hpp"
#include "render/terminal/change_pages.hpp"

namespace connect::app {
namespace {

/// The fields that the command line sets, including those that already have the value.
Changes asked_for(const cli::AmendArgs& args, const cli::EntryArgs& given, const EntryText& was,
                  const Ledger& ledger, const Session& session) {
  Changes set = args.emptied;
  set.act = args.act;
  set.day = given.day;
  if (given.minutes) set.at = moment_of(*given.minutes, session, given.day.value_or(was.said.day));
  if (!given.with.empty()) set.with = known_people(ledger.people(), given.with);
  if (!given.tags.empty()) set.tags = known_spellings(ledger.tags(), given.tags);
  if (!given.note.empty() || given.note_from_input || given.note_from_editor) set.note = given.note;
  if (!given.before.empty()) set.before = given.before;
  if (!given.felt.empty()) set.felt = given.felt;
  return set;
}

/// Applies a change to a value. A change to the same value is dropped, so that the amendment holds
/// only real changes.
template <class T>
void apply(std::optional<T>& change, T& value) {
  if (change == value) change.reset();
  if (change) value = *change;
}

/// Returns `entry` with the changes applied; drops from `set` those that change nothing.
EntryText apply(Changes& set, EntryText entry) {
  apply(set.act, entry.said.act);
  apply(set.day, entry.said.day);
  apply(set.at, entry.at);
  apply(set.with, entry.said.with);
  apply(set.tags, entry.said.tags);
  apply(set.note, entry.said.note);
  apply(set.before, entry.said.before);
  apply(set.felt, entry.said.felt);
  return entry;
}

/// `saved`: false for a dry run.
Outcome amend_answer(Session& session, const Ledger& ledger, const EntryText& was,
                     const EntryText& now, std::string_view lead, bool saved) {
  if (!session.json())
    return saved ? session.echo(render::amended_page(lead, was, now, session.today(), true))
                 : session.page(render::amended_page(lead, was, now, session.today(), false));
  Summary summary = summary_of(ledger);
  count_act(summary, was.said.day, was.said.act, -1);
  count_act(summary, now.said.day, now.said.act, 1);
  return session.text(
      render::amended_json(was, now, saved, lengths_today(session, summary).current));
}

/// The entries that the words identify, without duplicates; an error if a word identifies none.
Result<std::vector<const Entry*>> entries_named(Session& session, const Ledger& ledger,
                                                const std::vector<std::string>& words) {
  std::vector<const Entry*> found;
  for (const auto& word : words) {
    const auto entry = entry_named(session, ledger, word);
    if (!entry) return entry.error();
    if (std::ranges::find(found, *entry) == found.end()) found.push_back(*entry);
  }
  return found;
}

}  // namespace

Outcome perform(const cli::AmendArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::keep);
  if (!reading) return session.fail(reading.error());
  const Ledger& ledger = reading->ledger;
  const auto entry = entry_named(session, ledger, args.entry);
  if (!entry) return session.fail(entry.error());
  const EntryText was = ledger.entry_text(**entry);
  cli::EntryArgs given = args.say;
  settle_names(given, ledger.people());
  if (auto past = not_ahead(given, session, given.day.value_or(was.said.day)); !past)
    return session.fail(past.error());
  if (given.note_from_editor && given.note.empty()) given.note = was.said.note;
  if (auto filled = fill_note(given, session); !filled) return session.fail(filled.error());
  Changes set = asked_for(args, given, was, ledger, session);
  const EntryText now = apply(set, was);
  if (set == Changes{}) return amend_answer(session, ledger, was, now, "No change", !given.dry_run);
  const Record record =
      new_record(session, Amended{was.id, set}, ledger.last_correction((*entry)->id));
  if (!given.dry_run)
    if (auto saved = save(session, record); !saved) return session.fail(saved.error());
  if (set.with)
    for (const auto& person : *set.with)
      notice_near_miss(session, ledger.people(), person, !given.dry_run);
  if (set.day) notice_long_ago(session, *set.day, !given.dry_run);
  return amend_answer(session, ledger, was, now, given.dry_run ? "Would amend" : "Amended",
                      !given.dry_run);
}

Outcome perform(const cli::RemoveArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return session.fail(reading.error());
  const Ledger& ledger = reading->ledger;
  const auto entries = entries_named(session, ledger, args.entries);
  if (!entries) return session.fail(entries.error());
  Changes removal;
  removal.removed = true;
  std::vector<EntryText> removed;
  std::vector<Record> records;
  for (const Entry* entry : *entries) {
    removed.push_back(ledger.entry_text(*entry));
    records.push_back(new_record(session, Amended{removed.back().id, removal},
                                 ledger.last_correction(entry->id)));
  }
  if (auto saved = save(session, records); !saved) return session.fail(saved.error());
  if (session.json()) {
    Summary summary = summary_of(ledger);
    for (const EntryText& entry : removed) count_act(summary, entry.said.day, entry.said.act, -1);
    return session.text(render::removed_json(removed, lengths_today(session, summary).current));
  }
  return session.echo(render::removed_page(removed, session.today()));
}

}  // namespace connect::app
