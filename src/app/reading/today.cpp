// `connect` without a command: today's suggestion, what was logged, and the streak. Writes nothing,
// so the suggestion does not count as shown.
#include "app/entries/suggest.hpp"
#include "app/perform.hpp"
#include "domain/suggest/prompt.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

std::vector<EntryText> entries_on(const History& history, Day day) {
  std::vector<EntryText> out;
  for (const EntryText& entry : history.recent)
    if (entry.said.day == day) out.push_back(entry);
  return out;
}

}  // namespace

Outcome perform(const cli::TodayArgs&, Session& session) {
  const auto history = session.history();
  if (!history) return session.fail(history.error());
  const Prompt prompt = todays_prompt(session, *history);
  const Streak streak = session.streak(*history);
  const auto logged = entries_on(*history, session.today());
  if (session.json())
    return session.text(
        render::today_json(prompt, streak, static_cast<std::uint32_t>(logged.size())));
  return session.page(render::today_page(prompt, streak, logged));
}

}  // namespace connect::app
