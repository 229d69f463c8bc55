// Redacts the bytes of a ledger, or of another file of its lines: removes records, and what records
// say about a person. The text of every other record and unreadable line stays as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/redaction.hpp"

namespace connect::store {

/// What is to be erased.
struct Erasure {
  std::vector<std::string> ids;    // records to remove, with their corrections
  std::vector<std::string> notes;  // their notes: an unreadable line with one is removed too
  std::vector<std::string> names;  // fold keys of one person's names
  std::vector<std::string> about;  // records about this person, from any file
  bool dry_run = false;

  bool empty() const { return ids.empty() && names.empty(); }
};

/// The result for one file.
struct Erased {
  std::optional<std::string> bytes;    // nothing when the file stays as it is
  std::size_t records = 0;             // removed or redacted
  std::size_t unreadable = 0;          // lines removed that could not be parsed
  std::vector<std::string> forgotten;  // ids of the records removed, without corrections
};

/// Redacts the bytes. `tombstones` are appended, except those of records that have one already.
Erased without(std::string_view bytes, const Erasure& what, const std::vector<Record>& tombstones);
/// Applies tombstones and redacted records to the bytes.
Erased without(std::string_view bytes, const Tombstones& tombstones);

/// Whether a text that is not a record contains an id, note or name that is to be erased.
bool speaks_of(const std::string& text, const Erasure& what);
/// If the record names the person: its id, or the id of the record that it corrects.
std::optional<std::string> about_whom(const Record& record, const Erasure& what);

}  // namespace connect::store
