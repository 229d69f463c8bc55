#include "domain/ledger/current_records.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "domain/ledger/redaction.hpp"
#include "domain/text/name_folding.hpp"

namespace connect {
namespace {

using Ids = std::unordered_set<Id, IdHash>;
using Corrections = std::unordered_map<Id, Id, IdHash>;  // from a correction to what it corrects

/// The order in which Fold picks among records of one kind that share an id: the most redacted
/// first, then the later, then the greater.
bool goes_before(const Record& a, const Record& b) {
  const auto key = [](const Record& record) {
    return std::tuple(id_from_text(record.id), record.body.index());
  };
  if (key(a) != key(b)) return key(a) < key(b);
  const auto rank_a = redaction_rank(a), rank_b = redaction_rank(b);
  if (rank_a != rank_b) return rank_a > rank_b;
  if (a.at.seconds != b.at.seconds) return a.at.seconds > b.at.seconds;
  return b.body < a.body;
}

bool claim_the_same(const Record& a, const Record& b) {
  return a.body.index() == b.body.index() && id_from_text(a.id) == id_from_text(b.id);
}

/// Keeps one record of each kind and id, and drops entries, which the ledger has, and foreign
/// records.
void settle_ids(std::vector<Record>& records) {
  std::erase_if(records, [](const Record& record) {
    return std::holds_alternative<Logged>(record.body) ||
           std::holds_alternative<Foreign>(record.body);
  });
  std::ranges::sort(records, goes_before);
  // Not std::ranges::unique: clang 14 cannot compile its subrange.
  records.erase(std::unique(records.begin(), records.end(), claim_the_same), records.end());
}

/// Whether a chain of corrections ends at a record that is not in the ledger (yet).
bool waits(const Amended& said, const Ids& here, const Corrections& corrections) {
  Id ref = id_from_text(said.ref);
  for (std::size_t steps = 0; steps <= corrections.size(); ++steps) {
    const auto next = corrections.find(ref);
    if (here.contains(ref) || next == corrections.end()) return !here.contains(ref);
    ref = next->second;
  }
  return false;  // a cycle: they correct each other
}

/// Drops removed records, and corrections that are already applied to a record in the ledger.
void drop_settled(const Ledger& ledger, std::vector<Record>& records) {
  Ids here;
  Corrections corrections;
  for (const auto entries : {ledger.entries(), ledger.removed()})
    for (const Entry& entry : entries) here.insert(entry.id);
  for (const Record& record : records)
    if (const auto* said = std::get_if<Amended>(&record.body)) {
      corrections[id_from_text(record.id)] = id_from_text(said->ref);
    } else {
      here.insert(id_from_text(record.id));
    }
  std::erase_if(records, [&](const Record& record) {
    if (const auto* said = std::get_if<Amended>(&record.body))
      return !waits(*said, here, corrections);
    return ledger.is_removed(id_from_text(record.id));
  });
}

std::string shown(const Names& people, const std::string& name) {
  const auto known = people.find(name);
  return known ? people.display(*known) : name;
}

/// The spelling shown now, unless the person was renamed: then the old name stays.
std::string spelled(const Names& people, const std::string& name) {
  const std::string now = shown(people, name);
  return fold_key(now) == fold_key(name) ? now : name;
}

void spell_as_shown(Record& record, const Names& people) {
  if (auto* notice = std::get_if<Noticed>(&record.body))
    for (auto& name : notice->with) name = shown(people, name);
  if (auto* ask = std::get_if<Asked>(&record.body))
    for (auto& name : ask->with) name = shown(people, name);
  if (auto* person = std::get_if<PersonSet>(&record.body)) {
    person->name = spelled(people, person->name);
    if (person->renamed) person->renamed = spelled(people, *person->renamed);
  }
}

}  // namespace

Record record_of(EntryText entry) { return {std::move(entry.id), entry.at, std::move(entry.said)}; }

std::vector<Record> current_records(const Ledger& ledger, std::vector<Record> others) {
  settle_ids(others);
  drop_settled(ledger, others);
  for (Record& record : others) spell_as_shown(record, ledger.people());
  for (const Entry& entry : ledger.entries()) {
    others.push_back(record_of(ledger.entry_text(entry)));
    others.back().redacted = entry.redaction > 0;
  }
  std::ranges::stable_sort(others, {}, [](const Record& record) {
    return std::pair(record.at.seconds, id_from_text(record.id));
  });
  return others;
}

}  // namespace connect
