// `log` and `done`: append an act to the ledger. `done` logs the act of today's suggestion, or with
// --on that of the suggestion of that day.
#include <algorithm>

#include "app/entries/entry_parts.hpp"
#include "app/entries/follow_ups.hpp"
#include "app/entries/loose_words.hpp"
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "cli/guesses.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/summary/summary.hpp"
#include "domain/text/shell_word.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

/// The user's day on which a record was written.
Day day_written(const Record& record, int day_start) {
  const std::int64_t seconds = written_at(record.id).value_or(record.at.seconds * 1000) / 1000;
  return local_day({seconds, record.at.offset_minutes}, day_start);
}

/// The suggestion of an earlier day on which none was recorded, as plain `connect` shows it: made
/// from the ledger as it was on that day.
Result<Prompt> unrecorded_suggestion(Session& session, Day day) {
  Fold fold(Notes::leave);
  const auto add_early = [&](const Record& record) {
    if (day_written(record, session.config().preferences.day_start) <= day) fold.add(record);
  };
  if (auto read = read_ledger(session, Notes::leave, {{}, add_early}); !read) return read.error();
  const Ledger then = std::move(fold).settled();
  // The ledger may have begun with this command, the day after the first suggestion was shown.
  if (then.records() == 0 && day < session.today() - 1)
    return usage_error("no suggestion was shown on " + iso(day) + "; nothing was saved",
                       "connect log ACT --on " + iso(day));
  const Summary summary = summary_of(then);
  return prompt_of(summary, day, read_bank(session, summary, day), session.config().preferences);
}

/// The suggestion that `done` logs: today's, or that of an earlier day.
Result<Prompt> suggestion_of(Session& session, const Summary& summary, Day day) {
  if (day == session.today()) return todays_prompt(session, summary);
  const auto suggestions = resolved_suggestions(summary);
  const ResolvedSuggestion* found = suggestion_for(suggestions, day);
  if (found == nullptr) return unrecorded_suggestion(session, day);
  Prompt prompt;
  prompt.record = summary.id_text(found->shown->stamp.id);
  prompt.act = found->act;
  prompt.person = found->shown->person;
  return prompt;
}

/// The error for `done listen` and `done undo`, where the act or the command may be meant, or a
/// note of one word.
std::optional<Error> doubtful_act(const Prompt& prompt, const cli::EntryArgs& entry) {
  if (entry.note.empty() || entry.loose != entry.note.size()) return std::nullopt;
  const std::string people = signed_words("@", entry.with);
  const std::string as_note =
      "; for a note: connect done" + people + " -m " + shell_word(entry.note);
  if (const auto meant = cli::act_from_phrase(entry.note))
    return usage_error("\"" + entry.note +
                           "\" could be the act or a note; done logs the act that " +
                           "was suggested: " + std::string(slug(prompt.act)),
                       "for the act: connect log " + std::string(slug(*meant)) + people + as_note);
  if (cli::find_command(entry.note) == nullptr) return std::nullopt;
  return usage_error("\"" + entry.note + "\" could be a command or a note",
                     "for the command: connect " + entry.note + as_note);
}

/// Messages about likely slips with `done`: the note begins with another act, or this act was
/// logged already.
void notice_done_slips(Session& session, const Summary& summary, const Prompt& prompt, Day day,
                       const cli::EntryArgs& entry) {
  const bool is_today = day == session.today();
  const auto first = entry.note.find(' ');
  auto meant = act_from_word(entry.note.substr(0, first));
  for (const auto end : {first, entry.note.find(' ', std::min(first, entry.note.size()) + 1)})
    if (!meant) meant = cli::act_guess(entry.note.substr(0, end));
  if (meant && *meant != prompt.act)
    session.notice((is_today ? "done logs the act of today's suggestion, "
                             : "done logs the act of that day's suggestion, ") +
                   std::string(slug(prompt.act)) + "; for another act: connect " +
                   (entry.dry_run ? "log " : "amend ") + std::string(slug(*meant)));
  const DayActs* acts = acts_on(summary, day);
  if (acts != nullptr && acts->counts[index(prompt.act)] > 0)
    session.notice(is_today ? "you already logged this act today; this adds another"
                            : "you already logged this act on that day; this adds another");
}

