// What `forget` leaves behind, so that forgotten words do not come back from another copy.
//
// A record that was forgotten leaves a tombstone: an amendment with `"forgotten":true`, which names
// its id and cannot be taken back. A record that a person was taken out of keeps its id and its
// moment and is marked `"redacted":true`: of records with one id, those with the mark count, and
// all others are older forms of it. Where two machines redacted one record, only what both left in
// it stays. The result depends neither on the order of the records nor on who merges first.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "connect/record.hpp"
#include "domain/ledger/id.hpp"

namespace connect {

/// 0 for a record without the mark, else the greater the less the record says (1 to 255).
std::uint8_t redaction_rank(const Record& record);

/// What both of two forms of one record say, marked as redacted. They are of one kind.
Record redacted_meet(const Record& a, const Record& b);

/// The tombstones and redacted records of a ledger.
class Tombstones {
 public:
  enum class Fate : std::uint8_t { stays, changed, gone };

  /// Learns from a record that is, or may come to be, in the ledger.
  void add(const Record& record);
  bool empty() const { return forgotten_.empty() && redacted_.empty(); }
  bool is_forgotten(Id id) const { return forgotten_.contains(id); }
  /// The ids of the tombstones, as they were written.
  const std::unordered_map<Id, std::string, IdHash>& forgotten() const { return forgotten_; }

  /// What is to become of a record that is found anywhere; `changed`: `record` says less now. A
  /// correction goes with its record, and so does what corrects that one, if it comes later.
  Fate apply(Record& record);

 private:
  std::unordered_map<Id, std::string, IdHash> forgotten_;
  std::unordered_map<Id, Record, IdHash> redacted_;
  std::unordered_set<Id, IdHash> gone_;  // corrections of what was forgotten
};

}  // namespace connect
