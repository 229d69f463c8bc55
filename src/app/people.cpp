// `people` and `notice`: whom one meets, how often one would like to, what one saw them do.
#include <algorithm>

#include "app/perform.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"

namespace connect::app {
namespace {

std::vector<PersonHistory> listed(const History& history, Day today, bool overdue) {
  if (!overdue) return history.people;
  std::vector<PersonHistory> out;
  for (const PersonHistory* person : overdue_people(history, today)) out.push_back(*person);
  return out;
}

Outcome show(Session& session, const std::vector<PersonHistory>& people) {
  if (session.json()) return session.text(render::people_json(people, session.today()));
  return session.page(render::people_page(people, session.today()));
}

/// Saves what was said of a person and shows how they stand now.
Outcome say(Session& session, const PersonSet& said, const std::string& shown) {
  if (auto saved = session.save(session.new_record(said)); !saved)
    return session.fail(saved.error());
  const auto reading = session.read(Notes::leave);
  // What is saved is never called a failure: whoever reads so would say it again.
  if (!reading) session.notice("saved, but it cannot be shown: " + reading.error().message);
  const History history = reading ? history_of(reading->ledger) : History{};
  const PersonHistory* person = find_person(history, shown);
  if (person == nullptr && !session.json()) return session.text("");
  return show(session, person == nullptr ? std::vector<PersonHistory>{} : std::vector{*person});
}

/// The name as the ledger spells it.
std::string known_name(const Ledger& ledger, const std::string& spelling) {
  const auto known = ledger.people().find(spelling);
  return known ? ledger.people().display(*known) : spelling;
}

}  // namespace

Outcome perform(const cli::PeopleArgs& args, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const auto people = listed(history_of(reading->ledger), session.today(), args.overdue);
  if (people.empty() && args.overdue && !session.json()) return session.text("Nobody is due.\n");
  return show(session, people);
}

Outcome perform(const cli::PersonSetArgs& args, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const std::string name = known_name(reading->ledger, args.name);
  session.notice_near_miss(reading->ledger.people(), name, " connect undo");
  return say(session, {name, args.every_days, args.resting, std::nullopt}, name);
}

Outcome perform(const cli::PersonRenameArgs& args, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  const auto known = reading->ledger.people().find(args.from);
  if (!known)
    return session.fail(usage_error("nobody here is called \"" + args.from + "\"",
                                    "connect people lists the names"));
  const std::string name = reading->ledger.people().display(*known);
  return say(session, {name, std::nullopt, std::nullopt, args.to}, args.to);
}

Outcome perform(const cli::NoticeArgs& args, Session& session) {
  const auto reading = session.read(Notes::leave);
  if (!reading) return session.fail(reading.error());
  Noticed said{session.today(), {}, args.note};
  for (const auto& name : args.with) {
    said.with.push_back(known_name(reading->ledger, name));
    session.notice_near_miss(reading->ledger.people(), name, " connect undo");
  }
  const Record record = session.new_record(said);
  if (auto saved = session.save(record); !saved) return session.fail(saved.error());
  if (session.json()) return session.text(render::notice_json(record.id, said));
  return session.page(render::noticed_page(said, session.today()));
}

}  // namespace connect::app
