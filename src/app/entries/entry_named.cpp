#include "app/entries/entry_named.hpp"

#include <algorithm>
#include <set>

#include "app/ledger_access.hpp"
#include "domain/time/dates.hpp"
#include "render/terminal/words.hpp"
#include "store/journal/undo_history.hpp"

namespace connect::app {
namespace {

using Candidates = std::vector<const Entry*>;

constexpr std::size_t candidates_named = 3;  // in the error for an ambiguous ending
constexpr std::size_t usual_ending = 6;      // characters, as `list` prints them

/// When an entry was logged (ms), then its id.
std::pair<std::int64_t, Id> logged_at(const Ledger& ledger, const Entry& entry) {
  return {written_at(ledger.id_text(entry.id)).value_or(entry.seconds * 1000), entry.id};
}

/// The entry that was logged last on any machine.
Result<const Entry*> latest(const Ledger& ledger) {
  const auto last = std::ranges::max_element(
      ledger.entries(), {}, [&](const Entry& entry) { return logged_at(ledger, entry); });
  if (last == ledger.entries().end())
    return usage_error("nothing is logged yet", "connect log thank @Maya");
  return &*last;
}

/// The entry that this machine logged last, from its safety journals; else latest().
Result<const Entry*> last_logged(Session& session, const Ledger& ledger) {
  const auto here = store::last_logged_here(session.files(), journals(session), ledger);
  if (!here) return here.error();
  if (!*here) return latest(ledger);
  return &*std::ranges::find(ledger.entries(), **here, &Entry::id);
}

/// The entries whose ids end in `ending`; only one of them if its whole id is `ending`.
Candidates ending_in(const Ledger& ledger, std::span<const Entry> entries,
                     const std::string& ending) {
  Candidates found;
  for (const Entry& entry : entries) {
    const std::string id = ledger.id_text(entry.id);
    if (id == ending) return {&entry};
    if (is_end_of_id(ending, id)) found.push_back(&entry);
  }
  return found;
}

std::string last_of(const std::string& id, std::size_t size) {
  return id.substr(id.size() - std::min(size, id.size()));
}

/// The least number of characters, from `usual_ending` on, at which the endings of these ids
/// differ.
std::size_t telling_size(const Ledger& ledger, const Candidates& found) {
  for (std::size_t size = usual_ending; size < longest_name; ++size) {
    std::set<std::string> endings;
    for (const Entry* entry : found) endings.insert(last_of(ledger.id_text(entry->id), size));
    if (endings.size() == found.size()) return size;
  }
  return longest_name;
}

/// "000300 (Thanked Maya · Mon 23 Nov) and 2 more".
std::string listed(const Ledger& ledger, const Candidates& found, Day today) {
  const std::size_t size = telling_size(ledger, found);
  std::string candidates;
  for (std::size_t i = 0; i < std::min(found.size(), candidates_named); ++i) {
    const EntryText entry = ledger.entry_text(*found[i]);
    candidates += (i == 0 ? "" : ", ") + last_of(entry.id, size) + " (" +
                  render::act_text(entry.said) + " · " + spoken(entry.said.day, today) + ")";
  }
  const std::size_t more = found.size() - std::min(found.size(), candidates_named);
  if (more > 0) candidates += " and " + std::to_string(more) + " more";
  return candidates;
}

/// The entries of the day that the word means; nothing if it is none, or may be the end of an id.
std::optional<Candidates> of_day(const Ledger& ledger, const std::string& word, Day today) {
  if (word.find_first_not_of("0123456789abcdef") == word.npos) return std::nullopt;
  const auto day = day_looking_back(word, today);
  if (!day) return std::nullopt;
  Candidates found;
  for (const Entry& entry : ledger.entries())
    if (entry.day == *day) found.push_back(&entry);
  return found;
}

/// The only entry of a day.
Result<const Entry*> only_one(const Ledger& ledger, const Candidates& found,
                              const std::string& word, Day today) {
  if (found.size() == 1) return found.front();
  if (found.empty())
    return usage_error("no entry is of the day \"" + word + "\"",
                       "connect list shows the ids of other days");
  return usage_error(std::to_string(found.size()) + " entries are of the day \"" + word + "\"",
                     "use an id: " + listed(ledger, found, today));
}

}  // namespace

Error no_such_id(const std::string& what, const std::string& ending, std::string hint) {
  if (ending.size() < shortest_ending)
    return usage_error("no " + what + " has the id \"" + ending + "\"",
                       "use at least four characters of its end, or last");
  return usage_error("no " + what + " has an id that ends in \"" + ending + "\"", std::move(hint));
}

Result<const Entry*> entry_named(Session& session, const Ledger& ledger,
                                 const std::string& ending) {
  if (ending == "last") return last_logged(session, ledger);
  const Candidates found = ending_in(ledger, ledger.entries(), ending);
  if (found.size() == 1) return found.front();
  if (found.size() > 1)
    return usage_error(
        "the ids of " + std::to_string(found.size()) + " entries end in \"" + ending + "\"",
        "use more of the id: " + listed(ledger, found, session.today()));
  if (!ending_in(ledger, ledger.removed(), ending).empty())
    return usage_error("entry \"" + ending + "\" has already been removed",
                       "connect undo restores it right after connect remove, connect redo right "
                       "after connect undo");
  if (const auto found_on = of_day(ledger, ending, session.today()))
    return only_one(ledger, *found_on, ending, session.today());
  return no_such_id("entry", ending,
                    "connect list shows the ids; last is the entry you logged last");
}

}  // namespace connect::app
