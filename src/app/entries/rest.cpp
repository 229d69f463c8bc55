// `rest` marks days as rest days, or with --off as ordinary ones; alone it shows what is planned.
#include <algorithm>

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

/// The rest days that are not over, from the first day of their range.
std::vector<DayRange> planned(const DaySet& rests, Day today) {
  auto ranges = rests.ranges();
  std::erase_if(ranges, [&](const DayRange& range) { return range.until < today; });
  return ranges;
}

/// Points out the past days that words for days of next year may have meant.
void notice_just_over(const cli::RestArgs& args, Session& session) {
  if (!args.just_over) return;
  const auto& [since, until] = *args.just_over;
  session.notice("rest looks ahead, so this is in " + std::to_string(civil(args.days->since).year) +
                 "; for " + std::to_string(civil(since).year) + ": connect rest " +
                 (args.rest ? "" : "--off ") + iso(since) +
                 (since == until ? "" : ".." + iso(until)));
}

/// The answer when the days are rest days already, or with --off when none is one by `rest`.
Outcome no_change(Session& session, const Rested& said, const RestCalendar& rests) {
  const Day today = session.today();
  if (session.json()) return session.text(render::rests_json(planned(rests.days, today)));
  return session.page(said.rest ? render::rests_already_page(said.days, today)
                                : render::no_rest_page(said.days, rests, today));
}

/// The answer to `--off all` when nothing is planned.
Outcome nothing_planned(Session& session) {
  if (session.json()) return session.text(render::rests_json({}));
  render::Page page;
  page.line({{"No change: no rest days are planned"}}, 2);
  return session.page(page);
}

}  // namespace

Outcome perform(const cli::RestArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  Rested said{args.days.value_or(DayRange{session.today(), session.today()}), args.rest};
  if (args.all) {
    const auto ranges = planned(summary->rests, session.today());
    if (ranges.empty()) return nothing_planned(session);
    said.days.until = ranges.back().until;
  }
  notice_just_over(args, session);
  const int known = summary->rests.count(said.days);
  if (said.rest ? known == said.days.until - said.days.since + 1 : known == 0)
    return no_change(session, said, rest_calendar(session, *summary));
  // The latest record decides, so it must be later than one by a clock that ran ahead.
  const Record record = new_record(session, said, summary->last_rest);
  if (auto saved = save(session, record); !saved) return session.fail(saved.error());
  DaySet rests = summary->rests;
  if (said.rest)
    rests.add(said.days);
  else
    rests.remove(said.days);
  if (session.json())
    return session.text(render::rested_json(record.id, said, planned(rests, session.today())));
  return session.echo(render::rested_page(said, known, session.today()));
}

Outcome perform(const cli::RestsArgs&, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const auto ranges = planned(summary->rests, session.today());
  if (session.json()) return session.text(render::rests_json(ranges));
  return session.page(
      render::rests_page(ranges, rest_calendar(session, *summary), session.today()));
}

}  // namespace connect::app
