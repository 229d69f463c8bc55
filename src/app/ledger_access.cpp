#include "app/ledger_access.hpp"

#include <utility>

#include "store/cache/summary_cache.hpp"
#include "store/journal/journal.hpp"
#include "store/reading/notes_reader.hpp"

namespace connect::app {
namespace {

/// The numbers of bad lines: "3", or "3, 7, 9 and 4 more".
std::string line_numbers(std::size_t bad_lines, const std::vector<store::Problem>& problems) {
  constexpr std::size_t shown = 3;
  std::string text;
  std::size_t named = 0;
  for (const auto& problem : problems) {
    if (problem.damage != store::Damage::bad_line && problem.damage != store::Damage::foreign)
      continue;
    if (named == shown) break;
    text.append(named++ == 0 ? "" : ", ").append(std::to_string(problem.line));
  }
  if (bad_lines > named) text += " and " + std::to_string(bad_lines - named) + " more";
  return text;
}

void notice_skipped(Session& session, std::size_t bad_lines,
                    const std::vector<store::Problem>& problems, const std::string& file) {
  const bool is_one = bad_lines == 1;
  session.notice((is_one ? "skipped line " : "skipped lines ") + line_numbers(bad_lines, problems) +
                 " of " + file +
                 (is_one ? ", which cannot be read; it stays in the file"
                         : ", which cannot be read; they stay in the file"));
}

/// A ledger that this machine has written to and that is now missing or empty is reported as lost,
/// not treated as a new one.
void warn_of_loss(Session& session, const store::ReadReport& report, const std::string& path) {
  if (!report.copies.empty()) return;
  const auto known = store::remembered(session.files(), session.facts(), path);
  if (known.empty()) return;
  // Another command may be creating the ledger; it writes to the journal first.
  if (session.files().appears(path)) return;
  const std::string what = report.exists ? " is empty, but " : " is gone, but ";
  session.alarm("the ledger " + path + what + known + "; run connect doctor");
}

/// Messages about what was found; an error if the file is not a ledger.
Status accept(Session& session, const store::ReadReport& report, const std::string& path) {
  if (!report.is_ledger)
    return Error{
        ErrorKind::damaged,
        path + " is not a connect ledger" + (session.saves() ? "; nothing was written" : ""),
        std::string(foreign_file_hint)};
  if (!session.is_first_read()) return success();
  if (report.is_empty) warn_of_loss(session, report, path);
  if (report.bad_lines > 0) notice_skipped(session, report.bad_lines, report.problems, path);
  for (const auto& copy : report.skipped_in_copies)
    notice_skipped(session, copy.bad_lines, copy.problems, copy.path);
  if (report.newer > 0)
    session.notice(
        report.newer == 1
            ? std::string("1 record was written by a newer connect; it is kept, but not counted")
            : std::to_string(report.newer) +
                  " records were written by a newer connect; they are kept, but not counted");
  return success();
}

Result<Summary> summary_from(Session& session, const std::string& cache_home,
                             std::optional<Day> details_since, bool with_people = true) {
  const auto path = ledger_path(session);
  if (!path) return path.error();
  const Config& config = session.config();
  const Question question{
      session.today(), {config.rhythm, config.rest_weekdays}, details_since, with_people};
  auto cached = store::read_summary(session.files(), *path, cache_home, question);
  if (!cached) return cached.error();
  if (auto accepted = accept(session, cached->report, *path); !accepted) return accepted.error();
  return std::move(cached->summary);
}

}  // namespace

Result<std::string> ledger_path(const Session& session) {
  return store::ledger_path(session.globals().ledger, session.facts());
}

std::vector<std::string> journals(const Session& session) {
  const auto path = ledger_path(session);
  return path ? store::journals_of(session.files(), session.facts(), *path).all()
              : std::vector<std::string>{};
}

Result<store::Reading> read_ledger(Session& session, Notes notes, const store::ReadHooks& hooks) {
  const auto path = ledger_path(session);
  if (!path) return path.error();
  auto reading = store::read_ledger(session.files(), *path, notes, hooks);
  if (!reading) return reading;
  if (auto accepted = accept(session, *reading, *path); !accepted) return accepted.error();
  return reading;
}

Status add_notes(const Session& session, std::vector<EntryText>& entries) {
  const auto path = ledger_path(session);
  return path ? store::add_notes(session.files(), *path, entries) : path.error();
}

Result<Ledger> read_suggestions(const Session& session, const store::RecordIds& ids) {
  const auto path = ledger_path(session);
  if (!path) return path.error();
  return store::read_suggestions(session.files(), *path, ids);
}

Result<Summary> read_summary(Session& session, std::optional<Day> details_since) {
  return summary_from(session, session.facts().cache_home, details_since);
}

Result<Summary> read_days(Session& session) {
  return summary_from(session, session.facts().cache_home, std::nullopt, false);
}

Result<Summary> read_whole_summary(Session& session) {
  return summary_from(session, "", std::nullopt);
}

std::optional<Ledger> read_entries(const Session& session, const Summary& summary,
                                   std::span<const EntryRef> latest) {
  const auto path = ledger_path(session);
  return path ? store::read_entries(session.files(), *path, summary, latest) : std::nullopt;
}

std::string note_of(const Session& session, const OpenNote& open) {
  const auto path = ledger_path(session);
  return path ? store::note_of(session.files(), *path, open) : "";
}

RestCalendar rest_calendar(const Session& session, const Summary& summary) {
  return {summary.rests, session.config().rest_weekdays};
}

Streak streak_today(const Session& session, const Summary& summary) {
  return streak_of(summary, rest_calendar(session, summary), session.today(),
                   session.config().rhythm);
}

StreakLengths lengths_today(const Session& session, const Summary& summary) {
  return streak_lengths(summary, rest_calendar(session, summary), session.today(),
                        session.config().rhythm);
}

}  // namespace connect::app
