// `connect` without a command: today's suggestion, what was logged, who is due, and the streak.
// Writes nothing, so the suggestion does not count as shown.
#include <algorithm>
#include <iterator>

#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/suggest/person_choice.hpp"
#include "domain/suggest/prompt.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

/// The entries of today, oldest first.
Result<std::vector<EntryText>> entries_today(Session& session, const Summary& summary) {
  const Day today = session.today();
  const std::size_t count = count_on(summary.days, today);
  std::vector<EntryRef> latest;
  std::ranges::copy_if(summary.latest, std::back_inserter(latest),
                       [&](const EntryRef& each) { return each.day == today; });
  auto ledger = latest.size() == count ? read_entries(session, summary, latest) : std::nullopt;
  if (!ledger) {
    auto reading = read_ledger(session, Notes::leave);
    if (!reading) return reading.error();
    ledger = std::move(reading->ledger);
  }
  std::vector<EntryText> entries;
  for (const Entry& entry : ledger->entries())
    if (entry.day == today) entries.push_back(ledger->entry_text(entry));
  return entries;
}

/// "Maya: birthday", for each date that falls on this day.
std::vector<std::string> dates_today(const Summary& summary, Day today) {
  std::vector<std::string> out;
  for (const auto& [person, date] : dates_on(summary, today))
    out.push_back(person->name + ": " + date->what);
  return out;
}

}  // namespace

Outcome perform(const cli::TodayArgs&, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const Prompt prompt = todays_prompt(session, *summary);
  const bool done = is_done(prompt, acts_on(*summary, session.today()));
  const Streak streak = streak_today(session, *summary);
  const auto due = names_of(overdue_people(*summary, session.today()));
  auto asks = names_of(due_asks(*summary, session.today()));
  // Once for each person, however many follow-ups.
  for (auto name = asks.begin(); name != asks.end(); ++name)
    asks.erase(std::remove(name + 1, asks.end(), *name), asks.end());
  if (session.json())
    return session.text(
        render::today_json(prompt, streak, count_on(summary->days, session.today()), due, asks));
  const auto logged = entries_today(session, *summary);
  if (!logged) return session.fail(logged.error());
  return session.page(render::today_page(prompt, done, streak, *logged, due, asks,
                                         dates_today(*summary, session.today())));
}

}  // namespace connect::app
