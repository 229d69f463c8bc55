#include "app/session.hpp"

#include <algorithm>
#include <utility>

#include "domain/text/name_folding.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"
#include "store/cache/appends.hpp"
#include "store/cache/summary_cache.hpp"
#include "store/format/codec.hpp"
#include "store/journal/drafts.hpp"
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

/// One second after `seconds`, in the zone of `now`, or in UTC if its local date would be in the
/// year 10000, which a ledger cannot hold. If it is so in UTC too: the same second, in a zone
/// further west where it is not.
Instant later_than(std::int64_t seconds, const Instant& now) {
  const std::int64_t last = instant_at(*day_of({9999, 12, 31}), 86399, 0).seconds;
  const std::int64_t beyond = (seconds + 59 - last) / 60;  // minutes
  if (seconds >= last) return {seconds, static_cast<std::int16_t>(-beyond)};
  const bool fits = seconds + 1 + std::int64_t{now.offset_minutes} * 60 <= last;
  return {seconds + 1, fits ? now.offset_minutes : std::int16_t{0}};
}

}  // namespace

Session::Session(const Facts& facts, Files& files, cli::Globals globals, Configured configured)
    : facts_(facts),
      files_(files),
      globals_(std::move(globals)),
      config_(configured.config),
      today_(today_of(facts, config_)),
      warnings_(std::move(configured.warnings)) {
  for (const auto& warning : warnings_) notice(warning);
}

Result<std::string> Session::ledger_path() const {
  return store::ledger_path(globals_.ledger, facts_);
}

Result<store::Reading> Session::read(Notes notes, const store::ReadHooks& hooks) {
  const auto path = ledger_path();
  if (!path) return path.error();
  auto reading = store::read_ledger(files_, *path, notes, hooks);
  if (!reading) return reading;
  if (auto accepted = accept(*reading, *path); !accepted) return accepted.error();
  return reading;
}

Status Session::add_notes(std::vector<EntryText>& entries) {
  const auto path = ledger_path();
  return path ? store::add_notes(files_, *path, entries) : path.error();
}

Result<Summary> Session::summary_from(const std::string& cache_home,
                                      std::optional<Day> details_since) {
  const auto path = ledger_path();
  if (!path) return path.error();
  const Question question{today_, {config_.rhythm, config_.rest_weekdays}, details_since};
  auto cached = store::read_summary(files_, *path, cache_home, question);
  if (!cached) return cached.error();
  if (auto accepted = accept(cached->report, *path); !accepted) return accepted.error();
  return std::move(cached->summary);
}

Result<Summary> Session::summary(std::optional<Day> details_since) {
  return summary_from(facts_.cache_home, details_since);
}

Result<Summary> Session::whole_summary() { return summary_from("", std::nullopt); }

std::string Session::note_of(const OpenKindness& kindness) {
  const auto path = ledger_path();
  return path ? store::kindness_note(files_, *path, kindness) : "";
}

Status Session::accept(const store::ReadReport& report, const std::string& path) {
  if (!report.is_ledger)
    return Error{ErrorKind::damaged,
                 path + " is not a connect ledger" + (saves_ ? "; nothing was written" : ""),
                 "use another file: --ledger FILE"};
  if (std::exchange(accepted_, true)) return success();
  if (report.is_empty) warn_of_loss(report, path);
  if (report.bad_lines > 0) notice_skipped(*this, report.bad_lines, report.problems, path);
  for (const auto& copy : report.skipped_in_copies)
    notice_skipped(*this, copy.bad_lines, copy.problems, copy.path);
  if (report.newer > 0)
    notice(report.newer == 1
               ? std::string("1 record was written by a newer connect; it is kept, but not counted")
               : std::to_string(report.newer) +
                     " records were written by a newer connect; they are kept, but not counted");
  return success();
}

/// A ledger that this machine has written to and that is now missing or empty is reported as lost,
/// not treated as a new one.
void Session::warn_of_loss(const store::ReadReport& report, const std::string& path) {
  if (!report.copies.empty()) return;
  const auto known = store::remembered(files_, facts_, path);
  if (known.empty()) return;
  // Another command may be creating the ledger; it writes to the journal first.
  if (files_.appears(path)) return;
  const std::string what = report.exists ? " is empty, but " : " is gone, but ";
  alarm("the ledger " + path + what + known + "; run connect doctor");
}

RestCalendar Session::rest_calendar(const Summary& summary) const {
  return {summary.rests, config_.rest_weekdays};
}

StreakLengths Session::streak_lengths(const Summary& summary) const {
  return connect::streak_lengths(summary, rest_calendar(summary), today_, config_.rhythm);
}

Streak Session::streak(const Summary& summary) const {
  return streak_of(summary, rest_calendar(summary), today_, config_.rhythm);
}

Status Session::save(const std::vector<Record>& records) {
  const auto lines = store::lines_of(records);
  return lines ? save(*lines, store::retry_of(records)) : lines.error();
}

Status Session::save(const std::vector<std::string>& lines, std::string_view retry) {
  return save(lines, store::Origin::here, retry);
}

Status Session::take_in(const std::vector<std::string>& lines, store::Origin origin) {
  if (lines.empty()) return success();
  return save(lines, origin, "run the same command again; nothing is merged twice");
}

Status Session::save(const std::vector<std::string>& lines, store::Origin origin,
                     std::string_view retry) {
  const auto path = ledger_path();
  if (!path) return path.error();
  const auto kept = store::add_to_journal(files_, facts_, *path, store::journal_text(lines, origin),
                                          Files::Care::ordered);
  if (auto done = append(*path, store::joined(lines), retry); !done) {
    // Lines that may be on disk all the same are not disowned.
    if (kept && !done.error().may_be_saved)
      store::disown(files_, facts_, *path, lines, new_record({}));
    return done;
  }
  // The records are saved, so a journal that cannot be written is only a message, and only one.
  if (!kept && !std::exchange(journal_missed_, true))
    notice("saved to the ledger, but not to the safety journal: " +
           store::without_verdict(kept.error().message));
  return success();
}

