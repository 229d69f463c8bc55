#include <algorithm>

#include "app/perform.hpp"
#include "connect/text.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"
#include "render/words.hpp"
#include "store/own_changes.hpp"

namespace connect::app {
namespace {

int streak_without(Session& session, const Ledger& ledger, Id id) {
  History history = history_of(ledger);
  const auto entry = std::ranges::find(ledger.entries(), id, &Entry::id);
  if (entry == ledger.entries().end()) return session.streak(history).thread.current;
  const auto day = std::ranges::lower_bound(history.days, entry->day, {}, &DayActs::day);
  --day->counts[index(entry->act)];
  if (day->total() == 0) history.days.erase(day);
  return session.streak(history).thread.current;
}

}  // namespace

Outcome perform(const cli::UndoArgs&, Session& session) {
  const auto reading = session.read(Notes::keep);
  if (!reading) return session.fail(reading.error());
  const Ledger& ledger = reading->ledger;
  const auto changes = store::own_changes(session.files(), store::journal_path(session.facts()));
  for (auto it = changes.rbegin(); it != changes.rend(); ++it) {
    const auto* said = std::get_if<Logged>(&it->record.body);
    const Id id = id_from_text(it->record.id);
    if (it->undone || said == nullptr || !ledger.knows(id)) continue;
    Changes removal;
    removal.removed = true;
    const std::int64_t after = std::max(it->record.at.seconds, ledger.last_correction(id));
    const auto saved =
        session.save(session.new_record(Amended{it->record.id, removal, true}, after));
    if (!saved) return session.fail(saved.error());
    const EntryText entry{it->record.id, it->record.at, *said};
    if (session.json()) {
      const int streak = streak_without(session, ledger, id);
      return session.text(render::entry_saved_json("undo", entry, true, streak));
    }
    return session.page(render::undone_page(
        render::deed(*said) + " · " + spoken(said->day, session.today()), "Taken back: "));
  }
  if (session.json()) return session.text(render::nothing_json("undo"));
  session.notice("nothing to undo that this machine wrote");
  return session.text("");
}

}  // namespace connect::app
