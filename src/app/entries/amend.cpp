// `amend` and `remove`: append amendment records that change or remove entries. The original
// records stay in the ledger.
#include <algorithm>
#include <array>
#include <utility>

#include "app/entries/entry_named.hpp"
#include "app/entries/entry_parts.hpp"
#include "app/entries/loose_words.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "cli/amend_command.hpp"
#include "domain/ledger/current_records.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/dates.hpp"
#include "render/json.hpp"
#include "render/terminal/change_pages.hpp"

namespace connect::app {
namespace {

/// Drops the names in `gone` from `names`; returns the first one that is not among them.
std::optional<std::string> take_away(std::vector<std::string>& names,
                                     const std::vector<std::string>& gone) {
  for (const auto& name : gone)
    if (std::erase_if(names,
                      [&](const auto& other) { return fold_key(other) == fold_key(name); }) == 0)
      return name;
  return std::nullopt;
}

void add(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const auto& name : more)
    if (std::ranges::find(names, fold_key(name), fold_key) == names.end()) names.push_back(name);
}

/// The people and tags of the entry, once those that the command line takes away are gone.
struct Kept {
  std::vector<std::string> people;
  std::vector<std::string> tags;
};

Result<Kept> kept_names(const cli::AmendArgs& args, const EntryText& was, const Ledger& ledger) {
  Kept kept{was.said.with, was.said.tags};
  if (args.emptied.with) kept.people.clear();
  if (args.emptied.tags) kept.tags.clear();
  Selection gone{{}, args.without_people, args.without_tags, {}};
  settle_names(gone, args.without_words, ledger.people(), ledger.tags());
  if (const auto name = take_away(kept.people, gone.with))
    return usage_error(
        *name + " is not named in this entry",
        kept.people.empty() ? "it names nobody" : "it names " + enumerated(kept.people));
  if (const auto name = take_away(kept.tags, gone.tags))
    return usage_error("+" + *name + " is not a tag of this entry",
                       kept.tags.empty() ? "it has no tags" : "its tags: " + enumerated(kept.tags));
  return kept;
}

/// A message if people (@) or tags (+) are added to others that stay: until 1.0.0 they were
/// replaced.
void notice_staying(Session& session, const std::string& entry, char sign,
                    std::vector<std::string> kept, const std::vector<std::string>& given) {
  std::erase_if(kept, [&](const auto& name) {
    return std::ranges::find(given, fold_key(name), fold_key) != given.end();
  });
  if (given.empty() || kept.empty()) return;
  const bool is_one = kept.size() == 1;
  const std::string_view stay =
      sign == '@' ? (is_one ? " is still named; to take the person away: connect amend "
                            : " are still named; to take them away: connect amend ")
                  : (is_one ? " is still a tag; to take it away: connect amend "
                            : " are still tags; to take them away: connect amend ");
  const std::string away = entry + signed_words(std::string("-") + sign, kept);
  if (sign == '+')
    for (auto& name : kept) name.insert(0, "+");
  session.notice(enumerated(kept) + std::string(stay) + away);
}

/// The fields that the command line sets, including those that already have the value.
Changes asked_for(const cli::AmendArgs& args, const cli::EntryArgs& given, const EntryText& was,
                  Kept kept, const Ledger& ledger, const Session& session) {
  Changes set = args.emptied;
  set.act = args.act;
  set.day = given.day;
  if (given.minutes) set.at = moment_of(*given.minutes, session, given.day.value_or(was.said.day));
  add(kept.people, known_people(ledger.people(), given.with));
  add(kept.tags, known_spellings(ledger.tags(), given.tags));
  set.with = std::move(kept.people);
  set.tags = std::move(kept.tags);
  if (!given.note.empty() || given.note_from_input || given.note_from_editor) set.note = given.note;
  if (!given.before.empty()) set.before = given.before;
  if (!given.felt.empty()) set.felt = given.felt;
  return set;
}

/// Applies a change to a value. A change to the same value is dropped, so that the amendment holds
/// only real changes.
template <class T>
void apply(std::optional<T>& change, T& value) {
  if (change == value) change.reset();
  if (change) value = *change;
}

/// Returns `entry` with the changes applied; drops from `set` those that change nothing.
EntryText apply(Changes& set, EntryText entry) {
  apply(set.act, entry.said.act);
  apply(set.day, entry.said.day);
  apply(set.at, entry.at);
  apply(set.with, entry.said.with);
  apply(set.tags, entry.said.tags);
  apply(set.note, entry.said.note);
  apply(set.before, entry.said.before);
  apply(set.felt, entry.said.felt);
  return entry;
}

/// `summary`: of the ledger before the change. `saved`: false for a dry run.
Outcome amend_answer(Session& session, Summary summary, const EntryText& was, const EntryText& now,
                     std::string_view lead, bool saved) {
  if (!session.json())
    return saved ? session.echo(render::amended_page(lead, was, now, session.today(), true))
                 : session.page(render::amended_page(lead, was, now, session.today(), false));
  count_act(summary, was.said.day, was.said.act, -1);
  count_act(summary, now.said.day, now.said.act, 1);
  return session.text(
      render::amended_json(was, now, saved, lengths_today(session, summary).current));
}

/// The kindness, follow-up or own suggestion with this id, as a record; nothing unless it is the
/// only one.
std::optional<Record> other_named(const Ledger& ledger, const std::string& ending) {
  std::vector<Record> found;
  const auto look_in = [&](const auto& records, auto body_of) {
    for (const auto& each : records) {
      const std::string id = ledger.id_text(each.stamp.id);
      if (id == ending || is_end_of_id(ending, id))
        found.push_back({id, {each.stamp.seconds, 0}, body_of(each)});
    }
  };
  look_in(ledger.kindnesses(), [](const PersonNote& note) {
    return Noticed{note.day, note.with, ""};
  });
  look_in(ledger.asks(), [](const PersonNote& note) { return Asked{note.day, note.with, ""}; });
  look_in(ledger.own_suggestions(), [](const AddedSuggestion& each) { return each.said; });
  return found.size() == 1 ? std::optional(std::move(found.front())) : std::nullopt;
}

/// The entries, kindnesses, follow-ups and own suggestions that the words identify, without
/// duplicates; an error if a word identifies none.
Result<std::vector<Record>> records_named(Session& session, const Ledger& ledger,
                                          const std::vector<std::string>& words) {
  std::vector<Record> found;
  for (const auto& word : words) {
    const auto entry = entry_named(session, ledger, word);
    auto record =
        entry ? std::optional(record_of(ledger.entry_text(**entry))) : other_named(ledger, word);
    if (!record) return entry.error();
    if (std::ranges::find(found, record->id, &Record::id) == found.end())
      found.push_back(*std::move(record));
  }
  return found;
}

/// The command if the note continues a known name that is taken away: "-@Aunt Ruth"; else empty.
std::string with_whole_name_away(cli::AmendArgs args, const Names& people) {
  if (args.without_people.empty()) return "";
  std::string& name = args.without_people.back();
  name += " " + args.say.note;
  return people.find(name) ? cli::amend_command(args) : "";
}

/// The command if the note continues a new name: "@Mary Ann"; else empty.
std::string with_whole_new_name(cli::AmendArgs args) {
  if (args.say.cut_names.size() != 1) return "";
  const auto& [cut, next] = args.say.cut_names.front();
  const auto found = std::ranges::find(args.say.with, cut);
  if (args.say.note != next || found == args.say.with.end()) return "";
  *found += " " + next;
  return cli::amend_command(args);
}

/// The error if the words of the note were probably meant otherwise: the name of a person or tag,
/// or a word or two beside names. `args`: with settled names.
std::optional<Error> doubtful_words(const cli::AmendArgs& args, const Names& people,
                                    const Names& tags) {
  const std::string& note = args.say.note;
  if (note.empty() || args.say.loose != note.size() || args.say.note_from_editor ||
      args.say.note_from_input)
    return std::nullopt;
  const std::string command = cli::amend_command(args);
  const std::string as_note = "; for a note: " + command + " -m " + shell_word(note);
  if (people.find(note))
    return usage_error("\"" + note + "\" is a person, and would be the whole note",
                       "for the person: " + command + " " + shell_word("@" + note) + as_note);
  if (tags.find(note))
    return usage_error("\"" + note + "\" is a tag, and would be the whole note",
                       "for the tag: " + command + " " + shell_word("+" + note) + as_note);
  const bool has_people = !args.say.with.empty() || !args.without_people.empty();
  const bool has_tags = !args.say.tags.empty() || !args.without_tags.empty();
  if ((!has_people && !has_tags) || std::ranges::count(note, ' ') > 1) return std::nullopt;
  const std::string what = "a word or two beside names would be the whole note";
  if (const std::string away = with_whole_name_away(args, people); !away.empty())
    return usage_error(what, "put quotes around a name with spaces: " + away);
  const std::string longer = with_whole_new_name(args);
  return usage_error(what, (!longer.empty() ? "for a name with spaces: " + longer
                            : has_people    ? "@NAME adds a person, -@NAME takes one away"
                                            : "+TAG adds a tag, -+TAG takes one away") +
                               "; for a note: " + command + " -m NOTE");
}

/// What to add to the hint if no entry is called as the first word says, which may be part of a
/// note or lead to a name: "amend a better note", "amend -m new note", "amend to @Sam".
std::string note_without_entry(const cli::AmendArgs& args) {
  const bool has_digits = args.entry.find_first_of("0123456789") != args.entry.npos;
  if (has_digits || args.entry == "last") return "";
  if (args.say.of_option > 0) return "; after -m, a note of several words needs quotes";
  if (args.say.loose == 0 && args.say.with.empty() && args.say.tags.empty()) return "";
  if (args.say.loose == 0) {
    cli::AmendArgs last = args;
    last.entry = "last";
    constexpr auto taking = std::to_array<std::string_view>(
        {"without", "remove", "delete", "drop", "not", "minus", "no"});
    if (std::ranges::find(taking, args.entry) == taking.end())
      return "; without this word: " + cli::amend_command(last);
    std::swap(last.say.with, last.without_people);
    std::swap(last.say.tags, last.without_tags);
    return "; to take away: " + cli::amend_command(last);
  }
  return "; for a note: connect amend -- " + args.entry + " NOTE";
}

}  // namespace

