// What `forget` leaves in the ledger, so that a merge does not bring erased words back.
//
// A forgotten record is replaced by a tombstone: an amendment with `"forgotten":true` that names
// its id and cannot be taken back. A record from which a person was redacted keeps its id and time
// and is marked `"redacted":true`: among records with one id the marked ones count, all others are
// older forms. Where two machines redacted one record, the intersection of what both kept stays.
// The result depends neither on the order of the records nor on which machine merges first.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "connect/record.hpp"
#include "domain/ledger/id.hpp"

namespace connect {

/// 0 for a record without the mark; else 1 to 255, the greater the fewer names and notes are left.
std::uint8_t redaction_rank(const Record& record);

/// The intersection of two forms of one record, marked as redacted. Both are of the same kind.
Record redacted_meet(const Record& a, const Record& b);

/// The tombstones and redacted records of a ledger.
class Tombstones {
 public:
  enum class Fate : std::uint8_t { stays, changed, gone };

  /// Registers a tombstone or a redacted record; ignores all others. Call it for every record of
  /// the ledger, and of the copies to be merged, before apply().
  void add(const Record& record);
  bool empty() const { return forgotten_.empty() && redacted_.empty(); }
  bool is_forgotten(Id id) const { return forgotten_.contains(id); }
  /// From the ids of the tombstones to their text.
  const std::unordered_map<Id, std::string, IdHash>& forgotten() const { return forgotten_; }

  /// Decides on a record from any copy; with `changed`, `record` was redacted in place. A
  /// correction is dropped with its record, and so is a correction of that correction, if it is
  /// passed later.
  Fate apply(Record& record);

 private:
  std::unordered_map<Id, std::string, IdHash> forgotten_;
  std::unordered_map<Id, Record, IdHash> redacted_;
  std::unordered_set<Id, IdHash> gone_;  // corrections of forgotten records
};

}  // namespace connect