Status Session::append(const std::string& path, std::string_view lines, std::string_view retry) {
  const auto appended = files_.append(path, lines, Files::Care::durable);
  if (!appended) {
    Error error = appended.error();
    if (error.may_be_saved) error.hint = retry;
    return error;
  }
  if (!appended->notice.empty()) notice(appended->notice);
  store::note_append(files_, facts_.cache_home, *appended);
  saved_ = true;
  return success();
}

std::vector<std::string> Session::journals() const {
  const auto path = ledger_path();
  return path ? store::journals_of(files_, facts_, *path).all() : std::vector<std::string>{};
}

Status Session::confirm() {
  const auto path = ledger_path();
  if (!path) return path.error();
  return files_.confirm(*path);
}

void Session::save_unasked(const Record& record) {
  const auto path = ledger_path();
  const auto lines = store::lines_of({record});
  if (!path || !lines) return;
  const std::string text = store::joined(*lines);
  const auto appended = files_.append(*path, text, Files::Care::best_effort);
  if (!appended) return;
  store::note_append(files_, facts_.cache_home, *appended);
  // The ledger is written first here: a failure is not reported, so the journal must not hold a
  // record that the ledger lacks.
  static_cast<void>(store::add_to_journal(files_, facts_, *path, text, Files::Care::best_effort));
}

Record Session::new_record(Body body, const Stamp& after) {
  auto random = facts_.random;
  const std::uint32_t number = records_made_++;
  random[0] = static_cast<std::uint8_t>(random[0] + number);
  for (std::size_t i = 0; i < 3; ++i)  // the counter makes ids distinct
    random[9 - i] = static_cast<std::uint8_t>(random[9 - i] ^ number >> 8 * i);
  const bool is_later = after == Stamp{} || facts_.now.seconds > after.seconds;
  const Instant at = is_later ? facts_.now : later_than(after.seconds, facts_.now);
  std::int64_t millisecond = at.seconds * 1000 + facts_.millisecond;
  // Of two records with the same second the one with the greater id is the later one.
  if (at.seconds == after.seconds)
    millisecond = std::max(millisecond, static_cast<std::int64_t>(after.id.high >> 16) + 1);
  return {uuid_text(new_id(millisecond, random)), at, std::move(body)};
}

void Session::notice_near_miss(const Names& known, const std::string& name, bool saved) {
  if (known.find(name)) return;
  std::vector<std::string> others;
  for (NameIndex i = 0; i < known.size(); ++i) others.push_back(known.display(i));
  std::ranges::sort(others);  // independent of the order of records
  if (const auto close = nearest_name(name, others))
    notice(name + " is a new name; did you mean " + *close +
           (saved ? "? connect undo takes this back" : "?"));
}

void Session::notice(std::string text) {
  if (!globals_.quiet) alarm(std::move(text));
}

void Session::alarm(std::string text) { notices_.line({{"connect: " + std::move(text)}}, 2); }

render::Surface Session::surface(const Stream& stream) const {
  using Colour = cli::Globals::Colour;
  const bool colour =
      globals_.colour == Colour::always || (globals_.colour == Colour::automatic && stream.colour);
  // Lines for a program are not wrapped, so that a command in a hint can be copied.
  constexpr int unbroken = 1 << 20;
  const bool is_piped_error = !stream.terminal && &stream == &facts_.err;
  return {colour, facts_.utf8, is_piped_error ? unbroken : facts_.columns};
}

Outcome Session::page(const render::Page& page) const {
  return text(render::painted(page, surface(facts_.out)));
}

Outcome Session::echo(const render::Page& page) const {
  return globals_.quiet ? text("") : this->page(page);
}

Outcome Session::text(std::string text) const { return finished({0, std::move(text), "", false}); }

bool Session::is_ledger(const std::string& path) const {
  const auto ledger = ledger_path();
  const auto kept = ledger ? files_.state(*ledger) : std::nullopt;
  const auto named = files_.state(path);
  return kept && named && kept->device == named->device && kept->inode == named->inode;
}

Outcome Session::file(const std::string& path, std::string_view bytes, bool replace,
                      std::string_view what) {
  if (is_ledger(path))
    return fail(usage_error(path + " is the ledger; nothing was written",
                            "choose another file for the " + std::string(what)));
  if (const auto written = files_.write(path, bytes, replace); !written)
    return fail(written.error());
  notice("wrote " + path);
  return text("");
}

void Session::drop_draft() {
  if (!draft_.empty()) store::remove_draft(files_, std::exchange(draft_, {}));
}

Outcome Session::fail(Error error) const {
  Outcome outcome;
  if (!draft_.empty()) error.hint += "; " + store::draft_remedy(draft_);
  // Every such error of a saving command begins with the same words.
  if (saves_ && error.kind == ErrorKind::not_saved && !error.message.starts_with(store::verdict))
    error.message.insert(0, store::verdict);
  outcome.code = exit_code(error.kind);
  outcome.err = render::painted(render::error_page(error), surface(facts_.err));
  const bool is_certain = saves_ && !error.may_be_saved;
  if (json())
    outcome.out = render::error_json(error, is_certain ? std::optional(saved_) : std::nullopt);
  return finished(std::move(outcome));
}

Outcome Session::finished(Outcome outcome) const {
  outcome.err = render::painted(notices_, surface(facts_.err)) + outcome.err;
  outcome.saved = saved_;
  return outcome;
}

}  // namespace connect::app
