#include "app/entries/once.hpp"

#include "app/saving.hpp"
#include "domain/report/effect.hpp"
#include "domain/suggest/greeting.hpp"
#include "domain/summary/summary_views.hpp"

namespace connect::app {
namespace {

/// The moment (epoch seconds) at which the user's next day begins.
std::int64_t next_day_starts(const Session& session) {
  constexpr int hour = 3600;
  const Day tomorrow{session.today().number + 1};
  const int second = session.config().preferences.day_start * 60;
  const std::int64_t now = session.facts().now.seconds;
  const auto starts =
      instant_at(tomorrow, second, session.facts().offset_at(tomorrow, second)).seconds;
  // If the clocks are set back over the start of the day, that local time occurs twice. If the
  // first one has passed, the second follows an hour later.
  return starts > now ? starts : starts + hour;
}

}  // namespace

bool claims_greeting(const Session& session) {
  const Facts& facts = session.facts();
  const bool per_login = session.config().once == Once::login && !facts.runtime_home.empty();
  const std::string& base = per_login ? facts.runtime_home : facts.state_home;
  if (facts.prompts_off || base.empty()) return false;
  const auto claimed = session.files().claim(base + "/connect/prompt.due", facts.now.seconds,
                                             per_login ? never_again : next_day_starts(session));
  return claimed && *claimed;
}

bool is_held_back(Session& session, const Summary& summary) {
  if (!session.config().experiment) return false;
  const Day today = session.today();
  const bool held = draws_held_back(seed_on(summary, today), today);
  // Only the first greeting of a day records the draw, also with once = "login".
  const std::string& base = session.facts().state_home;
  if (base.empty()) return held;
  const auto is_first = session.files().claim(
      base + "/connect/trial.due", session.facts().now.seconds, next_day_starts(session));
  if (is_first && *is_first)
    save_unasked(session, new_record(session, Trial{today, held, held_back_share}));
  return held;
}

}  // namespace connect::app
