// Adds a folded ledger to a summary: the whole ledger to an empty one, or later records to a cached
// one.
#include <algorithm>
#include <tuple>

#include "domain/ledger/fold.hpp"
#include "domain/summary/summary.hpp"
#include "domain/summary/summary_window.hpp"

namespace connect {
namespace {

void add_names(Summary& summary, const Ledger& ledger) {
  summary.people = ledger.people();
  summary.tags = ledger.tags();
  summary.rests = ledger.rests();
  summary.persons.resize(summary.people.size());
  summary.tagged.resize(summary.tags.size());
  for (const auto& [person, settings] : ledger.all_settings())
    summary.persons[person].settings = settings;
  for (const auto& [person, details] : ledger.all_details())
    summary.persons[person].details = details;
  name_persons(summary);
}

/// `since`: no entry of an earlier day will be added after one of a later day.
void add_entry(Summary& summary, const Ledger& ledger, const Entry& entry, Day since) {
  count_act(summary, entry.day, entry.act, 1);
  for (NameIndex person : ledger.people(entry)) {
    PersonTotals& known = summary.persons[person];
    ++known.entries;
    const DatedStamp meeting{entry.day, stamp_of(entry)};
    known.meet(meeting, since);
    if (entry.act == Act::thank) known.thanked.add(meeting, since);
  }
  for (NameIndex tag : ledger.tags(entry)) summary.tagged[tag] = 1;
}

/// Adds the latest entries of the ledger, and keeps the latest of all.
void add_latest(Summary& summary, const Ledger& ledger) {
  auto& latest = summary.latest;
  // Those that are not known could be later than the ones that are.
  const bool is_known = latest.size() == std::min<std::size_t>(summary.entries, latest_entries) &&
                        (ledger.entries().empty() || !ledger.latest().empty());
  summary.entries += static_cast<std::uint32_t>(ledger.entries().size());
  if (!is_known) return latest.clear();
  latest.insert(latest.end(), ledger.latest().begin(), ledger.latest().end());
  std::ranges::sort(latest, {},
                    [](const EntryRef& each) { return std::tie(each.day, each.stamp); });
  if (latest.size() > latest_entries) latest.erase(latest.begin(), latest.end() - latest_entries);
}

void add_foreign_id(ForeignIds& foreign_ids, const Ledger& ledger, Id id) {
  if (const std::string* text = ledger.foreign_text(id)) foreign_ids.emplace_back(id, *text);
}

void add_suggestions(Summary& summary, const Ledger& ledger) {
  for (const ShownSuggestion& each : ledger.suggestions()) {
    summary.shown.push_back(each);
    add_foreign_id(summary.foreign_ids, ledger, each.stamp.id);
    const DatedStamp first{each.day, each.stamp};
    summary.first_shown = summary.first_shown ? std::min(*summary.first_shown, first) : first;
  }
  if (!std::ranges::is_sorted(summary.shown, {}, &ShownSuggestion::stamp))
    std::ranges::sort(summary.shown, {}, &ShownSuggestion::stamp);
}

void add_notes(std::vector<OpenNote>& open, std::span<const PersonNote> notes, const Ledger& ledger,
               ForeignIds& foreign_ids) {
  for (const PersonNote& note : notes) {
    open.push_back({note.stamp, note.day, note.offset_minutes, {}, note.line});
    for (const auto& name : note.with)
      if (const auto person = ledger.people().find(name)) open.back().with.push_back(*person);
    add_foreign_id(foreign_ids, ledger, note.stamp.id);
  }
  std::ranges::sort(open, {}, [](const OpenNote& each) { return std::tie(each.day, each.stamp); });
}

void add_own_suggestions(Summary& summary, const Ledger& ledger) {
  for (const AddedSuggestion& each : ledger.own_suggestions()) {
    summary.own.push_back(each);
    add_foreign_id(summary.foreign_ids, ledger, each.stamp.id);
  }
  std::ranges::sort(summary.own, {}, &AddedSuggestion::stamp);
}

}  // namespace

Fold::Fold(const Summary& summary, Notes notes) : base_(&summary), notes_(notes) {
  ledger_.people_ = summary.people;
  ledger_.tags_ = summary.tags;
  ledger_.rests_ = summary.rests;
}

void Fold::continue_person(NameIndex person) {
  if (base_ == nullptr || person >= base_->persons.size()) return;
  const PersonTotals& before = base_->persons[person];
  ledger_.settings_.try_emplace(person, before.settings);
  ledger_.details_.try_emplace(person, before.details);
}

void name_persons(Summary& summary) {
  for (NameIndex i = 0; i < summary.persons.size(); ++i)
    if (summary.people.root(i) == i) summary.persons[i].name = summary.people.display(i);
}

void count_act(Summary& summary, Day day, Act act, int by) {
  auto& days = summary.days;
  auto place = days.end();
  if (!days.empty() && days.back().day >= day)
    place = std::ranges::lower_bound(days, day, {}, &DayActs::day);
  if (place == days.end() || place->day != day) place = days.insert(place, {day, {}});
  auto& count = place->counts[index(act)];
  count = static_cast<std::uint32_t>(static_cast<int>(count) + by);
  if (place->total() == 0) days.erase(place);
}

bool add(Summary& summary, const Ledger& ledger, std::optional<Day> today) {
  add_names(summary, ledger);
  const Day open = today ? *today - days_open : Day{INT32_MIN};
  const Day since = summary.before ? summary.before->settled : open;
  for (const Entry& entry : ledger.entries()) add_entry(summary, ledger, entry, since);
  add_latest(summary, ledger);
  add_suggestions(summary, ledger);
  add_notes(summary.kindnesses, ledger.kindnesses(), ledger, summary.foreign_ids);
  add_notes(summary.asks, ledger.asks(), ledger, summary.foreign_ids);
  add_own_suggestions(summary, ledger);
  return !summary.details || summary.details->add(ledger);
}

Summary summary_of(const Ledger& ledger) {
  Summary summary;
  summary.details.emplace();
  add(summary, ledger, std::nullopt);
  return summary;
}

}  // namespace connect
