#include "domain/summary/summary.hpp"

#include <algorithm>

namespace connect {

void LatestDays::add(Day day, Day since) {
  if (days_.empty() || days_.back() < day) {
    if (!days_.empty() && days_.back() < since && day < since) days_.pop_back();
    days_.push_back(day);
    return;
  }
  const auto place = std::ranges::lower_bound(days_, day);
  if (*place != day) days_.insert(place, day);
}

void LatestDays::forget_before(Day since) {
  const auto first = std::ranges::lower_bound(days_, since);
  if (first - days_.begin() > 1) days_.erase(days_.begin(), first - 1);
}

std::optional<Day> LatestDays::last() const {
  return days_.empty() ? std::nullopt : std::optional(days_.back());
}

std::optional<Day> LatestDays::until(Day day) const {
  const auto next = std::ranges::upper_bound(days_, day);
  return next == days_.begin() ? std::nullopt : std::optional(*(next - 1));
}

std::string Summary::id_text(Id id) const {
  for (const ForeignIds* texts : {&foreign_ids, details ? &details->foreign_ids : nullptr}) {
    if (texts == nullptr) continue;
    const auto found = std::ranges::find(*texts, id, &ForeignIds::value_type::first);
    if (found != texts->end()) return found->second;
  }
  return uuid_text(id);
}

}  // namespace connect
