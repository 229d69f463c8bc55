// Redacts the bytes of a ledger, or of a file of its lines: takes out records, and what they say of
// a person, and leaves every other byte as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/redaction.hpp"

namespace connect::store {

struct Erasure {
  std::vector<std::string> ids;    // records that go, with their corrections
  std::vector<std::string> notes;  // what was said there: an unreadable line with it goes too
  std::vector<std::string> names;  // fold keys of one person's names
  std::vector<std::string> about;  // records that are about this person, in whatever file
  bool dry_run = false;

  bool empty() const { return ids.empty() && names.empty(); }
};

/// What a file's bytes become.
struct Erased {
  std::optional<std::string> bytes;  // nothing when they stay as they are
  std::size_t records = 0;
  std::size_t unreadable = 0;
  std::vector<std::string> forgotten;  // ids of the records that went, corrections left out
};

/// `tombstones` are added, each unless there is one for its record.
Erased without(std::string_view bytes, const Erasure& what, const std::vector<Record>& tombstones);
/// What the tombstones leave of it.
Erased without(std::string_view bytes, const Tombstones& tombstones);

/// Whether a text that is no record holds what is to go.
bool speaks_of(const std::string& text, const Erasure& what);
/// The id of the record that names the person: this one, or the one that it corrects.
std::optional<std::string> about_whom(const Record& record, const Erasure& what);

}  // namespace connect::store
