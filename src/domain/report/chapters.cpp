#include "domain/report/chapters.hpp"

#include <algorithm>
#include <map>
#include <ranges>

namespace connect {
namespace {

constexpr int shortest_period = 90;  // days
constexpr std::size_t most_spans = 24;

int months_in(DayRange days) {
  const Civil first = civil(days.since), last = civil(days.until);
  return (last.year - first.year) * 12 + static_cast<int>(last.month) -
         static_cast<int>(first.month) + 1;
}

/// The latest spans of these days, in order, still without counts.
std::vector<Chapters::Span> spans_of(DayRange days, bool of_years) {
  std::vector<Chapters::Span> out;
  for (Day last = days.until; last >= days.since && out.size() < most_spans;) {
    const Day start = of_years ? *day_of({civil(last).year, 1, 1}) : first_of_month(last);
    out.push_back({{std::max(start, days.since), last}});
    last = start - 1;
  }
  std::ranges::reverse(out);
  return out;
}

/// The acts of these days in the whole ledger.
std::uint32_t acts_within(const Ledger& ledger, DayRange days) {
  const auto first = std::ranges::lower_bound(ledger.entries(), days.since, {}, &Entry::day);
  const auto end = std::ranges::upper_bound(ledger.entries(), days.until, {}, &Entry::day);
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, end - first));
}

/// The index of the span of a day; nothing if it is in none.
std::optional<std::size_t> span_of(const std::vector<Chapters::Span>& spans, Day day) {
  const auto found = std::ranges::find_if(
      spans, [&](const Chapters::Span& span) { return span.days.contains(day); });
  if (found == spans.end()) return std::nullopt;
  return static_cast<std::size_t>(found - spans.begin());
}

void count_days(Chapters& out, const Report& report) {
  for (const DayActs& acts : report.days) {
    out.weekdays[static_cast<std::size_t>(weekday(acts.day))] += acts.total();
    const auto at = span_of(out.spans, acts.day);
    if (!at) continue;
    Chapters::Span& span = out.spans[*at];
    for (Act act : all_acts) span.acts[index(act)] += acts.counts[index(act)];
    ++span.days_acted;
  }
}

void count_year_before(Chapters& out, const Report& report, const Ledger& ledger) {
  for (Chapters::Span& span : out.spans) {
    const DayRange days{a_year_before(span.days.since), a_year_before(span.days.until)};
    if (report.first_act && *report.first_act <= days.until)
      span.before = acts_within(ledger, days);
  }
}

std::optional<Chapters::Stretch> steadiest_of(const Report& report, const RestCalendar& rests) {
  StreakFold fold(report.streak.rhythm);
  std::optional<Chapters::Stretch> best;
  for (const DayActs& acts : report.days) {
    if (acts.day > report.so_far().until) break;
    fold.act(acts.day, rests);
    const StreakLengths lengths = fold.on(acts.day, rests);
    if (!best || lengths.current > best->acted)
      best = {{*lengths.since, acts.day}, lengths.current};
  }
  return best;
}

/// The people of the report, over the spans.
std::vector<Chapters::Presence> presence_of(const Report& report, const Ledger& ledger,
                                            const std::vector<Chapters::Span>& spans,
                                            const std::vector<std::string>& initials) {
  std::map<std::string, std::size_t, std::less<>> places;
  std::vector<Chapters::Presence> out;
  for (const auto& person : report.people) {
    places.emplace(person.name, out.size());
    out.push_back({person.name, std::vector<std::uint32_t>(spans.size())});
  }
  for (const Entry& entry : ledger.entries()) {
    if (!report.period.contains(entry.day)) continue;
    const auto at = span_of(spans, entry.day);
    for (const NameIndex person : ledger.people(entry)) {
      const auto place =
          places.find(initials.empty() ? ledger.people().display(person) : initials[person]);
      if (at && place != places.end()) ++out[place->second].counts[*at];
    }
  }
  return out;
}

/// Whether an entry of this day is a memory on `day`: an earlier year's entry of the same date.
bool is_memory(Day of_entry, Day day) {
  const auto without_year = [](Day of) {
    const Civil date = civil(of);
    return YearlyDay{static_cast<std::uint8_t>(date.month), static_cast<std::uint8_t>(date.day), 0};
  };
  return civil(of_entry).year < civil(day).year &&
         (falls_on(without_year(of_entry), day) || falls_on(without_year(day), of_entry));
}

}  // namespace

bool has_chapters(DayRange period, Day today) {
  return period.until - period.since + 1 >= shortest_period ||
         unit_of(period, today) == CalendarUnit::year;
}

Chapters chapters_of(const Report& report, const Ledger& ledger, const RestCalendar& rests,
                     const std::vector<std::string>& initials, int day_start) {
  Chapters out;
  const DayRange days = report.known_days();
  out.of_years = months_in(days) > static_cast<int>(most_spans);
  out.spans = spans_of(days, out.of_years);
  count_days(out, report);
  if (days.until - days.since < 366) count_year_before(out, report, ledger);
  out.steadiest = steadiest_of(report, rests);
  out.hours = hours_of(ledger, report.period, day_start);
  out.people = presence_of(report, ledger, out.spans, initials);
  if (report.includes_today()) out.memories = memories_of(report.today, ledger, initials);
  return out;
}

std::vector<EntryText> memories_of(Day day, const Ledger& ledger,
                                   const std::vector<std::string>& initials) {
  std::vector<EntryText> out;
  for (const Entry& entry : ledger.entries()) {
    if (!is_memory(entry.day, day)) continue;
    out.push_back(ledger.entry_text(entry));
    if (initials.empty()) continue;
    std::vector<std::string>& with = out.back().said.with;
    with.clear();
    for (const NameIndex person : ledger.people(entry)) with.push_back(initials[person]);
  }
  std::ranges::stable_sort(out, std::greater(),
                           [](const EntryText& entry) { return civil(entry.said.day).year; });
  return out;
}

}  // namespace connect
