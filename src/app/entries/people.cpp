// `people`: list people, set a rhythm or rest, rename or merge them.
#include <algorithm>

#include "app/entries/entry_parts.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

using People = std::vector<const PersonTotals*>;

Outcome show_people(Session& session, const People& people) {
  if (session.json()) return session.text(render::people_json(people, session.today()));
  return session.page(render::people_page(people, session.today(), session.columns()));
}

/// A message if the new name is that of another known person, so that the two become one.
void notice_joined(Session& session, const Names& people, const PersonSet& said) {
  const auto other = people.find(*said.renamed);
  if (other && *other != *people.find(said.name))
    session.notice(said.name + " and " + people.display(*other) +
                   " are now one person; connect undo separates them again");
}

/// Saves the same change of several people, or of one; shows what was changed, and their rows.
Outcome save_and_show(Session& session, const Summary& before, const std::vector<PersonSet>& all) {
  std::vector<Record> records;
  for (const PersonSet& said : all)
    records.push_back(
        new_record(session, said, last_word_on_person(before, said.renamed.value_or(said.name))));
  if (auto saved = save(session, records); !saved) return session.fail(saved.error());
  const auto summary = read_summary(session);
  // The record is saved, so this is a message: an error would make people repeat the command.
  if (!summary) session.notice("saved, but the result cannot be shown: " + summary.error().message);
  People people;
  std::vector<std::string> names;
  for (const PersonSet& said : all) {
    names.push_back(said.name);
    notice_near_miss(session, before, said.name, true);
    if (said.renamed) notice_joined(session, before.people, said);
    const auto* person =
        summary ? find_person(*summary, said.renamed.value_or(said.name)) : nullptr;
    if (person != nullptr) people.push_back(person);
  }
  if (session.json()) return session.text(render::people_json(people, session.today()));
  PersonSet together = all.front();
  together.name = enumerated(names);
  return session.echo(
      render::person_set_page(together, people, session.today(), session.columns()));
}

/// The details of the person with this name; empty for somebody new.
PersonDetails details_of(const Summary& summary, const std::string& name) {
  const auto person = summary.people.find(name);
  return person ? summary.persons[*person].details : PersonDetails{};
}

/// Adds a date, or replaces its words.
void put_date(std::vector<PersonDate>& dates, const PersonDate& date) {
  std::erase_if(dates, [&](const PersonDate& other) { return other.on == date.on; });
  dates.push_back(date);
}

/// The error for a date to remove that the person does not have. The hint removes the only date on
/// the same day of the year, if there is one.
Error no_date(const std::string& name, const YearlyDay& on, const std::vector<PersonDate>& dates) {
  const auto is_near = [&](const PersonDate& each) { return is_same_day(each.on, on); };
  const auto near = std::ranges::find_if(dates, is_near);
  return usage_error(name + " has no date " + iso(on),
                     near == dates.end() ? "connect " + shell_word("@" + name) + " shows the dates"
                                         : "connect people set " + shell_word(name) + " --date " +
                                               iso(near->on) + " -");
}

/// The dates of a person after these changes.
Result<std::vector<PersonDate>> changed_dates(std::vector<PersonDate> dates,
                                              const cli::PersonSetArgs& args,
                                              const std::string& name) {
  for (const PersonDate& each : args.dates) {
    const bool is_new = std::ranges::find(dates, each.on, &PersonDate::on) == dates.end();
    if (each.what != "-") {
      put_date(dates, each);
    } else if (is_new) {
      return no_date(name, each.on, dates);
    } else {
      std::erase_if(dates, [&](const PersonDate& other) { return other.on == each.on; });
    }
  }
  std::ranges::sort(dates);
  return dates;
}

/// The people of `people set` as the ledger spells them; new ones as they were given.
std::vector<std::string> people_of(const cli::PersonSetArgs& args, const Names& known) {
  const bool is_whole = known.find_loosely(args.name).has_value();
  return known_people(known, is_whole ? std::vector{args.name} : args.names);
}

}  // namespace

Stamp last_word_on_person(const Summary& summary, const std::string& name) {
  Stamp last = summary.last_person;
  for (const auto& known : summary.people.all())
    if (known.key == fold_key(name)) last = std::max(last, known.shown);
  return last;
}

Outcome perform(const cli::PeopleArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  auto people = args.overdue ? overdue_people(*summary, session.today()) : known_people(*summary);
  if (args.rhythms) {
    std::erase_if(people, [&](const PersonTotals* person) {
      return !median_gap_days(*person, session.today());
    });
    if (!session.json()) return session.page(render::rhythms_page(people, session.today()));
  }
  if (people.empty() && args.overdue && !session.json()) return session.text("Nobody is due.\n");
  return show_people(session, people);
}

Outcome perform(const cli::PersonSetArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  std::vector<PersonSet> all;
  for (const auto& name : people_of(args, summary->people)) {
    PersonSet said{name, args.every_days, args.resting, {}};
    if (!args.dates.empty()) {
      auto dates = changed_dates(dates_of(details_of(*summary, name)), args, name);
      if (!dates) return session.fail(dates.error());
      said.dates = *std::move(dates);
    }
    said.place = args.place;
    said.setting = args.setting;
    said.reach = args.reach;
    all.push_back(std::move(said));
  }
  return save_and_show(session, *summary, all);
}

/// Renaming to the name of another known person merges the two; another spelling of one's own name
/// is a new name.
Outcome perform(const cli::PersonRenameArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const auto known = summary->people.find_loosely(args.from);
  if (!known)
    return session.fail(
        usage_error("no person is called \"" + args.from + "\"", "connect people lists the names"));
  const std::string name = summary->people.display(*known);
  if (name == args.to) {
    session.notice(name + " is called so already; nothing was changed");
    return show_people(session, {&summary->persons[*known]});
  }
  const auto other = summary->people.find_loosely(args.to);
  const bool is_joined = other && *other != *known && !summary->people.find(args.to);
  const std::string to = is_joined ? summary->people.display(*other) : args.to;
  PersonSet said{name, {}, {}, to};
  if (other && *other != *known) {
    // Of two lists of dates the one set last would count.
    auto dates = dates_of(details_of(*summary, name));
    for (const PersonDate& each : dates_of(details_of(*summary, to))) put_date(dates, each);
    std::ranges::sort(dates);
    if (!dates.empty()) said.dates = std::move(dates);
  }
  return save_and_show(session, *summary, {said});
}

}  // namespace connect::app
