#include "app/reading/matching.hpp"

#include <algorithm>

#include "app/ledger_access.hpp"
#include "domain/text/name_folding.hpp"

namespace connect::app {
namespace {

/// Matches entries against a filter. The filter's names are looked up once; a name that is not in
/// the ledger matches nothing.
class Matcher {
 public:
  Matcher(const cli::Filter& filter, const Ledger& ledger) : filter_(filter), ledger_(ledger) {
    for (const auto& name : filter.with) people_.push_back(ledger.people().find(name));
    for (const auto& name : filter.tags) tags_.push_back(ledger.tags().find(name));
  }

  bool operator()(const Entry& entry) const {
    return (!filter_.period || filter_.period->contains(entry.day)) && has_act(entry) &&
           all_in(people_, ledger_.people(entry)) && all_in(tags_, ledger_.tags(entry)) &&
           (filter_.grep.empty() || entry.is_found);
  }

 private:
  bool has_act(const Entry& entry) const {
    return filter_.acts.empty() || std::ranges::find(filter_.acts, entry.act) != filter_.acts.end();
  }

  static bool all_in(const std::vector<std::optional<NameIndex>>& wanted,
                     const std::vector<NameIndex>& given) {
    return std::ranges::all_of(wanted, [&](const auto& name) {
      return name && std::ranges::find(given, *name) != given.end();
    });
  }

  const cli::Filter& filter_;
  const Ledger& ledger_;
  std::vector<std::optional<NameIndex>> people_;
  std::vector<std::optional<NameIndex>> tags_;
};

Found find(const Ledger& ledger, const cli::Filter& filter, std::size_t limit) {
  Found found;
  found.of = ledger.entries().size();
  const Matcher matches(filter, ledger);
  const auto entries = ledger.entries();
  for (auto it = entries.rbegin(); it != entries.rend(); ++it) {
    if (!matches(*it)) continue;
    if (limit == 0 || found.entries.size() < limit) {
      found.entries.push_back(ledger.entry_text(*it));
    } else {
      ++found.earlier;
    }
  }
  return found;
}

/// A test whether a note contains this text, case and accents aside; empty if there is no text.
NoteTest contains(const std::string& text) {
  if (text.empty()) return {};
  return [key = fold_key(text)](std::string_view note) {
    return fold_key(note).find(key) != std::string::npos;
  };
}

/// Whether the filter leaves entries out, apart from its limit.
bool is_choosy(const cli::Filter& filter) {
  return filter.period || !filter.acts.empty() || !filter.with.empty() || !filter.tags.empty() ||
         !filter.grep.empty();
}

/// The same as matching(), from the lines of the latest entries; nothing if others are needed.
std::optional<Found> among_latest(const cli::Filter& filter, std::size_t limit, Session& session) {
  // With a limit of its own, nobody asks how many entries are earlier.
  const bool is_counted = !is_choosy(filter) || filter.limit;
  const bool may_be_full = limit > 0 && limit <= latest_entries && is_counted;
  if ((!filter.period && !may_be_full) || !filter.grep.empty()) return std::nullopt;
  const auto summary = read_summary(session);
  if (!summary) return std::nullopt;  // the ledger itself gives the same error
  std::span<const EntryRef> latest = summary->latest;
  const bool has_all =
      latest.size() == summary->entries ||
      (filter.period && !latest.empty() && latest.front().day < filter.period->since);
  if (!has_all && !may_be_full) return std::nullopt;
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
                                   {contains(filter.grep), {}});
  if (!reading) return reading.error();
  Found found = find(reading->ledger, filter, limit);
  if (is_second_round && !found.entries.empty())
    if (const auto added = add_notes(session, found.entries); !added) return added.error();
  return found;
}

}  // namespace connect::app
