#include "domain/summary/summary.hpp"

#include <algorithm>

namespace connect {

namespace {

constexpr std::size_t gaps_kept = 8;

void add_gap(std::vector<std::uint16_t>& gaps, int days) {
  gaps.push_back(static_cast<std::uint16_t>(std::min(days, UINT16_MAX)));
  if (gaps.size() > gaps_kept) gaps.erase(gaps.begin());
}

}  // namespace

void LatestStamps::add(DatedStamp item, Day since) {
  if (items_.empty() || items_.back().day < item.day) {
    if (!items_.empty() && items_.back().day < since && item.day < since) items_.pop_back();
    items_.push_back(item);
    return;
  }
  const auto place = std::ranges::lower_bound(items_, item.day, {}, &DatedStamp::day);
  if (place->day != item.day) {
    items_.insert(place, item);
  } else {
    *place = std::max(*place, item);
  }
}

void LatestStamps::forget_before(Day since) {
  const auto first = std::ranges::lower_bound(items_, since, {}, &DatedStamp::day);
  if (first - items_.begin() > 1) items_.erase(items_.begin(), first - 1);
}

std::optional<DatedStamp> LatestStamps::last() const {
  return items_.empty() ? std::nullopt : std::optional(items_.back());
}

std::optional<DatedStamp> LatestStamps::until(Day day) const {
  const auto next = std::ranges::upper_bound(items_, day, {}, &DatedStamp::day);
  return next == items_.begin() ? std::nullopt : std::optional(*(next - 1));
}

void PersonTotals::meet(const DatedStamp& meeting, Day since) {
  met.add(meeting);
  forget_meetings_before(since);
}

void PersonTotals::forget_meetings_before(Day since) {
  const auto& all = met.items();
  for (std::size_t i = 1; i < all.size() && all[i].day < since; ++i)
    add_gap(gaps, all[i].day - all[i - 1].day);
  met.forget_before(since);
}

void PersonTotals::forget_before(Day since) {
  forget_meetings_before(since);
  thanked.forget_before(since);
  forget_settings_before(settings, since);
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
