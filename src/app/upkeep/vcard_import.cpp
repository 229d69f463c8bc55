// `import vcard`: birthdays, and with --reach addresses, of people who are known here; with --all
// also of others.
#include "app/upkeep/vcard_import.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/entries/entry_parts.hpp"
#include "app/ledger_access.hpp"
#include "app/saving.hpp"
#include "domain/summary/summary_views.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "render/terminal/import_pages.hpp"
#include "store/import/formats.hpp"
#include "store/import/vcard.hpp"

namespace connect::app {
namespace {

using store::Contact;

/// The key of the first word of a name.
std::string first_name_key(const std::string& name) {
  const std::string key = fold_key(name);
  return key.substr(0, key.find(' '));
}

/// Finds the people that cards are about.
class Matcher {
 public:
  Matcher(const Summary& summary, const std::vector<Contact>& contacts) : summary_(summary) {
    for (const Contact& contact : contacts) ++cards_[fold_key(contact.first_name)];
    for (const PersonTotals* person : known_people(summary)) ++known_[first_name_key(person->name)];
  }

  /// By the whole name, a nickname, or a first name that no other card and no other person has.
  const PersonTotals* person_of(const Contact& contact) const {
    if (const auto* person = find_person(summary_, contact.name)) return person;
    for (const auto& name : contact.nicknames)
      if (const auto* person = find_person(summary_, name)) return person;
    const std::string key = fold_key(contact.first_name);
    const bool is_only =
        !key.empty() && cards_.at(key) == 1 && known_.contains(key) && known_.at(key) == 1;
    return is_only ? find_person(summary_, contact.first_name) : nullptr;
  }

 private:
  const Summary& summary_;
  std::map<std::string, int> cards_, known_;  // by key of the first name
};

/// What the cards of one person say.
struct Found {
  std::string name;
  const PersonTotals* known = nullptr;
  std::optional<YearlyDay> birthday;
  std::string reach;
  bool is_contradicted = false;  // by another birthday
};

void add_card(Found& found, const Contact& contact, bool with_reach) {
  if (contact.birthday && found.birthday && found.birthday != contact.birthday)
    found.is_contradicted = true;
  if (!found.birthday) found.birthday = contact.birthday;
  if (with_reach && found.reach.empty()) found.reach = contact.reach;
}

/// Gathers the cards of people by person, in the order of the file.
struct Gathered {
  std::vector<Found> people;
  std::size_t unmatched = 0;  // cards of people who are not known here, which --all adds
};

/// An error for a card that is used and has a birthday that is not a date.
Result<Gathered> gathered(const std::vector<Contact>& contacts, const Summary& summary,
                          const cli::ImportArgs& args) {
  const Matcher matcher(summary, contacts);
  Gathered out;
  std::map<std::string, std::size_t> places;  // in `people`, by key of the name
  for (const Contact& contact : contacts) {
    const PersonTotals* known = matcher.person_of(contact);
    const std::string& name = known != nullptr ? known->name : contact.name;
    const bool has_news = contact.birthday || (args.reach && !contact.reach.empty());
    const bool is_used = !name.empty() && (known != nullptr || args.all);
    if (is_used && contact.bad_birthday) return *contact.bad_birthday;
    if (name.empty() || !has_news) continue;
    if (!is_used) {
      ++out.unmatched;
      continue;
    }
    const auto [place, is_new] = places.try_emplace(fold_key(name), out.people.size());
    if (is_new) out.people.push_back({name, known, {}, "", false});
    add_card(out.people[place->second], contact, args.reach);
  }
  return out;
}

/// What is set for a person; without anything new, nothing. Messages report what stays.
std::optional<PersonSet> news_of(const Found& found, Session& session) {
  const PersonDetails known = found.known != nullptr ? found.known->details : PersonDetails{};
  std::vector<PersonDate> dates = dates_of(known);
  const auto same = [&](const PersonDate& each) { return is_same_day(each.on, *found.birthday); };
  const auto other = std::ranges::find_if(dates, is_birthday, &PersonDate::what);
  PersonSet said;
  said.name = found.name;
  if (found.is_contradicted) {
    session.notice("two cards give " + found.name +
                   " different birthdays; none of them was imported");
  } else if (found.birthday && std::ranges::none_of(dates, same)) {
    if (other == dates.end()) {
      dates.push_back({*found.birthday, "birthday"});
      std::ranges::sort(dates);
      said.dates = std::move(dates);
    } else {
      session.notice("the birthday of " + found.name + " stays " + spoken(other->on) +
                     "; the file has " + spoken(*found.birthday));
    }
  }
  if (!found.reach.empty() && known.reach.empty()) said.reach = found.reach;
  return said.dates || said.reach ? std::optional(said) : std::nullopt;
}

std::optional<Error> overlong_name(const std::vector<Contact>& contacts,
                                   const cli::ImportArgs& args, const std::string& file) {
  const auto overlong = std::ranges::find_if(
      contacts, [](const Contact& each) { return each.name.size() > longest_name; });
  if (!args.all || overlong == contacts.end()) return std::nullopt;
  return usage_error("nothing was imported; " + file + " line " + std::to_string(overlong->line) +
                         ": a name is longer than 200 bytes",
                     "leave out --all, or shorten the name");
}

void notice_partial(const std::vector<Contact>& contacts, Session& session) {
  const auto partial = std::ranges::count_if(contacts, &Contact::is_partial);
  if (partial > 0)
    session.notice(counted(partial, "birthday") +
                   (partial == 1 ? " without a day and a month was left out"
                                 : " without a day and a month were left out"));
}

}  // namespace

Outcome import_vcard(const cli::ImportArgs& args, Session& session) {
  const auto source = store::import_text(session.files(), args.file);
  if (!source) return session.fail(source.error());
  const auto contacts = store::contacts_of(source->text, source->name);
  if (!contacts) return session.fail(contacts.error());
  if (const auto error = overlong_name(*contacts, args, source->name)) return session.fail(*error);
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const auto found = gathered(*contacts, *summary, args);
  if (!found) return session.fail(found.error());
  notice_partial(*contacts, session);
  render::ImportAnswer answer{args.format, false, args.dry_run, {}, {}};
  answer.unmatched = found->unmatched;
  std::vector<Record> records;
  for (const Found& each : found->people) {
    const auto said = news_of(each, session);
    ++(said ? answer.tally.others : answer.tally.known);
    if (!said) continue;
    answer.people.push_back({each.name, said->dates ? each.birthday : std::nullopt,
                             said->reach.value_or(""), each.known == nullptr});
    records.push_back(new_record(session, *said, last_word_on_person(*summary, each.name)));
  }
  if (!args.dry_run && !records.empty()) {
    if (auto saved = save(session, records); !saved) return session.fail(saved.error());
    answer.saved = true;
  }
  if (session.json()) return session.text(render::import_json(answer));
  const auto page = render::vcard_page(answer);
  return args.dry_run ? session.page(page) : session.echo(page);
}

}  // namespace connect::app