Logged logged_from(const cli::EntryArgs& entry, Act act, Day day, const Summary& summary) {
  Logged said;
  said.day = day;
  said.act = act;
  said.with = known_people(summary.people, entry.with);
  said.tags = known_spellings(summary.tags, entry.tags);
  said.note = entry.note;
  said.before = entry.before;
  said.felt = entry.felt;
  return said;
}

/// The summary with every day from `day` on listed one by one; for `done` on an earlier day also
/// with every suggestion and its id, which only the whole ledger has.
Result<Summary> summary_since(Session& session, Day day, bool takes_suggestion) {
  if (takes_suggestion && day != session.today()) return read_whole_summary(session);
  auto summary = read_summary(session);
  if (summary && summary->before && day < summary->before->streaks.until)
    return read_whole_summary(session);
  return summary;
}

/// `lead`: words before the entry; empty if it was simply logged. `closed`: the texts of what it
/// closes; `ask`: the record of the follow-up that was saved with it, or null.
Outcome log_answer(Session& session, const cli::LogArgs& args, const EntryText& entry, int streak,
                   std::string_view lead, bool saved, const std::vector<std::string>& closed = {},
                   const Record* ask = nullptr) {
  if (session.json())
    return session.text(
        render::entry_saved_json(args.act ? "log" : "done", entry, saved, streak, ask));
  auto page =
      render::saved_page(entry, lead, session.today(), streak, args.entry.minutes.has_value());
  page.append(
      render::closing_lines(closed, ask ? &std::get<Asked>(ask->body) : nullptr, session.today()));
  return saved ? session.echo(page) : session.page(page);
}

const Entry* find_entry(std::span<const Entry> entries, const std::string& id) {
  const auto found = std::ranges::find(entries, id_from_text(id), &Entry::id);
  return id.empty() || found == entries.end() ? nullptr : &*found;
}

Error taken_id(const std::string& id, std::string_view by) {
  return usage_error("the id \"" + id + "\" belongs to " + std::string(by) + "; nothing was saved",
                     "choose another --id, or leave --id out");
}

/// Why a new entry cannot have this id; nothing if it can.
std::optional<Error> unfit_new_id(const Ledger& ledger, const std::string& text) {
  const Id id = id_from_text(text);
  const auto is_prompt = [&](const ShownSuggestion& shown) { return shown.stamp.id == id; };
  if (ledger.is_forgotten(id)) return taken_id(text, "an entry that was forgotten");
  if (find_entry(ledger.removed(), text) != nullptr)
    return taken_id(text, "an entry that was removed");
  if (ledger.knows(id) || std::ranges::any_of(ledger.suggestions(), is_prompt))
    return taken_id(text, "another record");
  return std::nullopt;
}

/// The answer if an entry with the given --id is in the ledger already, so that repeating a command
/// changes nothing; nullopt for a new id; an error for an id that another record has.
Result<std::optional<Outcome>> known_before(Session& session, const cli::LogArgs& given) {
  if (given.entry.id.empty()) return std::optional<Outcome>();
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return reading.error();
  const Ledger& ledger = reading->ledger;
  const Entry* known = find_entry(ledger.entries(), given.entry.id);
  if (known == nullptr) {
    if (auto error = unfit_new_id(ledger, given.entry.id)) return *std::move(error);
    return std::optional<Outcome>();
  }
  // The process that wrote it may have ended before the line was on disk, so it is synced now.
  if (!given.entry.dry_run)
    if (auto confirmed = confirm(session); !confirmed)
      return std::optional(session.fail(confirmed.error()));
  return std::optional(log_answer(session, given, ledger.entry_text(*known),
                                  lengths_today(session, summary_of(ledger)).current,
                                  "Already saved: ", true));
}

}  // namespace

