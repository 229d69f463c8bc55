// `connect` without a command: today's suggestion, what was logged, and the streak. Writes nothing,
// so the suggestion does not count as shown.
#include "app/entries/suggest.hpp"
#include "app/perform.hpp"
#include "domain/suggest/prompt.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {

Outcome perform(const cli::TodayArgs&, Session& session) {
  const auto summary = session.summary();
  if (!summary) return session.fail(summary.error());
  const Prompt prompt = todays_prompt(session, *summary);
  const Streak streak = session.streak(*summary);
  const auto logged = entries_on(*summary, session.today());
  if (session.json())
    return session.text(
        render::today_json(prompt, streak, static_cast<std::uint32_t>(logged.size())));
  return session.page(render::today_page(prompt, streak, logged));
}

}  // namespace connect::app
