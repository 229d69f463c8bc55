// From rows about habits to records: which act each habit was, which days were rests, and the ids
// under which a second import finds that all of it is here.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/outcome/import.hpp"
#include "store/import/formats.hpp"

namespace connect::store {

/// Makes records of the harvest's rows, and says of each habit what became of it. Those without a
/// mapping are left out: it is for the caller to refuse them. A day that every habit skipped is a
/// rest.
std::vector<ImportedHabit> map_rows(Harvest& harvest, const ImportFormat& format,
                                    std::span<const HabitMapping> mappings);

/// Whether the mappings say that nothing of this habit is wanted.
bool is_left_out(const std::string& habit, const ImportFormat& format,
                 std::span<const HabitMapping> mappings);

}  // namespace connect::store
