// `people` and `notice`: list people, set a rhythm or rest, rename or merge them, save a kindness.
#include <algorithm>

#include "app/perform.hpp"
#include "domain/text/name_folding.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

std::vector<PersonHistory> listed(const History& history, Day today, bool overdue) {
  if (!overdue) return history.people;
  std::vector<PersonHistory> out;
  for (const PersonHistory* person : overdue_people(history, today)) out.push_back(*person);
  return out;
}

Outcome show_people(Session& session, const std::vector<PersonHistory>& people) {
  if (session.json()) return session.text(render::people_json(people, session.today()));
  return session.page(render::people_page(people, session.today(), session.columns()));
}

/// The stamp of the latest record about people, or of the latest one that decides how this name is
/// spelled. A new record must be later to take effect.
Stamp last_word_on_person(const History& history, const std::string& name) {
  Stamp last = history.last_person;
  for (const auto& known : history.names.all())
    if (known.key == fold_key(name)) last = std::max(last, known.shown);
  return last;
}

/// Saves a record about a person and shows their row. `shown`: the name after the change.
Outcome say(Session& session, const History& before, const PersonSet& said,
            const std::string& shown) {
  const Record record = session.new_record(said, last_word_on_person(before, shown));
  if (auto saved = session.save(record); !saved) return session.fail(saved.error());
  const auto history = session.history();
  // The record is saved, so this is a message: an error would make people repeat the command.
  if (!history) session.notice("saved, but it cannot be shown: " + history.error().message);
  const PersonHistory* person = history ? find_person(*history, shown) : nullptr;
  if (!session.json() && (person == nullptr || session.is_quiet())) return session.text("");
  return show_people(session,
                     person == nullptr ? std::vector<PersonHistory>{} : std::vector{*person});
}

/// The name as the ledger spells it; an unknown one stays as given.
std::string known_name(const Names& names, const std::string& spelling) {
  const auto known = names.find(spelling);
  return known ? names.display(*known) : spelling;
}

}  // namespace

Outcome perform(const cli::PeopleArgs& args, Session& session) {
  const auto history = session.history();
  if (!history) return session.fail(history.error());
  const auto people = listed(*history, session.today(), args.overdue);
  if (people.empty() && args.overdue && !session.json()) return session.text("Nobody is due.\n");
  return show_people(session, people);
}

Outcome perform(const cli::PersonSetArgs& args, Session& session) {
  const auto history = session.history();
  if (!history) return session.fail(history.error());
  const std::string name = known_name(history->names, args.name);
  session.notice_near_miss(history->names, name, " connect undo");
  return say(session, *history, {name, args.every_days, args.resting, std::nullopt}, name);
}

/// Renaming to the name of another known person merges the two.
Outcome perform(const cli::PersonRenameArgs& args, Session& session) {
  const auto history = session.history();
  if (!history) return session.fail(history.error());
  const auto known = history->names.find(args.from);
  if (!known)
    return session.fail(usage_error("nobody here is called \"" + args.from + "\"",
                                    "connect people lists the names"));
  const std::string name = history->names.display(*known);
  const auto other = history->names.find(args.to);
  if (other && *other != *known)
    session.notice(name + " and " + history->names.display(*other) +
                   " are one person from now on; connect undo makes them two again");
  return say(session, *history, {name, std::nullopt, std::nullopt, args.to}, args.to);
}

Outcome perform(const cli::NoticeArgs& args, Session& session) {
  const auto history = session.history();
  if (!history) return session.fail(history.error());
  Noticed said{session.today(), {}, args.note};
  for (const auto& name : args.with) {
    said.with.push_back(known_name(history->names, name));
    session.notice_near_miss(history->names, name, " connect undo");
  }
  const Record record = session.new_record(said);
  if (auto saved = session.save(record); !saved) return session.fail(saved.error());
  if (session.json()) return session.text(render::notice_json(record.id, said));
  return session.echo(render::noticed_page(said, session.today()));
}

}  // namespace connect::app
