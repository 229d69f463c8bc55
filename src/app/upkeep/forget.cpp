// `forget`: erases text from every file that connect keeps on this machine
// (store/upkeep/erasure.hpp). Tombstones in the ledger keep other copies from bringing it back.
#include <algorithm>
#include <span>

#include "app/entries/entry_named.hpp"
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "domain/ledger/current_records.hpp"
#include "domain/text/name_folding.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"
#include "store/upkeep/erasure.hpp"
#include "store/upkeep/mentions.hpp"

namespace connect::app {
namespace {

using Paths = std::vector<std::string>;

/// The whole id that `word` identifies: the end of an id, or "last". The ledger and the safety
/// journals are searched.
Result<std::string> meant(Session& session, const Paths& paths, const Ledger& ledger,
                          const std::string& word) {
  if (word == "last") {
    const auto last = entry_named(session, ledger, word);
    if (!last) return last.error();
    return ledger.id_text((*last)->id);
  }
  auto found = store::ids_ending(session.files(), paths, word);
  if (!found) return found.error();
  if (found->size() == 1) return found->front();
  if (found->empty())
    return no_such_id("record", word,
                      "connect list shows the ids of entries, connect export those of all records");
  return usage_error(
      "the ids of " + std::to_string(found->size()) + " records end in \"" + word + "\"",
      "use more of the id; connect export shows whole ids");
}

/// What to erase for these ids: the records, and their notes, those of corrections included.
Result<store::Erasure> by_ids(Session& session, const std::string& path, const Ledger& ledger,
                              const std::vector<std::string>& words) {
  Paths paths = {path};
  for (auto& journal : journals(session)) paths.push_back(std::move(journal));
  store::Erasure what;
  for (const auto& word : words) {
    auto id = meant(session, paths, ledger, word);
    if (!id) return id.error();
    if (std::ranges::find(what.ids, *id) == what.ids.end()) what.ids.push_back(*std::move(id));
  }
  auto notes = store::notes_of(session.files(), paths, what.ids);
  if (!notes) return notes.error();
  what.notes = *std::move(notes);
  return what;
}

/// What to erase for a person: all names that they were renamed from or to, as fold keys.
store::Erasure by_name(const Ledger& ledger, const std::string& name) {
  store::Erasure what;
  what.names.push_back(fold_key(name));
  const Names& people = ledger.people();
  const auto known = people.find_loosely(name);
  for (NameIndex i = 0; known && i < people.size(); ++i)
    if (people.root(i) == *known && people.key(i) != what.names.front())
      what.names.push_back(people.key(i));
  return what;
}

/// The entries, kindnesses and follow-ups with these ids that are in the ledger, as records.
std::vector<Record> records_of(const Ledger& ledger, const std::vector<std::string>& ids) {
  std::vector<Record> found;
  const auto has = [&](const std::string& id) { return std::ranges::find(ids, id) != ids.end(); };
  for (const auto entries : {ledger.entries(), ledger.removed()})
    for (const Entry& entry : entries)
      if (has(ledger.id_text(entry.id))) found.push_back(record_of(ledger.entry_text(entry)));
  const auto look_in = [&](std::span<const PersonNote> notes, auto body) {
    for (const PersonNote& note : notes) {
      if (!has(ledger.id_text(note.stamp.id))) continue;
      body.day = note.day;
      body.with = note.with;
      found.push_back({ledger.id_text(note.stamp.id), {note.stamp.seconds, 0}, body});
    }
  };
  look_in(ledger.kindnesses(), Noticed{});
  look_in(ledger.asks(), Asked{});
  return found;
}

/// Makes the tombstone of a record: an amendment that removes it for good.
store::Tombstone tombstones(Session& session) {
  return [&session](const std::string& id) {
    Changes removal;
    removal.removed = true;
    return new_record(session, Amended{id, removal, true, true});
  };
}

/// Finds the git repository that may hold earlier versions of the ledger: the nearest folder with a
/// `.git` above its real path.
void find_repository(Session& session, const std::string& ledger, Forgotten& done) {
  const std::string path = session.files().real_path(ledger);
  for (auto slash = path.rfind('/'); slash != path.npos; slash = path.rfind('/', slash - 1)) {
    const std::string folder = path.substr(0, std::max<std::size_t>(slash, 1));
    const auto names = session.files().names_in(folder);
    if (std::ranges::find(names, ".git") != names.end()) {
      done.repository = folder;
      done.path_in_repository = path.substr(slash + 1);
      return;
    }
    if (slash == 0) return;
  }
}

/// Finds the user's own files that mention the person; they are not changed.
void find_own_files(Session& session, const store::Erasure& what, Forgotten& done) {
  for (const auto& path : {suggestions_path(session.facts()), config_path(session.facts())}) {
    const auto text = path.empty() ? std::nullopt : session.files().whole_if_readable(path);
    if (text && store::mentions(*text, what.names)) done.left.push_back(path);
  }
}

}  // namespace

Outcome perform(const cli::ForgetArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return session.fail(reading.error());
  const auto path = ledger_path(session);
  if (!path) return session.fail(path.error());
  const Ledger& ledger = reading->ledger;
  auto what = args.person.empty() ? by_ids(session, *path, ledger, args.ids)
                                  : Result<store::Erasure>(by_name(ledger, args.person));
  if (!what) return session.fail(what.error());
  what->dry_run = args.dry_run;
  auto done = store::erase(session.files(), session.facts(), *path, *what, tombstones(session));
  if (!done) return session.fail(done.error());
  if (done->places.empty())
    return session.fail(usage_error("no person is called \"" + args.person + "\"",
                                    "connect people lists the names"));
  if (!args.dry_run) session.set_saved();
  find_repository(session, *path, *done);
  find_own_files(session, *what, *done);
  if (session.json()) return session.text(render::forgotten_json(*done, !args.dry_run));
  const auto page =
      render::forgotten_page(*done, records_of(ledger, what->ids), session.today(), !args.dry_run);
  return args.dry_run ? session.page(page) : session.echo(page);
}

}  // namespace connect::app
