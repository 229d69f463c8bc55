#include "connect/streak.hpp"

#include "app/perform.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"

namespace connect::app {

Outcome perform(const cli::StreakArgs& args, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const History history = history_of(reading->ledger);
  const Streak streak = session.streak(history);
  if (session.json()) return session.text(render::streak_json(streak));
  if (args.explain)
    return session.page(render::explain_page(streak, args.act,
                                             acted_days(history, session.today(), args.act),
                                             session.rest_calendar(history)));
  if (args.act) return session.page(render::act_streak_page(streak, *args.act));
  return session.page(render::streak_page(streak));
}

}  // namespace connect::app
