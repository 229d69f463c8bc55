#include "app/perform.hpp"
#include "app/suggest.hpp"
#include "connect/prompt.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"

namespace connect::app {
namespace {

std::vector<EntryText> entries_on(const Ledger& ledger, Day day) {
  std::vector<EntryText> out;
  for (const Entry& entry : ledger.entries())
    if (entry.day == day) out.push_back(ledger.told(entry));
  return out;
}

}  // namespace

Outcome perform(const cli::TodayArgs&, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const History history = history_of(reading->ledger);
  const Prompt prompt = todays_prompt(session, history);
  const Streak streak = session.streak(history);
  const auto logged = entries_on(reading->ledger, session.today());
  if (session.json())
    return session.text(
        render::today_json(prompt, streak, static_cast<std::uint32_t>(logged.size())));
  return session.page(render::today_page(prompt, streak, logged));
}

}  // namespace connect::app
