#include <algorithm>

#include "app/perform.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"
#include "render/words.hpp"
#include "store/own_changes.hpp"

namespace connect::app {
namespace {

/// The last change of this machine that stands and that this ledger has; or nothing.
std::optional<Record> last_change(Session& session, const Ledger& ledger) {
  const auto changes = store::own_changes(session.files(), store::journal_path(session.facts()));
  for (auto it = changes.rbegin(); it != changes.rend(); ++it)
    if (!it->undone && ledger.knows(id_from_text(it->record.id))) return it->record;
  return std::nullopt;
}

}  // namespace

Outcome perform(const cli::UndoArgs&, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const auto change = last_change(session, reading->ledger);
  if (!change) {
    session.notice("nothing to undo that this machine wrote");
    return session.text(session.json() ? render::change_json("undo", nullptr) : "");
  }
  Changes removal;
  removal.removed = true;
  const auto last_word =
      std::max(change->at.seconds, reading->ledger.last_correction(id_from_text(change->id)));
  const auto saved =
      session.save(session.new_record(Amended{change->id, removal, true}, last_word));
  if (!saved) return session.fail(saved.error());
  if (session.json()) return session.text(render::change_json("undo", &*change));
  return session.page(
      render::undone_page(render::change_words(*change, session.today()), "Taken back: "));
}

}  // namespace connect::app
