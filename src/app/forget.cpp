// `forget`: text that is gone for good, as far as this machine is concerned.
#include <algorithm>

#include "app/entry_named.hpp"
#include "app/perform.hpp"
#include "connect/text.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"
#include "store/checkup.hpp"
#include "store/erasure.hpp"

namespace connect::app {
namespace {

using Paths = std::vector<std::string>;

/// `word` as people give it. The ledger and the journal of this machine are searched.
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
    return usage_error("no record has an id that ends in \"" + word + "\"",
                       "connect list shows the ids");
  return usage_error("\"" + word + "\" could be " + std::to_string(found->size()) + " records",
                     "say more of the id; connect list --json has it whole");
}

Result<store::Erasure> by_ids(Session& session, const std::string& path, const Ledger& ledger,
                              const std::vector<std::string>& words) {
  Paths paths = {path};
  for (auto& journal : session.journals()) paths.push_back(std::move(journal));
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

/// All names of this person, also those that they were renamed from or to.
store::Erasure by_name(const Ledger& ledger, const std::string& name) {
  store::Erasure what;
  what.names.push_back(fold_key(name));
  const Names& people = ledger.people();
  const auto known = people.find(name);
  for (NameIndex i = 0; known && i < people.size(); ++i)
    if (people.root(i) == *known && people.key(i) != what.names.front())
      what.names.push_back(people.key(i));
  return what;
}

/// What is left of each record: that it is gone, so that no other copy can bring it back unseen.
std::vector<Record> tombstones(Session& session, const Ledger& ledger,
                               const std::vector<std::string>& ids) {
  Changes removal;
  removal.removed = true;
  std::vector<Record> out;
  for (const auto& id : ids)
    out.push_back(session.new_record(Amended{id, removal, true, true},
                                     ledger.last_correction(id_from_text(id))));
  return out;
}

bool is_beside_git(Session& session, const std::string& path) {
  const auto names = session.files().names_in(store::folder_and_name(path).first);
  return std::ranges::find(names, ".git") != names.end();
}

}  // namespace

Outcome perform(const cli::ForgetArgs& args, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const auto path = session.ledger_path();
  if (!path) return session.fail(path.error());
  const Ledger& ledger = reading->ledger;
  auto what = args.person.empty() ? by_ids(session, *path, ledger, args.ids)
                                  : Result<store::Erasure>(by_name(ledger, args.person));
  if (!what) return session.fail(what.error());
  what->dry_run = args.dry_run;
  auto done = store::erase(session.files(), session.facts(), *path, *what,
                           tombstones(session, ledger, what->ids));
  if (!done) return session.fail(done.error());
  if (done->places.empty())
    return session.fail(usage_error("nobody here is called \"" + args.person + "\"",
                                    "connect people lists the names"));
  if (!args.dry_run) session.has_saved();
  done->beside_git = is_beside_git(session, *path);
  if (session.json()) return session.text(render::forgotten_json(*done, !args.dry_run));
  return session.page(render::forgotten_page(*done, !args.dry_run));
}

}  // namespace connect::app