Outcome perform(const cli::AmendArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::keep);
  if (!reading) return session.fail(reading.error());
  const Ledger& ledger = reading->ledger;
  const auto entry = entry_named(session, ledger, args.entry);
  if (!entry) {
    Error error = entry.error();
    if (day_looking_back(args.entry, session.today()))
      error.hint += "; to set the day of the last entry: connect amend --on " + args.entry;
    else
      error.hint += note_without_entry(args);
    return session.fail(std::move(error));
  }
  const EntryText was = ledger.entry_text(**entry);
  cli::EntryArgs given = args.say;
  if (auto names = settle_names(given, ledger.people(), ledger.tags()); !names)
    return session.fail(names.error());
  cli::AmendArgs settled = args;
  settled.say = given;
  if (auto error = doubtful_words(settled, ledger.people(), ledger.tags()))
    return session.fail(*error);
  if (auto past = not_ahead(given, session, given.day.value_or(was.said.day)); !past)
    return session.fail(past.error());
  if (given.note_from_editor && given.note.empty()) given.note = was.said.note;
  if (auto filled = fill_note(given, session); !filled) return session.fail(filled.error());
  if (given.note_from_input && given.note.empty())
    return session.fail(
        usage_error("no note came from standard input",
                    "to empty the note: connect amend " + args.entry + " --clear note"));
  const auto kept = kept_names(args, was, ledger);
  if (!kept) return session.fail(kept.error());
  Changes set = asked_for(args, given, was, *kept, ledger, session);
  const EntryText now = apply(set, was);
  Summary known = summary_of(ledger);
  if (set == Changes{})
    return amend_answer(session, std::move(known), was, now, "No change", !given.dry_run);
  const Record record =
      new_record(session, Amended{was.id, set}, ledger.last_correction((*entry)->id));
  if (!given.dry_run)
    if (auto saved = save(session, record); !saved) return session.fail(saved.error());
  notice_near_misses(session, known, now.said, !given.dry_run);
  notice_cut_names(session, given, !given.dry_run);
  if (set.with)
    notice_staying(session, args.entry, '@', kept->people,
                   known_people(ledger.people(), given.with));
  if (set.tags)
    notice_staying(session, args.entry, '+', kept->tags,
                   known_spellings(ledger.tags(), given.tags));
  const std::string remedy = given.dry_run ? ", use " : ": connect amend " + args.entry + " ";
  notice_loose_words(session, given, known, now.said.with, now.said.day, remedy);
  notice_loose_times(session, given, now.said.with, remedy);
  if (set.day) notice_far_day(session, *set.day, !given.dry_run);
  return amend_answer(session, std::move(known), was, now,
                      given.dry_run ? "Would amend" : "Amended", !given.dry_run);
}

Outcome perform(const cli::RemoveArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return session.fail(reading.error());
  const Ledger& ledger = reading->ledger;
  const auto removed = records_named(session, ledger, args.entries);
  if (!removed) return session.fail(removed.error());
  Changes removal;
  removal.removed = true;
  std::vector<Record> records;
  for (const Record& each : *removed)
    records.push_back(new_record(session, Amended{each.id, removal},
                                 ledger.last_correction(id_from_text(each.id))));
  if (auto saved = save(session, records); !saved) return session.fail(saved.error());
  if (session.json()) {
    Summary summary = summary_of(ledger);
    for (const Record& each : *removed)
      if (const auto* said = std::get_if<Logged>(&each.body))
        count_act(summary, said->day, said->act, -1);
    return session.text(render::removed_json(*removed, lengths_today(session, summary).current));
  }
  return session.echo(render::removed_page(*removed, session.today()));
}

}  // namespace connect::app
