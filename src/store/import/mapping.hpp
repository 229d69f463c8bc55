// Maps rows about habits to records: which act each habit is, which days are rest days, and ids
// that are derived from the content, so that a second import finds every record in the ledger.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/outcome/import.hpp"
#include "store/import/formats.hpp"

namespace connect::store {

/// Adds records for the harvest's rows to it, and returns for each habit its mapping and how often
/// it was done. Habits without a mapping get no records: the caller refuses them. A day that every
/// habit skipped becomes a rest day.
std::vector<ImportedHabit> map_rows(Harvest& harvest, const ImportFormat& format,
                                    std::span<const HabitMapping> mappings);

/// Whether the mappings skip this habit.
bool is_left_out(const std::string& habit, const ImportFormat& format,
                 std::span<const HabitMapping> mappings);

}  // namespace connect::store
