#include "app/entries/once.hpp"

#include "domain/suggest/greeting.hpp"

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

}  // namespace connect::app
