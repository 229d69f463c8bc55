// `report`: renders the report of a period in one of eight formats.
#include "domain/report/report.hpp"

#include <algorithm>

#include "app/entries/entry_named.hpp"
#include "app/entries/kindnesses.hpp"
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/reading/matching.hpp"
#include "domain/report/chapters.hpp"
#include "domain/text/shell_word.hpp"
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

struct Reported {
  Report report;
  std::optional<Chapters> chapters;  // of the page of a long period
  std::optional<EntryText> quote;
};

/// The report as bytes; text without colour and for 80 columns, as for a file.
std::string formatted(const Reported& reported, const cli::ReportArgs& args) {
  const Report& report = reported.report;
  switch (args.format) {
    case Format::json: return render::report_json(report, args.wish.with_notes);
    case Format::ndjson: return render::report_ndjson(report);
    case Format::csv: return render::report_rows(report, Separator::comma, Formulas::guarded);
    case Format::tsv: return render::report_rows(report, Separator::tab, Formulas::guarded);
    case Format::md: return render::report_markdown(report);
    case Format::svg: return render::report_svg(report);
    case Format::html: return render::report_html(report, reported.chapters, reported.quote);
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

/// Whether the page of this report may have chapters: "all" may turn out to be short.
bool is_long_page(const cli::ReportArgs& args, Day today) {
  return args.format == Format::html && has_chapters(args.wish.period, today);
}

/// What needs the entries themselves: hours, notes, and the chapters of a long page. `wish`: with
/// initials if the report is redacted.
void add_from_entries(Reported& reported, const Ledger& ledger, const Summary& summary,
                      const cli::ReportArgs& args, const ReportWish& wish, Session& session) {
  Report& report = reported.report;
  const int day_start = session.config().preferences.day_start;
  if (wish.by == By::hour) count_hours(report, ledger, day_start);
  if (wish.with_notes) add_entries(report, ledger, session);
  if (!is_long_page(args, session.today()) || !has_chapters(report.period, report.today)) return;
  Chapters& chapters = reported.chapters.emplace(
      chapters_of(report, ledger, rest_calendar(session, summary), wish.initials, day_start));
  if (wish.with_notes) add_suggested(session, chapters.memories);
  for (auto& kindness : kindnesses_of(ledger, summary, report.so_far().until)) {
    if (!report.so_far().contains(kindness.day)) continue;
    const auto person = summary.people.find(kindness.person);
    if (person && wish.redacted) kindness.person = wish.initials[*person];
    if (!wish.with_notes) kindness.text.clear();
    chapters.kindnesses.push_back(std::move(kindness));
  }
}

/// The report of a selection, from a ledger that has nothing else.
Result<Reported> report_of_selection(const cli::ReportArgs& args, Session& session) {
  ReportWish wish = args.wish;
  auto found = selected(wish.selection, wish.with_notes ? Notes::keep : Notes::leave, wish.redacted,
                        session);
  if (!found) return found.error();
  wish.initials = std::move(found->initials);
  const Summary summary = summary_of(found->ledger);
  Reported out;
  out.report =
      report_of(summary, wish, streak_today(session, summary), rest_calendar(session, summary));
  out.report.week_start = session.config().week_start;
  add_from_entries(out, found->ledger, summary, args, wish, session);
  if (found->near_miss)
    session.notice("did you mean " + *found->near_miss + "?");
  else if (summary.entries == 0 && !wish.selection.texts.empty() && !args.filter.period)
    session.notice("for a period, " + std::string(period_grammar()));
  return out;
}

/// The report without a quote. What needs entries needs the whole ledger; else the cached summary
/// is enough.
Result<Reported> report_for(const cli::ReportArgs& args, Session& session) {
  if (!args.wish.selection.empty()) return report_of_selection(args, session);
  ReportWish wish = args.wish;
  const auto report_from = [&](const Summary& summary) {
    if (summary.entries == 0 && args.format == Format::text) notice_nothing_logged(session);
    Reported out;
    out.report =
        report_of(summary, wish, streak_today(session, summary), rest_calendar(session, summary));
    out.report.week_start = session.config().week_start;
    return out;
  };
  if (!wish.with_notes && wish.by != By::hour && !is_long_page(args, session.today())) {
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
  const Summary summary = summary_of(reading->ledger);
  if (wish.redacted) wish.initials = initials(summary);
  Reported out = report_from(summary);
  add_from_entries(out, reading->ledger, summary, args, wish, session);
  return out;
}

/// The entry whose note closes the page, whatever the report is limited to.
Result<EntryText> quoted(const std::string& ending, Session& session) {
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return reading.error();
  const auto entry = entry_named(session, reading->ledger, ending);
  if (!entry) return entry.error();
  std::vector<EntryText> found = {reading->ledger.entry_text(**entry)};
  if (const auto added = add_notes(session, found); !added) return added.error();
  if (found.front().said.note.empty())
    return usage_error("the entry \"" + ending + "\" has no note to quote",
                       "connect amend " + shell_word(ending) + " -m NOTE adds one");
  return std::move(found.front());
}

}  // namespace

Outcome perform(const cli::ReportArgs& given, Session& session) {
  cli::ReportArgs args = given;
  if (const auto accepted = accept_words(args.filter, session); !accepted)
    return session.fail(accepted.error());
  args.wish.selection = args.filter.selection;
  auto found = report_for(args, session);
  if (!found) return session.fail(found.error());
  if (args.quote) {
    auto quote = quoted(*args.quote, session);
    if (!quote) return session.fail(quote.error());
    found->quote = *std::move(quote);
  }
  if (!args.output.empty())
    return session.file(args.output, formatted(*found, args), args.force, "report");
  if (args.format == Format::text)
    return session.page(render::report_page(found->report, session.columns()));
  return session.text(formatted(*found, args));
}

}  // namespace connect::app
