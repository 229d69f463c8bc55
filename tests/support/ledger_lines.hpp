// Everything that a Ledger shows, as lines of text, so that ledgers can be compared and differences
// printed.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "domain/ledger/fold.hpp"
#include "domain/summary/summary_views.hpp"
#include "support/records.hpp"

namespace connect::test {

inline std::string text_of(const Feelings& feelings) {
  std::string out;
  for (auto item : feelings.items) out += std::to_string(item) + ",";
  return out;
}

inline std::string text_of(const std::vector<std::string>& names) {
  std::string out = "[";
  for (const auto& name : names) out += name + ";";
  return out + "]";
}

inline std::string text_of(const EntryText& entry) {
  const Logged& said = entry.said;
  return entry.id + " " + rfc3339(entry.at) + " " + iso(said.day) + " " +
         std::string(slug(said.act)) + " with " + text_of(said.with) + " tags " +
         text_of(said.tags) + " note " + said.note + " before " + text_of(said.before) + " felt " +
         text_of(said.felt) + " prompt " + said.prompt;
}

inline std::string text_of(const Stamp& stamp) {
  return std::to_string(stamp.seconds) + " " + uuid_text(stamp.id);
}

inline std::string text_of(const PersonFacts& facts) {
  return " " + std::string(slug(facts.place)) + " " + std::string(slug(facts.setting));
}

inline std::string text_of(const PersonDetails& details) {
  std::string out = " " + details.reach;
  for (const auto& [date, since] : details.dates)
    out.append(" ").append(iso(date.on)).append(date.what).append(iso(since));
  return out;
}

/// The acts of each day, the suggestions and the people of a summary.
inline void add_summary_lines(const Summary& summary, std::vector<std::string>& out) {
  for (const auto& acts : summary.days)
    out.push_back("acted " + iso(acts.day) + " " + std::to_string(acts.counts[0]) + " " +
                  std::to_string(acts.counts[1]) + " " + std::to_string(acts.counts[2]) + " " +
                  std::to_string(acts.counts[3]));
  for (const auto& each : resolved_suggestions(summary))
    if (each.shown != nullptr)
      out.push_back("prompt " + summary.id_text(each.shown->stamp.id) + " " + iso(each.day) + " " +
                    std::string(slug(each.act)) + " " + each.shown->suggestion + " " +
                    each.shown->person + (each.declined ? " declined" : " stands"));
  for (const PersonTotals* person : known_people(summary))
    out.push_back("person " + person->name + " " + std::to_string(person->entries) + " " +
                  (person->met.last() ? iso(person->met.last()->day) : "never") + " every " +
                  std::to_string(person->facts().every_days) +
                  (person->facts().resting ? " resting" : "") + text_of(person->facts()) +
                  text_of(person->details));
}

inline void add_people_lines(const Ledger& ledger, std::vector<std::string>& out) {
  for (const auto& spelling : spellings) {
    const auto person = ledger.people().find(spelling);
    const auto tag = ledger.tags().find(spelling);
    out.push_back(
        spelling + " is " + (person ? ledger.people().display(*person) : "unknown") + " every " +
        std::to_string(person ? ledger.facts(*person).every_days : 0) +
        (person && ledger.facts(*person).resting ? " resting" : "") +
        (person ? text_of(ledger.facts(*person)) + text_of(ledger.details(*person)) : "") +
        ", as a tag " + (tag ? ledger.tags().display(*tag) : "unknown"));
  }
}

/// The lines of a ledger; `ids` is how many test ids (id_number) to ask it about. Without the
/// counts of lines (records, foreign, newer), which duplicates raise.
inline std::vector<std::string> lines_of(const Ledger& ledger, std::size_t ids) {
  std::vector<std::string> out;
  for (const Entry& entry : ledger.entries())
    out.push_back("entry " + text_of(ledger.entry_text(entry)));
  for (const Entry& entry : ledger.removed())
    out.push_back("removed " + text_of(ledger.entry_text(entry)));
  std::ranges::sort(out.end() - static_cast<std::ptrdiff_t>(ledger.removed().size()), out.end());
  for (const auto& note : ledger.feelings())
    out.push_back("felt " + text_of(note.stamp) + " " + iso(note.day) + " " + text_of(note.felt));
  for (const auto& shown : ledger.suggestions())
    out.push_back("shown " + text_of(shown.stamp) + " " + iso(shown.day) + " " +
                  std::string(slug(shown.act)) + " " + shown.person + " instead of " +
                  uuid_text(shown.instead_of));
  for (const auto& notice : ledger.kindnesses())
    out.push_back("notice " + text_of(notice.stamp) + " " + iso(notice.day) + " " +
                  text_of(notice.with) + notice.note);
  for (const auto& [stamp, said] : ledger.trials())
    out.push_back("trial " + text_of(stamp) + " " + iso(said.day) + (said.held ? " held" : "") +
                  " " + std::to_string(said.probability));
  for (const auto& range : ledger.rests().ranges())
    out.push_back("rest " + iso(range.since) + ".." + iso(range.until));
  add_people_lines(ledger, out);
  add_summary_lines(summary_of(ledger), out);
  for (std::size_t i = 0; i < ids; ++i) {
    const Id id = id_from_text(id_number(i));
    out.push_back(id_number(i) + (ledger.knows(id) ? " known " : " unknown ") +
                  std::to_string(ledger.last_correction(id).seconds));
  }
  out.push_back("seed " + std::to_string(ledger.seed()));
  out.push_back("conflicts " + std::to_string(ledger.oddities().conflicts) + " orphans " +
                std::to_string(ledger.oddities().orphans));
  return out;
}

/// The ledger that these records give.
inline Ledger folded(const std::vector<Record>& records) {
  Fold fold;
  for (const Record& item : records) fold.add(item);
  return std::move(fold).settled();
}

}  // namespace connect::test
