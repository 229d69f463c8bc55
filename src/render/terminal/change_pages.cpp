#include "render/terminal/change_pages.hpp"

#include <algorithm>

#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

void add_undo_hint(std::vector<Span>& spans) {
  spans.push_back({"   "});
  spans.push_back(undo_hint());
}

/// An entry on one line: act, people, tags and day.
std::string line_of(const EntryText& entry, Day today) {
  std::string out = act_text(entry.said);
  for (const auto& tag : entry.said.tags) out.append(" +").append(tag);
  return out + " · " + spoken(entry.said.day, today);
}

/// What changed that the line of an entry does not show.
std::string unseen_changes(const EntryText& was, const EntryText& now) {
  std::vector<std::string> changes;
  if (was.at != now.at) changes.emplace_back("time changed");
  if (was.said.note != now.said.note)
    changes.emplace_back(was.said.note.empty()   ? "note added"
                         : now.said.note.empty() ? "note removed"
                                                 : "note replaced");
  const bool before = was.said.before != now.said.before;
  const bool after = was.said.felt != now.said.felt;
  if (before || after)
    changes.emplace_back(!after    ? "feelings before changed"
                         : !before ? "feelings afterwards changed"
                                   : "feelings before and afterwards changed");
  return enumerated(changes);
}

bool is_removal(const Record& record) {
  const auto* amended = std::get_if<Amended>(&record.body);
  return amended != nullptr && amended->set.removed.value_or(false);
}

/// The entry with this id, also one that was removed.
const Entry* find_entry(const Ledger& ledger, const std::string& id) {
  for (const auto entries : {ledger.entries(), ledger.removed()})
    if (const auto found = std::ranges::find(entries, id_from_text(id), &Entry::id);
        found != entries.end())
      return &*found;
  return nullptr;
}

/// A change of one record, in words: "the removal of an entry (Thanked Maya · Mon 23 Nov)".
std::string words_of(const Record& record, const Ledger& ledger, Day today) {
  const auto* amended = std::get_if<Amended>(&record.body);
  if (amended == nullptr) return change_words(record, today);
  const std::string what = is_removal(record) ? "the removal of " : "the correction of ";
  if (const Entry* entry = find_entry(ledger, amended->ref))
    return what + "an entry (" + line_of(ledger.entry_text(*entry), today) + ")";
  // Another record that was removed is not in the ledger's lists.
  return what + (is_removal(record) ? "a follow-up, kindness or suggestion" : "an entry");
}

/// A change of several records, in words: "3 entries".
std::string words_of(const std::vector<Record>& change, const Ledger& ledger, Day today) {
  const auto count = static_cast<std::int64_t>(change.size());
  // What one `log --ask` saved.
  const auto* ask = std::get_if<Asked>(&change.back().body);
  if (count == 2 && ask != nullptr && std::holds_alternative<Logged>(change.front().body))
    return change_words(change.front(), today) + ", and the follow-up of " +
           spoken(ask->day, today);
  const auto is_entry = [](const Record& record) {
    return std::holds_alternative<Logged>(record.body);
  };
  if (std::ranges::all_of(change, is_entry)) return counted(count, "entry", "entries");
  const auto is_of_entry = [&](const Record& record) {
    return find_entry(ledger, std::get<Amended>(record.body).ref) != nullptr;
  };
  if (std::ranges::all_of(change, is_removal))
    return "the removal of " + (std::ranges::all_of(change, is_of_entry)
                                    ? counted(count, "entry", "entries")
                                    : counted(count, "record"));
  std::vector<std::string> people;
  for (const Record& record : change)
    if (const auto* said = std::get_if<PersonSet>(&record.body)) people.push_back(said->name);
  if (people.size() == change.size()) return "the settings for " + shortened(people);
  return counted(count, "record");
}

}  // namespace

Page amended_page(std::string_view lead, const EntryText& was, const EntryText& now, Day today,
                  bool can_be_undone) {
  const std::string unseen = unseen_changes(was, now);
  const std::string before = line_of(was, today), after = line_of(now, today);
  const bool is_seen = before != after;
  std::vector<Span> spans = {{std::string(lead) + ": "},
                             {before, is_seen ? Style::plain : style_of(now.said.act)}};
  if (is_seen) {
    spans.push_back({"  →  "});
    spans.push_back({after, style_of(now.said.act)});
  }
  if (!unseen.empty()) spans.push_back({"; " + unseen});
  if (can_be_undone && was != now) add_undo_hint(spans);
  Page page;
  page.line(std::move(spans), 2);
  return page;
}

Page removed_page(const std::vector<Record>& records, Day today) {
  Page page;
  for (const Record& record : records) {
    const auto* said = std::get_if<Logged>(&record.body);
    std::vector<Span> spans = {{"Removed: "}};
    if (said != nullptr)
      spans.push_back({line_of({record.id, record.at, *said}, today), style_of(said->act)});
    else
      spans.push_back({change_words(record, today)});
    if (&record == &records.back()) add_undo_hint(spans);
    page.line(std::move(spans), 2);
  }
  return page;
}

Page turned_page(std::string_view lead, const std::vector<Record>& change, bool is_merge,
                 const Ledger& ledger, Day today) {
  Page page;
  std::string what = change.size() == 1 && !is_merge ? words_of(change.front(), ledger, today)
                                                     : words_of(change, ledger, today);
  if (is_merge) what.insert(0, "the merge of ");
  page.line({{std::string(lead) + ": "}, {what}}, 2);
  return page;
}

}  // namespace connect::render
