// Merges copies of a ledger: the union of their records, each identified by its id and text. The
// same record in two copies is added once; of two that differ under one id both are kept. So the
// order of the copies does not matter, nor how often one is merged. Records that a tombstone or
// redacted record in any copy covers are left out or redacted (domain/ledger/redaction.hpp).
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

/// Passes the bytes of a copy to the sink; false when there is no such copy.
using CopySource = std::function<Result<bool>(const Files::Sink&)>;
CopySource file_source(Files& files, std::string path);
/// The text must outlive the source.
CopySource text_source(std::string_view text);

/// The records seen so far.
class Known {
 public:
  /// False when the same record was seen before, white space between its tokens aside.
  bool add(const Record& record, std::string_view text);
  /// The ids of all of these records.
  const std::unordered_set<Id, IdHash>& ids() const { return ids_; }
  /// The tombstones and redacted records among them.
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

/// What a copy adds.
struct Newcomers {
  bool exists = false;
  bool is_ledger = true;            // false: the copy is something else
  Amount amount;                    // of the records that were not known
  std::string lines;                // the text of these records, one a line, joined by LF
  std::vector<Problem> problems;    // lines that could not be parsed
  std::size_t refused = 0;          // records left out or redacted, because they were forgotten
  bool tells_of_forgotten = false;  // `lines` has tombstones or redacted records
};

/// The records of the source that are not known; they are known from then on. Records that were
/// forgotten in any copy are left out.
Result<Newcomers> newcomers(Known& known, const CopySource& source);

/// Splits Newcomers::lines into records.
std::vector<std::string> apart(std::string_view lines);

}  // namespace connect::store
