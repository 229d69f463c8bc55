// `streak`: the current and the longest streak, for all acts or for one.
#include "domain/streak/streak.hpp"

#include "app/entries/entry_parts.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/reading/matching.hpp"
#include "domain/streak/streak_days.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

constexpr int weeks_shown = 12;     // in the sparkline
constexpr int days_explained = 28;  // by --explain

/// The totals of all entries, or of those with certain people, whom it spells as the ledger does.
Result<Summary> summary_for(cli::StreakArgs& args, Session& session) {
  if (args.with.empty()) {
    // The cached summary does not hold the strength of a single act, so every day is read.
    return session.json() && args.act ? read_whole_summary(session) : read_days(session);
  }
  const auto everybody = read_summary(session);
  if (!everybody) return everybody.error();
  Selection selection{{}, args.with, {}, {}};
  settle_names(selection, args.name_words, everybody->people, everybody->tags);
  args.with = selection.with;
  const auto found = selected(selection, Notes::leave, false, session);
  if (!found) return found.error();
  if (found->near_miss) session.notice("did you mean " + *found->near_miss + "?");
  return summary_of(found->ledger);
}

}  // namespace

Outcome perform(const cli::StreakArgs& given, Session& session) {
  cli::StreakArgs args = given;
  const auto summary = summary_for(args, session);
  if (!summary) return session.fail(summary.error());
  const auto& with = args.with;
  const RestCalendar rests = rest_calendar(session, *summary);
  if (session.json() && args.act)
    return session.text(render::streak_json(
        streak_of(*summary, rests, session.today(), session.config().rhythm, *args.act), args.act,
        with));
  const Streak streak = streak_today(session, *summary);
  if (session.json()) return session.text(render::streak_json(streak, std::nullopt, with));
  render::Page page =
      args.act || !with.empty()
          ? render::selected_streak_page(streak, args.act, with)
          : render::streak_page(streak,
                                weekly_strength(*summary, rests, session.today(), weeks_shown));
  if (args.explain && first_acted(*summary, session.today(), args.act)) {
    page.blank();
    page.append(render::explained_page(
        streak_days(*summary, args.act, rests, session.today(), streak.rhythm, days_explained),
        streak, args.act, session.config().week_start));
  }
  return session.page(page);
}

}  // namespace connect::app
