// Small pictures of series, in characters that need no room of their own.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "domain/feelings/feelings.hpp"

namespace connect::render {

/// One bar per value from `low` to `high`; a blank where there is none.
std::string sparkline(std::span<const std::optional<double>> values, double low, double high);

/// The whole points between which the bars of feelings are drawn: the same for all three, so that
/// they can be compared, and at least four apart, so that a small change looks small.
struct BarScale {
  int low = 0;
  int high = 10;
};
BarScale bar_scale(const FeelingWeeks& weeks);

/// "6.2", or "-" for none.
std::string one_decimal(std::optional<double> value);

}  // namespace connect::render
