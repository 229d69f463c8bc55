// `undo` appends amendments that remove the records of the last change of this machine; `redo`
// appends amendments that remove those amendments. Nothing is erased.
#include <algorithm>

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "render/json.hpp"
#include "render/terminal/change_pages.hpp"
#include "store/journal/undo_history.hpp"

namespace connect::app {
namespace {

/// What differs between the two commands.
struct Turn {
  std::string_view command;
  std::string_view nothing;  // the message if there is no such change
  std::string_view lead;
  const store::OwnChange* (store::UndoHistory::*pick)() const;
  std::string_view after_sync;  // the message if a change of `sync` is skipped
};
constexpr Turn undo = {"undo", "nothing to undo on this machine", "Taken back",
                       &store::UndoHistory::to_undo,
                       "undo skips what sync brought from other machines since then"};
constexpr Turn redo = {"redo", "nothing to redo (redo works only right after undo)", "Put back",
                       &store::UndoHistory::to_redo, ""};

/// The ids of the records to remove: those of the change, or the amendments that undid it.
std::vector<std::string> refs_of(const store::OwnChange& change) {
  if (!change.stands()) return {change.undone_by.begin(), change.undone_by.end()};
  std::vector<std::string> refs;
  for (const Record& record : change.records) refs.push_back(record.id);
  return refs;
}

/// The latest stamp of the change, its corrections and its undo. A new amendment must be later.
Stamp last_word_on_change(const store::OwnChange& change, const Ledger& ledger) {
  Stamp last;
  for (const Record& record : change.records) {
    const Id id = id_from_text(record.id);
    last = std::max({last, Stamp{record.at.seconds, id}, ledger.last_correction(id)});
  }
  for (const auto& id : change.undone_by)
    last = std::max(last, ledger.last_correction(id_from_text(id)));
  return last;
}

std::vector<Record> amendments(Session& session, const store::OwnChange& change,
                               const Ledger& ledger) {
  Changes removal;
  removal.removed = true;
  const Stamp after = last_word_on_change(change, ledger);
  std::vector<Record> records;
  for (const auto& ref : refs_of(change))
    records.push_back(new_record(session, Amended{ref, removal, true}, after));
  return records;
}

/// The entry that the change amends; null unless it is a single amendment and not a removal.
const Entry* corrected(const store::OwnChange& change, const Ledger& ledger) {
  const auto* said = std::get_if<Amended>(&change.records.front().body);
  if (change.records.size() > 1 || said == nullptr || said->set.removed) return nullptr;
  const auto entry = std::ranges::find(ledger.entries(), id_from_text(said->ref), &Entry::id);
  return entry == ledger.entries().end() ? nullptr : &*entry;
}

/// The answer. An amendment that was undone or redone is shown with the entry before and after.
Outcome shown(Session& session, const Turn& turn, const store::OwnChange& change,
              const Ledger& before) {
  if (const Entry* was = corrected(change, before)) {
    const auto after = read_ledger(session, Notes::keep);
    if (!after) return session.fail(after.error());
    if (const Entry* now = corrected(change, after->ledger))
      return session.echo(render::amended_page(turn.lead, before.entry_text(*was),
                                               after->ledger.entry_text(*now), session.today(),
                                               false));
  }
  const bool is_merge = change.origin == store::Origin::merge;
  return session.echo(
      render::turned_page(turn.lead, change.records, is_merge, before, session.today()));
}

Outcome turned(Session& session, const Turn& turn) {
  const auto reading = read_ledger(session, Notes::keep);
  if (!reading) return session.fail(reading.error());
  const Ledger& ledger = reading->ledger;
  const auto history = store::undo_history(session.files(), journals(session), ledger);
  if (!history) return session.fail(history.error());
  const store::OwnChange* change = ((*history).*turn.pick)();
  if (!turn.after_sync.empty() && history->passes_over_sync(change))
    session.notice(std::string(turn.after_sync));
  if (change == nullptr) {
    session.notice(std::string(turn.nothing));
    return session.text(session.json() ? render::change_json(turn.command, {}) : "");
  }
  if (auto saved = save(session, amendments(session, *change, ledger)); !saved)
    return session.fail(saved.error());
  if (session.json()) return session.text(render::change_json(turn.command, change->records));
  return shown(session, turn, *change, ledger);
}

}  // namespace

Outcome perform(const cli::UndoArgs&, Session& session) { return turned(session, undo); }

Outcome perform(const cli::RedoArgs&, Session& session) { return turned(session, redo); }

}  // namespace connect::app
