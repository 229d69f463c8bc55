#include "app/reading/matching.hpp"

#include <algorithm>

#include "app/entries/entry_parts.hpp"
#include "app/ledger_access.hpp"
#include "app/reading/people_in_text.hpp"
#include "domain/report/report.hpp"
#include "domain/text/name_folding.hpp"
#include "render/terminal/words.hpp"

namespace connect::app {
namespace {

Found find(const Ledger& ledger, const cli::Filter& filter, std::size_t limit) {
  Found found;
  found.of = ledger.entries().size();
  const Selector is_selected(filter.selection, ledger);
  const auto entries = ledger.entries();
  for (auto it = entries.rbegin(); it != entries.rend(); ++it) {
    if (filter.period && !filter.period->contains(it->day)) continue;
    if (!is_selected(*it)) continue;
    if (limit == 0 || found.entries.size() < limit) {
      found.entries.push_back(ledger.entry_text(*it));
    } else {
      ++found.earlier;
    }
  }
  return found;
}

/// Whether the filter leaves entries out, apart from its limit.
bool is_choosy(const cli::Filter& filter) { return filter.period || !filter.selection.empty(); }

/// Whether the selection has a name that no entry has, so that another one may have been meant.
bool has_unused_name(const Selection& selection, const Summary& summary) {
  const auto is_unused_person = [&](const std::string& name) {
    const auto person = summary.people.find(name);
    return !person || summary.persons[*person].entries == 0;
  };
  const auto is_unused_tag = [&](const std::string& name) {
    const auto tag = summary.tags.find(name);
    return !tag || summary.tagged[*tag] == 0;
  };
  return std::ranges::any_of(selection.with, is_unused_person) ||
         std::ranges::any_of(selection.tags, is_unused_tag);
}

/// The same as matching(), from the lines of the latest entries; nothing if others are needed.
std::optional<Found> among_latest(const cli::Filter& filter, std::size_t limit, Session& session) {
  // With a limit of its own, nobody asks how many entries are earlier.
  const bool is_counted = !is_choosy(filter) || filter.limit;
  const bool may_be_full = limit > 0 && limit <= latest_entries && is_counted;
  if ((!filter.period && !may_be_full) || !filter.selection.texts.empty()) return std::nullopt;
  const auto summary = read_summary(session);
  if (!summary) return std::nullopt;  // the ledger itself gives the same error
  std::span<const EntryRef> latest = summary->latest;
  const bool has_all =
      latest.size() == summary->entries ||
      (filter.period && !latest.empty() && latest.front().day < filter.period->since);
  if (!has_all && !may_be_full) return std::nullopt;
  if (has_unused_name(filter.selection, *summary)) return std::nullopt;
  if (!is_choosy(filter)) latest = latest.last(std::min(latest.size(), limit));
  const auto ledger = read_entries(session, *summary, latest);
  if (!ledger) return std::nullopt;
  Found found = find(*ledger, filter, limit);
  found.of = summary->entries;
  if (!is_choosy(filter)) found.earlier = found.of - found.entries.size();
  if (!has_all && found.entries.size() < limit) return std::nullopt;
  return found;
}

}  // namespace

Result<Found> matching(const cli::Filter& filter, std::size_t limit, Session& session) {
  if (auto found = among_latest(filter, limit, session)) return *std::move(found);
  // Two passes: the entries without notes first, then the notes of those that match.
  const bool is_second_round = is_choosy(filter) || limit > 0;
  const auto reading = read_ledger(session, is_second_round ? Notes::leave : Notes::keep,
                                   {note_test(filter.selection), {}});
  if (!reading) return reading.error();
  Found found = find(reading->ledger, filter, limit);
  if (found.entries.empty()) found.near_miss = near_miss(filter.selection, reading->ledger);
  if (is_second_round && !found.entries.empty())
    if (const auto added = add_notes(session, found.entries); !added) return added.error();
  return found;
}

Status accept_words(cli::Filter& filter, Session& session) {
  for (const auto& message : filter.messages) session.notice(message);
  if (filter.doubts.empty() && filter.name_words.empty() && filter.runs.empty()) return success();
  const auto summary = read_summary(session);
  if (!summary) return summary.error();
  if (const auto taken = take_people(filter, summary->people, summary->tags); !taken) return taken;
  settle_names(filter.selection, filter.name_words, summary->people, summary->tags);
  std::erase(filter.selection.texts, "");
  const auto tags = known_tags(*summary);
  for (const auto& [word, reading, option] : filter.doubts) {
    const PersonTotals* person = find_person(*summary, word);
    const auto tag = std::ranges::find(tags, fold_key(word), fold_key);
    if (person == nullptr && tag == tags.end()) continue;
    const std::string other = person != nullptr ? "@" + person->name : "+" + *tag;
    return usage_error("\"" + word + "\" could be " + reading + " or the " +
                           (person != nullptr ? "person " : "tag ") + other,
                       "use " + option + " " + word + " for " + reading + ", or " + other);
  }
  return success();
}

Result<Selected> selected(const Selection& selection, Notes notes, bool with_initials,
                          Session& session) {
  auto reading = read_ledger(session, notes, {note_test(selection), {}});
  if (!reading) return reading.error();
  Selected out;
  out.ledger = std::move(reading->ledger);
  if (with_initials) out.initials = initials(summary_of(out.ledger));
  const Selector is_selected(selection, out.ledger);
  if (std::ranges::none_of(out.ledger.entries(), is_selected))
    out.near_miss = near_miss(selection, out.ledger);
  out.ledger.keep_only(is_selected);
  return out;
}

void notice_nothing_logged(Session& session) {
  session.notice("nothing logged yet; connect prompt suggests something");
}

void notice_nothing_found(const Selection& selection, const std::optional<DayRange>& period,
                          const std::optional<std::string>& near_miss, Session& session) {
  const std::string searched = render::searched_words(selection, period, session.today());
  session.notice("no entry matches" + (searched.empty() ? "" : ": " + searched) +
                 (near_miss ? "; did you mean " + *near_miss + "?" : ""));
}

}  // namespace connect::app
