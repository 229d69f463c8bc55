#include "domain/summary/summary.hpp"

#include <algorithm>

namespace connect {

namespace {

Day day_of_item(Day day) { return day; }
Day day_of_item(const DatedStamp& item) { return item.day; }
constexpr auto by_item_day = [](const auto& item) { return day_of_item(item); };

}  // namespace

template <class Item>
void LatestOf<Item>::add(Item item, Day since) {
  const Day day = day_of_item(item);
  if (items_.empty() || day_of_item(items_.back()) < day) {
    if (!items_.empty() && day_of_item(items_.back()) < since && day < since) items_.pop_back();
    items_.push_back(item);
    return;
  }
  const auto place = std::ranges::lower_bound(items_, day, {}, by_item_day);
  if (day_of_item(*place) != day) {
    items_.insert(place, item);
  } else {
    *place = std::max(*place, item);
  }
}

template <class Item>
void LatestOf<Item>::forget_before(Day since) {
  const auto first = std::ranges::lower_bound(items_, since, {}, by_item_day);
  if (first - items_.begin() > 1) items_.erase(items_.begin(), first - 1);
}

template <class Item>
std::optional<Item> LatestOf<Item>::last() const {
  return items_.empty() ? std::nullopt : std::optional(items_.back());
}

template <class Item>
std::optional<Item> LatestOf<Item>::until(Day day) const {
  const auto next = std::ranges::upper_bound(items_, day, {}, by_item_day);
  return next == items_.begin() ? std::nullopt : std::optional(*(next - 1));
}

template class LatestOf<Day>;
template class LatestOf<DatedStamp>;

std::string Summary::id_text(Id id) const {
  for (const ForeignIds* texts : {&foreign_ids, details ? &details->foreign_ids : nullptr}) {
    if (texts == nullptr) continue;
    const auto found = std::ranges::find(*texts, id, &ForeignIds::value_type::first);
    if (found != texts->end()) return found->second;
  }
  return uuid_text(id);
}

}  // namespace connect