Outcome perform(const cli::LogArgs& given, Session& session) {
  cli::EntryArgs args = given.entry;
  const auto before = known_before(session, given);  // before an editor opens
  if (!before) return session.fail(before.error());
  if (*before) return **before;
  const Day day = args.day.value_or(session.today());
  if (auto past = not_ahead(args, session, day); !past) return session.fail(past.error());
  if (args.note_from_editor && !args.name_words.empty()) {
    // The editor opens with the note, in which no part of a name is to be left.
    const auto known = read_summary(session);
    if (!known) return session.fail(known.error());
    if (auto settled = settle_names(args, known->people, known->tags); !settled)
      return session.fail(settled.error());
  }
  if (auto filled = fill_note(args, session); !filled) return session.fail(filled.error());
  auto summary = summary_since(session, day, !given.act);
  if (!summary) return session.fail(summary.error());
  if (auto settled = settle_names(args, summary->people, summary->tags); !settled)
    return session.fail(settled.error());

  const auto suggestion =
      given.act ? Result<Prompt>(Prompt{}) : suggestion_of(session, *summary, day);
  if (!suggestion) return session.fail(suggestion.error());
  const Prompt& prompt = *suggestion;
  if (!given.act)
    if (auto error = doubtful_act(prompt, args)) return session.fail(*error);
  if (!given.act) notice_done_slips(session, *summary, prompt, day, args);
  if (!given.act && args.with.empty() && !prompt.person.empty()) args.with = {prompt.person};
  // The words of the kindness are what the thank-you was for.
  const bool is_for_them = std::ranges::find(args.with, prompt.person) != args.with.end();
  if (!given.act && args.note.empty() && is_for_them) args.note = prompt.noticed;
  Logged said = logged_from(args, given.act.value_or(prompt.act), day, *summary);
  std::optional<Asked> follow_up;
  if (given.ask) {
    auto ask = follow_up_from(*given.ask, said.with, session, AskedIn::option);
    if (!ask) return session.fail(ask.error());
    follow_up = *std::move(ask);
  }
  // `done` accepts today's suggestion, so it counts as shown: its record is appended first. One of
  // an earlier day is not recorded later: as the first of all it would change those after it.
  const bool pins = !given.act && day == session.today() && !args.dry_run;
  said.prompt = pins ? pin(session, prompt).id : prompt.record;
  Record record = new_record(session, said);
  if (args.minutes) record.at = moment_of(*args.minutes, session, day);
  if (!args.id.empty()) record.id = args.id;
  const Closed closed = closed_by(session, *summary, record);
  said.ask = closed.asks;
  said.kindness = closed.kindnesses;
  record.body = said;
  std::vector<Record> records = {record};
  if (follow_up) records.push_back(new_record(session, *follow_up));
  if (!args.dry_run)
    if (auto saved = save(session, records); !saved) return session.fail(saved.error());
  if (!given.act && day != session.today() && said.prompt.empty())
    session.notice("no suggestion was recorded on " + iso(day) +
                   (args.dry_run ? "; this one was worked out from the ledger as it was then"
                                 : "; this one was worked out from the ledger as it was then. For "
                                   "another act: connect amend ACT"));
  notice_near_misses(session, *summary, said, !args.dry_run);
  notice_cut_names(session, args, !args.dry_run);
  const std::string remedy = args.dry_run ? ", use " : ": connect amend ";
  notice_loose_words(session, args, *summary, said.with, day, remedy);
  notice_loose_times(session, args, said.with, remedy);
  notice_far_day(session, day, !args.dry_run);
  count_act(*summary, said.day, said.act, 1);
  return log_answer(session, given, {record.id, record.at, said},
                    lengths_today(session, *summary).current, args.dry_run ? "Would log: " : "",
                    !args.dry_run, closed.texts, follow_up ? &records.back() : nullptr);
}

}  // namespace connect::app
