// Sums up the earlier days for the results that need all days, whatever the period of a report.
#include <algorithm>

#include "domain/streak/streak.hpp"
#include "domain/summary/chronicle.hpp"

namespace connect {
namespace {

// Days that need rows: for the entry of a year ago, for people last met up to a year ago, and for
// 90 days of streaks.
constexpr int chronicle_days_needed = 366;
constexpr int chronicle_days_listed = chronicle_days_needed + 34;

/// Drops the first `count` shares, and moves the end of each row's shares accordingly.
void leave_out(std::vector<Chronicle::Share>& shares, std::vector<Chronicle::DayRow>& days,
               std::uint32_t Chronicle::DayRow::*end, std::uint32_t count) {
  shares.erase(shares.begin(), shares.begin() + count);
  for (auto& row : days) row.*end -= count;
}

}  // namespace

void Meetings::add(Day day) {
  if (days == 0) first = day;
  if (days == 0 || last != day) ++days;
  last = day;
}

std::vector<Meetings> meetings_before(const Chronicle& chronicle, Day day) {
  std::vector<Meetings> all;
  // The sums cannot answer for a day within them; a caller that asks for one has all rows.
  const bool is_recent = chronicle.earlier && day >= chronicle.earlier->streaks.until;
  if (is_recent) all = chronicle.earlier->met;
  all.resize(chronicle.people.size());
  const std::size_t end = chronicle.row_since(day);
  for (std::size_t row = is_recent ? chronicle.recent_row() : 0; row < end; ++row)
    for (const auto& share : chronicle.with_on(row))
      for (NameIndex person : chronicle.lists[share.list])
        all[person].add(chronicle.days[row].acts.day);
  return all;
}

std::vector<Day> acted_days(const Chronicle& chronicle) {
  std::vector<Day> out;
  if (chronicle.earlier)
    for (DayRange range : chronicle.earlier->acted.ranges())
      for (; range.since <= range.until; ++range.since.number) out.push_back(range.since);
  for (std::size_t row = chronicle.recent_row(); row < chronicle.days.size(); ++row)
    out.push_back(chronicle.days[row].acts.day);
  return out;
}

Day recent_since(Day today) { return today - chronicle_days_needed; }

bool tells_enough(const Chronicle& chronicle, Day today, StreakRules rules) {
  return chronicle.earlier && chronicle.earlier->streaks.until <= recent_since(today) &&
         chronicle.earlier->streaks.rules == rules;
}

void sum_up_earlier(Chronicle& chronicle, Day today, StreakRules rules) {
  Day until = today - chronicle_days_listed;
  if (chronicle.earlier) until = std::max(until, chronicle.earlier->streaks.until);
  const History history = history_of(going_on(chronicle));
  const RestCalendar rests{history.rests, rules.rest_weekdays};
  Chronicle::Earlier earlier{
      earlier_days(history, rests, until, rules.rhythm), meetings_before(chronicle, until), {}};
  for (Day day : acted_days(chronicle))
    if (day < until) earlier.acted.add({day, day});
  chronicle.earlier = std::move(earlier);
  const std::size_t recent = chronicle.days.size() - chronicle.recent_row();
  if (chronicle.latest.size() > recent)
    chronicle.latest.erase(chronicle.latest.begin(),
                           chronicle.latest.end() - static_cast<std::ptrdiff_t>(recent));
}

void leave_out_earlier(Chronicle& chronicle) {
  const std::size_t rows = chronicle.recent_row();
  if (rows == 0) return;
  const Chronicle::DayRow last = chronicle.days[rows - 1];
  chronicle.days.erase(chronicle.days.begin(),
                       chronicle.days.begin() + static_cast<std::ptrdiff_t>(rows));
  leave_out(chronicle.with, chronicle.days, &Chronicle::DayRow::with_end, last.with_end);
  leave_out(chronicle.tagged, chronicle.days, &Chronicle::DayRow::tags_end, last.tags_end);
  std::erase_if(chronicle.shown,
                [&](const auto& each) { return each.day < chronicle.earlier->streaks.until; });
}

}  // namespace connect
