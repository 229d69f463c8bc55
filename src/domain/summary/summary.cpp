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
  const auto foreign = std::ranges::find(foreign_ids, id, &std::pair<Id, std::string>::first);
  return foreign == foreign_ids.end() ? uuid_text(id) : foreign->second;
}

}  // namespace connect
