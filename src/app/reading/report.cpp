// `report`: renders the report of a period in one of eight formats.
#include "domain/report/report.hpp"

#include <algorithm>

#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/reading/matching.hpp"
#include "domain/time/periods.hpp"
#include "render/html/html.hpp"
#include "render/json.hpp"
#include "render/markdown.hpp"
#include "render/svg/svg.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/rows.hpp"

namespace connect::app {
namespace {

using cli::Format;
using render::Formulas;
using render::Separator;

/// The report as bytes; text without colour and for 80 columns, as for a file.
std::string formatted(const Report& report, const cli::ReportArgs& args) {
  switch (args.format) {
    case Format::json: return render::report_json(report, args.wish.with_notes);
    case Format::ndjson: return render::report_ndjson(report);
    case Format::csv: return render::report_rows(report, Separator::comma, Formulas::guarded);
    case Format::tsv: return render::report_rows(report, Separator::tab, Formulas::guarded);
    case Format::md: return render::report_markdown(report);
    case Format::svg: return render::report_svg(report);
    case Format::html: return render::report_html(report);
    case Format::text:
    case Format::ics: break;
  }
  return render::painted(render::report_page(report, 80), {false, true, 80});
}

/// Adds the entries, with their notes or what they took up.
void add_entries(Report& report, const Ledger& ledger, Session& session) {
  add_notes(report, ledger);
  add_suggested(session, report.entries);
}

/// The report of a selection, from a ledger that has nothing else.
Result<Report> report_of_selection(const cli::ReportArgs& args, Session& session) {
  ReportWish wish = args.wish;
  auto found = selected(wish.selection, wish.with_notes ? Notes::keep : Notes::leave, wish.redacted,
                        session);
  if (!found) return found.error();
  wish.initials = std::move(found->initials);
  const Summary summary = summary_of(found->ledger);
  Report report =
      report_of(summary, wish, streak_today(session, summary), rest_calendar(session, summary));
  report.week_start = session.config().week_start;
  if (wish.by == By::hour)
    count_hours(report, found->ledger, session.config().preferences.day_start);
  if (wish.with_notes) add_entries(report, found->ledger, session);
  if (found->near_miss)
    session.notice("did you mean " + *found->near_miss + "?");
  else if (summary.entries == 0 && !wish.selection.texts.empty() && !args.filter.period)
    session.notice("for a period, " + std::string(period_grammar()));
  return report;
}

/// The report. Notes need the whole ledger; without them the cached summary is enough.
Result<Report> report_for(const cli::ReportArgs& args, Session& session) {
  if (!args.wish.selection.empty()) return report_of_selection(args, session);
  const ReportWish& wish = args.wish;
  const auto report_from = [&](const Summary& summary) {
    if (summary.entries == 0 && args.format == Format::text) notice_nothing_logged(session);
    Report report =
        report_of(summary, wish, streak_today(session, summary), rest_calendar(session, summary));
    report.week_start = session.config().week_start;
    return report;
  };
  if (!wish.with_notes && wish.by != By::hour) {
    // Feelings are compared with those of the year that ends with the period. Initials are numbered
    // in the order in which people were first met, so they need all days.
    const Day year = std::min(wish.period.until, session.today()) - 364;
    const Day before = period_before(wish.period, session.today()).since;
    const Day since = wish.redacted ? *day_of({1, 1, 1}) : std::min(before, year);
    const auto summary = read_summary(session, since);
    if (!summary) return summary.error();
    return report_from(*summary);
  }
  const auto reading = read_ledger(session, wish.with_notes ? Notes::keep : Notes::leave);
  if (!reading) return reading.error();
  Report report = report_from(summary_of(reading->ledger));
  if (wish.by == By::hour)
    count_hours(report, reading->ledger, session.config().preferences.day_start);
  if (wish.with_notes) add_entries(report, reading->ledger, session);
  return report;
}

}  // namespace

Outcome perform(const cli::ReportArgs& given, Session& session) {
  cli::ReportArgs args = given;
  if (const auto accepted = accept_words(args.filter, session); !accepted)
    return session.fail(accepted.error());
  args.wish.selection = args.filter.selection;
  const auto found = report_for(args, session);
  if (!found) return session.fail(found.error());
  const Report& report = *found;
  if (!args.output.empty())
    return session.file(args.output, formatted(report, args), args.force, "report");
  if (args.format == Format::text)
    return session.page(render::report_page(report, session.columns()));
  return session.text(formatted(report, args));
}

}  // namespace connect::app
