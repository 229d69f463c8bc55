// `streak`: the current and the longest streak, for all acts or for one.
#include "domain/streak/streak.hpp"

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/streak/streak_days.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

constexpr int weeks_shown = 12;     // in the sparkline
constexpr int days_explained = 28;  // by --explain

}  // namespace

Outcome perform(const cli::StreakArgs& args, Session& session) {
  // The summary does not hold the strength of a single act, so every day is read.
  const auto summary =
      session.json() && args.act ? read_whole_summary(session) : read_summary(session);
  if (!summary) return session.fail(summary.error());
  const RestCalendar rests = rest_calendar(session, *summary);
  if (session.json() && args.act)
    return session.text(render::streak_json(
        streak_of(*summary, rests, session.today(), session.config().rhythm, *args.act), args.act));
  const Streak streak = streak_today(session, *summary);
  if (session.json()) return session.text(render::streak_json(streak, std::nullopt));
  render::Page page =
      args.act ? render::act_streak_page(streak, *args.act)
               : render::streak_page(
                     streak, weekly_strength(*summary, rests, session.today(), weeks_shown));
  if (args.explain && first_acted(*summary, session.today(), args.act)) {
    page.blank();
    page.append(render::explained_page(
        streak_days(*summary, args.act, rests, session.today(), streak.rhythm, days_explained),
        streak, args.act, session.config().week_start));
  }
  return session.page(page);
}

}  // namespace connect::app
