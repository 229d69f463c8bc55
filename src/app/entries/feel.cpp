// `feel` saves a rating of a day; `rest` marks days as rest days, or with --off as ordinary ones.
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

/// Saves one record, after checking that the ledger can be read. A rest record gets a later stamp
/// than any before it: the latest one decides, and a record by a clock that ran ahead must not win
/// over it.
Result<Record> saved(Session& session, Body body) {
  const auto summary = read_summary(session);
  if (!summary) return summary.error();
  const Stamp after = std::holds_alternative<Rested>(body) ? summary->last_rest : Stamp{};
  Record record = new_record(session, std::move(body), after);
  if (auto done = save(session, record); !done) return done.error();
  return record;
}

}  // namespace

Outcome perform(const cli::FeelArgs& args, Session& session) {
  const Felt said{args.day.value_or(session.today()), args.felt};
  const auto record = saved(session, said);
  if (!record) return session.fail(record.error());
  if (session.json()) return session.text(render::felt_json(record->id, said));
  return session.echo(render::felt_page(said, session.today()));
}

Outcome perform(const cli::RestArgs& args, Session& session) {
  const Rested said{args.days.value_or(DayRange{session.today(), session.today()}), args.rest};
  const auto record = saved(session, said);
  if (!record) return session.fail(record.error());
  if (session.json()) return session.text(render::rested_json(record->id, said));
  return session.echo(render::rested_page(said, session.today()));
}

}  // namespace connect::app
