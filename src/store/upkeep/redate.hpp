// Dates anew what a clock that ran ahead wrote, so that it does not win over everything said until
// that day comes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/names.hpp"

namespace connect::store {

/// Makes a record of this moment, with a new id and a later stamp than `after`.
using NewRecord = std::function<Record(Body, const Stamp& after)>;

/// A record that takes the place of an older one, and the tombstone that keeps every copy of that
/// one from coming back.
struct Redated {
  std::string old_id;
  Record record;
  Record tombstone;
};

/// The same records at this moment, in the order in which they are given.
std::vector<Redated> redated(const std::vector<Record>& ahead, const NewRecord& new_record);

/// The bytes of a ledger, or of its safety journal, with the new records in the place of the old
/// ones and the tombstones at the end; nothing when they hold none of these. Corrections of a
/// record that is replaced go, and corrections of these: together they came to nothing, for it
/// counted.
std::optional<std::string> with_redated(std::string_view bytes,
                                        const std::vector<Redated>& records);

}  // namespace connect::store
