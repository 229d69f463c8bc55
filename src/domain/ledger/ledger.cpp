#include "domain/ledger/ledger.hpp"

#include <algorithm>
#include <cstring>

#include "domain/text/name_folding.hpp"

namespace connect {
namespace {

/// Resolves renames; each name once, in the order given.
std::vector<NameIndex> roots(const Names& names, std::span<const NameIndex> list) {
  std::vector<NameIndex> out;
  for (NameIndex name : list) {
    const NameIndex root = names.root(name);
    if (std::ranges::find(out, root) == out.end()) out.push_back(root);
  }
  return out;
}

}  // namespace

std::vector<NameIndex> Ledger::people(const Entry& entry) const {
  return roots(people_, lists_[entry.with]);
}

std::vector<NameIndex> Ledger::tags(const Entry& entry) const {
  return roots(tags_, lists_[entry.tags]);
}

std::string_view Ledger::note(const Entry& entry) const {
  if (entry.note == 0) return {};
  std::uint32_t size = 0;
  std::memcpy(&size, notes_.data() + entry.note, sizeof size);
  return std::string_view(notes_).substr(entry.note + sizeof size, size);
}

std::vector<Id> Ledger::links_of(const Entry& entry, Link::To kind) const {
  std::vector<Id> refs;
  const auto is_of_it = [&](const Link& link) {
    return link.entry == entry.id && link.content == entry.content && link.kind == kind;
  };
  auto link = std::ranges::lower_bound(links_, Link{entry.id, entry.content, kind, 0, {}});
  for (; link != links_.end() && is_of_it(*link); ++link) refs.push_back(link->ref);
  return refs;
}

std::string Ledger::id_text(Id id) const {
  const std::string* foreign = foreign_text(id);
  return foreign == nullptr ? uuid_text(id) : *foreign;
}

const std::string* Ledger::foreign_text(Id id) const {
  const auto found = foreign_ids_.find(id);
  return found == foreign_ids_.end() ? nullptr : &found->second;
}

EntryText Ledger::entry_text(const Entry& entry) const {
  EntryText text{id_text(entry.id), entry.at(), {}};
  text.said.day = entry.day;
  text.said.act = entry.act;
  for (NameIndex person : people(entry)) text.said.with.push_back(people_.display(person));
  for (NameIndex tag : tags(entry)) text.said.tags.push_back(tags_.display(tag));
  text.said.note = note(entry);
  text.said.before = entry.before;
  text.said.felt = entry.felt;
  for (const Id prompt : links_of(entry, Link::To::prompt)) text.said.prompt = id_text(prompt);
  for (const Id ask : links_of(entry, Link::To::ask)) text.said.ask.push_back(id_text(ask));
  for (const Id each : links_of(entry, Link::To::kindness))
    text.said.kindness.push_back(id_text(each));
  return text;
}

std::uint64_t Ledger::seed() const {
  if (suggestions_.empty()) return 0;
  const Id first = suggestions_.front().stamp.id;
  return mixed(first.high ^ mixed(first.low));
}

PersonFacts Ledger::facts(NameIndex person) const { return latest_facts(settings(person)); }

std::span<const DatedFacts> Ledger::settings(NameIndex person) const {
  const auto found = settings_.find(people_.root(person));
  return found == settings_.end() ? std::span<const DatedFacts>() : std::span(found->second);
}

PersonDetails Ledger::details(NameIndex person) const {
  const auto found = details_.find(people_.root(person));
  return found == details_.end() ? PersonDetails{} : found->second;
}

std::vector<PersonDate> dates_of(const PersonDetails& details) {
  std::vector<PersonDate> dates;
  for (const KnownDate& each : details.dates) dates.push_back(each.date);
  return dates;
}

bool is_birthday(std::string_view words) { return fold_key(words) == "birthday"; }

PersonFacts latest_facts(std::span<const DatedFacts> settings) {
  return settings.empty() ? PersonFacts{} : settings.back().facts;
}

PersonFacts facts_on_morning(std::span<const DatedFacts> settings, Day day) {
  const auto counts = [&](const DatedFacts& each) {
    return each.since < day || each.since > day + 1;
  };
  for (auto it = settings.rbegin(); it != settings.rend(); ++it)
    if (counts(*it)) return it->facts;
  return {};
}

void forget_settings_before(std::vector<DatedFacts>& settings, Day day) {
  auto latest = settings.size();
  while (latest > 0 && settings[latest - 1].since >= day) --latest;
  if (latest > 1)
    settings.erase(settings.begin(), settings.begin() + static_cast<long>(latest) - 1);
}

void Ledger::keep_only(const std::function<bool(const Entry&)>& is_selected) {
  std::erase_if(entries_, [&](const Entry& entry) { return !is_selected(entry); });
  latest_.clear();
  feelings_.clear();
  suggestions_.clear();
  kindnesses_.clear();
  asks_.clear();
  own_suggestions_.clear();
  trials_.clear();
}

bool Ledger::knows(Id id) const {
  const auto bears_it = [&](const Entry& entry) { return entry.id == id; };
  return std::ranges::find(other_ids_, id) != other_ids_.end() ||
         std::ranges::any_of(entries_, bears_it) || std::ranges::any_of(removed_, bears_it);
}

std::vector<Id> Ledger::ids() const {
  std::vector<Id> out = other_ids_;
  for (const auto* entries : {&entries_, &removed_})
    for (const Entry& entry : *entries) out.push_back(entry.id);
  std::ranges::sort(out);
  return out;
}

Stamp Ledger::last_correction(Id id) const {
  const auto found = corrected_.find(id);
  return found == corrected_.end() ? Stamp{} : found->second;
}

}  // namespace connect
