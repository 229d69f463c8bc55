// `log` and `done`: an act becomes a line of the ledger.
#include <algorithm>

#include "app/perform.hpp"
#include "app/suggest.hpp"
#include "connect/prompt.hpp"
#include "connect/text.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"

namespace connect::app {
namespace {

Status fill_note(cli::EntryArgs& entry, Files& files) {
  if (entry.note_from_input || entry.note_from_editor) {
    auto text =
        entry.note_from_input ? files.standard_input(longest_note) : files.edited(entry.note);
    if (!text) return text.error();
    if (entry.note_from_input && !entry.note.empty()) text->insert(0, entry.note + " ");
    entry.note = *std::move(text);
    while (entry.note.ends_with('\n')) entry.note.pop_back();
  }
  if (const auto at = invalid_utf8_at(entry.note))
    return usage_error("the note is not UTF-8 at byte " + std::to_string(*at),
                       "convert it first, for example: iconv -f latin1 -t utf-8");
  if (entry.note.size() > longest_note)
    return usage_error("the note is longer than 8 KiB; nothing was saved",
                       "shorten it, or split it into several entries");
  return success();
}

/// People and tags as they were spelled before: one person is one person.
std::vector<std::string> known_spellings(const Names& names,
                                         const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const auto& spelling : given) {
    const auto known = names.find(spelling);
    const std::string& name = known ? names.display(*known) : spelling;
    if (std::ranges::find(out, fold_key(name), fold_key) == out.end()) out.push_back(name);
  }
  return out;
}

/// `done` said twice, or with an act that it does not take.
void notice_done_slips(Session& session, const History& history, const Prompt& prompt,
                       const cli::EntryArgs& entry) {
  const auto meant = act_from_word(entry.note.substr(0, entry.note.find(' ')));
  if (meant && *meant != prompt.act)
    session.notice("done logs today's " + std::string(slug(prompt.act)) +
                   "; for another act: " + "connect log " + std::string(slug(*meant)));
  const DayActs* acts = acts_on(history, session.today());
  if (acts != nullptr && acts->counts[index(prompt.act)] > 0)
    session.notice("this act was logged today before; this is one more");
}

/// The moment of the act: as given, on the given day, else now.
Instant moment(const cli::EntryArgs& entry, const Session& session, Day day) {
  if (!entry.minutes) return session.facts().now;
  // Before the day's start the clock already shows the next date.
  const Day date = *entry.minutes < session.config().day_start ? day + 1 : day;
  const int second = *entry.minutes * 60;
  return instant_at(date, second, session.facts().offset_at(date, second));
}

Logged logged_from(const cli::EntryArgs& entry, Act act, Day day, const History& history) {
  Logged said;
  said.day = day;
  said.act = act;
  said.with = known_spellings(history.names, entry.with);
  said.tags = known_spellings(history.tag_names, entry.tags);
  said.note = entry.note;
  said.before = entry.before;
  said.felt = entry.felt;
  return said;
}

/// The past, with every day from `day` on listed.
Result<History> history_since(Session& session, Day day) {
  auto history = session.history();
  const bool is_listed = !history || !history->earlier || day >= history->earlier->until;
  return is_listed ? history : session.history(true);
}

int streak_with(const Session& session, History& history, const Logged& said) {
  auto place = std::ranges::lower_bound(history.days, said.day, {}, &DayActs::day);
  if (place == history.days.end() || place->day != said.day)
    place = history.days.insert(place, {said.day, {}});
  ++place->counts[index(said.act)];
  return session.thread(history).current;
}

Outcome answer(Session& session, const cli::LogArgs& args, const EntryText& entry, int streak,
               std::string_view lead, bool saved) {
  if (session.json())
    return session.text(render::entry_saved_json(args.act ? "log" : "done", entry, saved, streak));
  return session.page(render::saved_page(entry, lead, session.today(), streak));
}

const Entry* find_entry(std::span<const Entry> entries, const std::string& id) {
  const auto found = std::ranges::find(entries, id_from_text(id), &Entry::id);
  return id.empty() || found == entries.end() ? nullptr : &*found;
}

/// The answer to an id that was given before; nothing when it is new.
Result<std::optional<Outcome>> known_before(Session& session, const cli::LogArgs& given) {
  if (given.entry.id.empty()) return std::optional<Outcome>();
  const auto reading = session.read(Notes::leave);
  if (!reading) return reading.error();
  const Ledger& ledger = reading->ledger;
  for (const bool removed : {false, true}) {
    const Entry* known = find_entry(removed ? ledger.removed() : ledger.entries(), given.entry.id);
    if (known == nullptr) continue;
    // Whoever wrote it may have died before it was on disk.
    if (!given.entry.dry_run)
      if (auto confirmed = session.confirm(); !confirmed)
        return std::optional(session.fail(confirmed.error()));
    return std::optional(
        answer(session, given, ledger.told(*known), session.thread(history_of(ledger)).current,
               removed ? "Saved before and taken back since: " : "Already saved: ", true));
  }
  return std::optional<Outcome>();
}

Outcome not_read(const Session& session, Error error) {
  if (error.kind == ErrorKind::not_saved) error.message.insert(0, "NOT SAVED: ");
  return session.fail(error);
}

}  // namespace

Outcome perform(const cli::LogArgs& given, Session& session) {
  cli::EntryArgs args = given.entry;
  if (auto filled = fill_note(args, session.files()); !filled) return session.fail(filled.error());
  const auto before = known_before(session, given);
  if (!before) return not_read(session, before.error());
  if (*before) return **before;
  const Day day = args.day.value_or(session.today());
  auto history = history_since(session, day);
  if (!history) return not_read(session, history.error());

  const Prompt prompt = given.act ? Prompt{} : todays_prompt(session, *history);
  if (!given.act) notice_done_slips(session, *history, prompt, args);
  if (!given.act && args.with.empty() && !prompt.person.empty()) args.with = {prompt.person};
  Logged said = logged_from(args, given.act.value_or(prompt.act), day, *history);
  // `done` takes up today's suggestion, which is thereby shown; its record goes first.
  if (!given.act) said.prompt = args.dry_run ? prompt.record : pin(session, prompt);
  for (const auto& person : said.with)
    session.notice_near_miss(history->names, person, args.dry_run ? "" : " connect undo");
  Record record = session.new_record(said);
  record.at = moment(args, session, day);
  if (!args.id.empty()) record.id = args.id;
  if (!args.dry_run)
    if (auto saved = session.save(record); !saved) return session.fail(saved.error());
  return answer(session, given, {record.id, record.at, said}, streak_with(session, *history, said),
                args.dry_run ? "Would log: " : "", !args.dry_run);
}

}  // namespace connect::app
