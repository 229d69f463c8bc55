// Splits the words of a range, which look the same whether it lies in the past (periods.cpp) or
// in the future (days_ahead.cpp).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace connect {

/// Longer text cannot be days, and would take long to split in every way.
constexpr std::size_t longest_range_words = 80;

/// The words of the first and of the last day; each may be empty.
using RangeEnds = std::pair<std::string, std::string>;

/// Every way to split "FROM..TO", "FROM to TO", "FROM until TO" or "FROM - TO". There may be
/// several, because "24.12." ends with a dot. The ends of "24..27 dec" are "24 dec" and "27 dec".
/// A hyphen without spaces separates dates, months and weekdays only: "24-27 dec", "mon-fri".
std::vector<RangeEnds> ways_to_split(std::string_view words);

}  // namespace connect
