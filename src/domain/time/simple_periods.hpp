// Parses the periods that have a name of their own, such as "last month", 2026-Q4 and 3d.
// Ranges and open ends are made of these in periods.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/time/dates.hpp"

namespace connect {

/// The words in lower case, with single spaces and none at the ends.
std::string plain(std::string_view words);
/// Any period with neither a range nor an open end; `words` as plain() gives them.
std::optional<DayRange> simple_period(std::string_view words, const Calendar& calendar);

}  // namespace connect
