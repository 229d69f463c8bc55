// Lays copies of a ledger together. A record is known by its id and its text: the same one in two
// copies is one, and of two that differ under one id both are kept. So it does not matter which
// copy is added to which, in what order or how often. Nothing is taken in of what a tombstone or a
// redacted record in any of them says must not come back (connect/redaction.hpp).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "connect/app.hpp"
#include "domain/ledger/id.hpp"
#include "domain/ledger/redaction.hpp"
#include "domain/outcome/copies.hpp"
#include "store/format/scanner.hpp"

namespace connect::store {

/// Hands a copy's bytes to the sink; false when there is no such copy.
using CopySource = std::function<Result<bool>(const Files::Sink&)>;
CopySource file_source(Files& files, std::string path);
/// The text must outlive the source.
CopySource text_source(std::string_view text);

/// The records that were seen so far.
class Known {
 public:
  /// False when just this record was seen before. White space around its parts does not count.
  bool add(const Record& record, std::string_view text);
  /// The ids of all of them.
  const std::unordered_set<Id, IdHash>& ids() const { return ids_; }
  /// Of all records that were seen: what they say must not come back.
  Tombstones& tombstones() { return tombstones_; }

 private:
  struct Mark {
    Id id;
    std::uint64_t text = 0;
    bool operator==(const Mark&) const = default;
  };
  struct MarkHash {
    std::size_t operator()(const Mark& mark) const { return IdHash{}(mark.id) ^ mark.text; }
  };
  std::unordered_set<Mark, MarkHash> marks_;
  std::unordered_set<Id, IdHash> ids_;
  Tombstones tombstones_;
};

struct Newcomers {
  bool exists = false;
  bool is_ledger = true;            // false: something else is in it
  Amount amount;                    // of what was not known
  std::string lines;                // its records as they were, one a line, joined by LF
  std::vector<Problem> problems;    // what was kept out
  std::size_t refused = 0;          // records that were forgotten, or that say too much
  bool tells_of_forgotten = false;  // among the lines are tombstones or redacted records
};

/// What the source has that is not known; from now on it is. What was forgotten, here or there, is
/// not among it.
Result<Newcomers> newcomers(Known& known, const CopySource& source);

/// Records as Newcomers::lines has them, each apart.
std::vector<std::string> apart(std::string_view lines);

}  // namespace connect::store
