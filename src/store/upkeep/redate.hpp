// Replaces records that a fast clock dated ahead by the same records dated now. Otherwise they
// would win over everything recorded until their day has come.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/names.hpp"

namespace connect::store {

/// Makes a record dated now, with a new id and a stamp later than `after`.
using NewRecord = std::function<Record(Body, const Stamp& after)>;

/// A record that replaces an older one, and the tombstone that prevents copies of the old one from
/// coming back.
struct Redated {
  std::string old_id;
  Record record;
  Record tombstone;
};

/// The same records dated now, with stamps in the given order.
std::vector<Redated> redated(const std::vector<Record>& ahead, const NewRecord& new_record);

/// The bytes of a ledger or its safety journal with the old records replaced and the tombstones
/// appended; nothing when they have none of the old records. Corrections of a replaced record are
/// dropped, and corrections of these: the record counted, so together they had no effect.
std::optional<std::string> with_redated(std::string_view bytes,
                                        const std::vector<Redated>& records);

}  // namespace connect::store
