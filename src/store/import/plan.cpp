#include "store/import/plan.hpp"

#include <algorithm>
#include <optional>

namespace connect::store {
namespace {

Ids ids_of(std::span<const Entry> entries) {
  Ids ids;
  for (const Entry& entry : entries) ids.insert(entry.id);
  return ids;
}

/// The sources (see content_source) of the imported entries.
Ids sources_of(std::span<const Entry> entries) {
  Ids sources;
  for (const Entry& entry : entries)
    if (is_content_id(entry.id)) sources.insert(content_source(entry.id));
  return sources;
}

struct Counter {
  ImportTally& tally;

  void operator()(const Logged& said) const {
    ++tally.acts;
    widen({said.day, said.day});
  }
  void operator()(const Rested& said) const {
    tally.rests += static_cast<std::size_t>(std::max(0, said.days.until - said.days.since + 1));
    widen(said.days);
  }
  template <class Other>
  void operator()(const Other&) const {
    ++tally.others;
  }

 private:
  void widen(DayRange days) const {
    if (!tally.period) tally.period = days;
    tally.period->since = std::min(tally.period->since, days.since);
    tally.period->until = std::max(tally.period->until, days.until);
  }
};

/// The day of a rest record that stands for skipped habits; nothing for any other record.
std::optional<Day> day_off(const Record& record) {
  const auto* said = std::get_if<Rested>(&record.body);
  if (said == nullptr || !is_content_id(id_from_text(record.id))) return std::nullopt;
  return said->days.since;
}

}  // namespace

ImportPlan plan_import(std::vector<ReadyRecord> records, KnownRecords known, const Ledger& ledger) {
  ImportPlan plan;
  const Ids removed = ids_of(ledger.removed());
  const Ids sources = sources_of(ledger.entries());
  std::unordered_set<std::string> taken;
  for (ReadyRecord& ready : records) {
    const Id id = id_from_text(ready.record.id);
    const auto off = day_off(ready.record);
    const bool rests = off && ledger.rests().contains(*off);  // by whichever record
    const bool is_forgotten = known.tombstones.apply(ready.record) == Tombstones::Fate::gone;
    if (rests || known.ids.contains(id) || is_forgotten) {
      const bool is_gone = removed.contains(id) || is_forgotten || (off && !rests);
      ++(is_gone ? plan.tally.removed : plan.tally.known);
      continue;
    }
    if (!taken.insert(ready.line).second) continue;
    if (is_content_id(id) && sources.contains(content_source(id))) ++plan.otherwise;
    std::visit(Counter{plan.tally}, ready.record.body);
    plan.lines.push_back(std::move(ready.line));
  }
  return plan;
}

}  // namespace connect::store
