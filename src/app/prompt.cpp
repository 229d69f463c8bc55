#include "connect/prompt.hpp"

#include "app/perform.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"

namespace connect::app {

Outcome perform(const cli::PromptArgs&, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const History history = history_of(reading->ledger);
  const Prompt prompt = prompt_of(history, session.today());
  // Once shown, it is the suggestion of the day for every shell and machine.
  if (prompt.record.empty())
    session.note_in_passing(session.new_record(
        Prompted{session.today(), prompt.act, prompt.suggestion, prompt.person, ""}));
  const DayActs* acts = acts_on(history, session.today());
  const bool done = acts != nullptr && acts->counts[index(prompt.act)] > 0;
  if (session.json()) return session.text(render::prompt_json(prompt, session.today(), done));
  return session.page(render::prompt_page(prompt, done));
}

}  // namespace connect::app
