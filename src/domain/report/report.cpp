#include "domain/report/report.hpp"

#include <algorithm>
#include <map>

#include "domain/ledger/id.hpp"
#include "domain/summary/summary_views.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/time/day_words.hpp"

namespace connect {
namespace {

constexpr std::array<std::string_view, 9> groupings = {"day",  "week", "month",  "year", "weekday",
                                                       "hour", "act",  "person", "tag"};

// Joins names while counting, because a name may contain ';'. Replaced by ';' in the result.
constexpr char unit_separator = '\x1f';

std::string week_key(Day day) {
  const IsoWeek week = iso_week(day);
  return std::to_string(week.year) + (week.week < 10 ? "-W0" : "-W") + std::to_string(week.week);
}

/// The names as the report shows them.
struct ShownNames {
  const Summary& summary;
  std::vector<std::string> people;  // initials by NameIndex; empty if not redacted

  const std::string& person(NameIndex name) const {
    return people.empty() ? summary.people.display(name) : people[name];
  }
  const std::string& tag(NameIndex name) const { return summary.tags.display(name); }
};

/// The key of a day in a calendar grouping.
std::string key_of(Day day, By by) {
  if (by == By::week) return week_key(day);
  return iso(day).substr(0, by == By::day ? 10 : by == By::month ? 7 : 4);
}

bool in_time(By by) { return by <= By::year; }

/// "mon" to "sun".
std::string weekday_key(int day) { return lower_case(weekday_name(day).substr(0, 3)); }

/// Sorted by count, highest first, then by name.
std::vector<Report::Count> ordered(const std::map<std::string, std::uint32_t>& counts) {
  std::vector<Report::Count> out;
  for (const auto& [key, count] : counts) {
    out.push_back({key, count});
    std::ranges::replace(out.back().key, unit_separator, ';');
  }
  std::ranges::stable_sort(out, std::greater(), &Report::Count::count);
  return out;
}

std::vector<PersonDate> dates_within(DayRange period, const PersonDetails& details) {
  auto dates = dates_of(details);
  std::erase_if(
      dates, [&](const PersonDate& date) { return next_on(date.on, period.since) > period.until; });
  return dates;
}

std::vector<Report::Person> ordered(const ShownNames& shown, DayRange period,
                                    const std::map<NameIndex, Report::Person>& counts) {
  const bool is_redacted = !shown.people.empty();
  std::vector<Report::Person> out;
  for (const auto& [index, person] : counts) {
    out.push_back(person);
    out.back().name = shown.person(index);
    if (!is_redacted) out.back().dates = dates_within(period, shown.summary.persons[index].details);
  }
  std::ranges::sort(out, [](const auto& a, const auto& b) {
    return std::tie(b.count, b.last, a.name) < std::tie(a.count, a.last, b.name);
  });
  return out;
}

/// Counts day by day; finish() sums up and sorts.
class Tally {
 public:
  Tally(const ShownNames& shown, Report& report)
      : shown_(shown),
        details_(*shown.summary.details),
        report_(report),
        with_(details_.lists.size()),
        tagged_(details_.lists.size()) {}

  void count(std::size_t row) {
    const DayActs& acts = details_.rows[row].acts;
    report_.days.push_back(acts);
    report_.total += acts.total();
    for (Act act : all_acts) report_.acts[index(act)] += acts.counts[index(act)];
    for (const auto& share : details_.with_on(row)) {
      Use& use = with_[share.list];
      if (use.count == 0) use.first = acts.day;
      use.count += share.count;
      use.last = acts.day;
    }
    for (const auto& share : details_.tagged_on(row)) tagged_[share.list].count += share.count;
    if (in_time(report_.by)) count_in_time(acts);
  }

  void finish() {
    report_.days_acted = static_cast<std::uint32_t>(report_.days.size());
    count_people();
    count_tags();
    if (report_.by == By::act)
      for (Act act : all_acts) count_row(std::string(slug(act)), report_.acts[index(act)]);
    find_new_and_back();
    report_.people = ordered(shown_, report_.period, people_);
    report_.tags = ordered(tags_);
    if (report_.by == By::weekday) return count_weekdays();
    if (!in_time(report_.by)) report_.rows = ordered(rows_);
  }

 private:
  /// Counts of one list of names.
  struct Use {
    std::uint32_t count = 0;
    Day first, last;
  };

  /// Days are passed in order, so the days of one key are adjacent.
  void count_in_time(const DayActs& acts) {
    std::string key = key_of(acts.day, report_.by);
    if (report_.rows.empty() || report_.rows.back().key != key)
      report_.rows.push_back({std::move(key), 0});
    report_.rows.back().count += acts.total();
  }

  void count_weekdays() {
    for (int i = 0; i < 7; ++i) report_.rows.push_back({weekday_key(i), 0});
    for (const DayActs& acts : report_.days)
      report_.rows[static_cast<std::size_t>(weekday(acts.day))].count += acts.total();
  }

  void count_people() {
    for (std::uint32_t list = 0; list < with_.size(); ++list) {
      const auto& [count, first, last] = with_[list];
      if (count == 0) continue;
      std::vector<std::string> names;
      for (NameIndex person : details_.lists[list]) {
        names.push_back(shown_.person(person));
        Report::Person& known = people_[person];
        known.first = known.count == 0 ? first : std::min(known.first, first);
        known.last = known.count == 0 ? last : std::max(known.last, last);
        known.count += count;
      }
      if (report_.by == By::person) count_row(joined(names, {&unit_separator, 1}), count);
    }
  }

  /// Nobody is new in the period in which the ledger begins.
  void find_new_and_back() {
    constexpr int long_silence = 180;  // days
    if (!report_.first_act || *report_.first_act >= report_.period.since) return;
    const auto before =
        details_.meetings_before(report_.period.since, shown_.summary.people.size());
    std::map<NameIndex, Report::Person> newcomers;
    std::vector<std::pair<int, Report::Met>> back;
    for (const auto& [index, person] : people_) {
      const Meetings& met = before[index];
      if (met.days == 0)
        newcomers.insert({index, person});
      else if (const int silence = person.first - met.last; silence >= long_silence)
        back.push_back({-silence, {shown_.person(index), met.last}});
    }
    report_.newcomers = ordered(shown_, report_.period, newcomers);
    std::ranges::stable_sort(report_.newcomers, {}, &Report::Person::first);
    std::ranges::sort(back, {}, [](const auto& each) {
      return std::pair(each.first, std::string_view(each.second.name));
    });
    constexpr std::size_t most_back = 5;
    for (auto& each : back)
      if (report_.back.size() < most_back) report_.back.push_back(std::move(each.second));
  }

  void count_tags() {
    for (std::uint32_t list = 0; list < tagged_.size(); ++list) {
      if (tagged_[list].count == 0) continue;
      std::vector<std::string> names;
      for (NameIndex tag : details_.lists[list]) names.push_back(shown_.tag(tag));
      for (const auto& name : names) tags_[name] += tagged_[list].count;
      if (report_.by == By::tag)
        count_row(joined(names, {&unit_separator, 1}), tagged_[list].count);
    }
  }

  void count_row(const std::string& key, std::uint32_t count) {
    if (count > 0) rows_[key] += count;
  }

  const ShownNames& shown_;
  const DailyDetails& details_;
  Report& report_;
  std::vector<Use> with_, tagged_;  // by list
  std::map<NameIndex, Report::Person> people_;
  std::map<std::string, std::uint32_t> tags_;
  std::map<std::string, std::uint32_t> rows_;
};

void count_suggestion(const DailyDetails& details, Day day, Act act, Report& report) {
  if (!report.period.contains(day)) return;
  const DayActs* acts = details.acts_on(day);
  ++report.prompts_shown;
  if (acts != nullptr && acts->counts[index(act)] > 0) ++report.prompts_taken;
}

void count_suggestions(const Summary& summary, Report& report) {
  const DailyDetails& details = *summary.details;
  for (const auto& each : details.suggested) count_suggestion(details, each.day, each.act, report);
  for (const ResolvedSuggestion& each : resolved_suggestions(summary)) {
    const bool is_in_details = summary.before && each.day < summary.before->settled;
    if (!each.declined && !is_in_details) count_suggestion(details, each.day, each.act, report);
  }
}

/// The latest entry of the same date a year before.
std::optional<EntryText> a_year_before_today(const Summary& summary, Day today) {
  const Day then = a_year_before(today);
  if (summary.details->acts_on(then) == nullptr) return std::nullopt;
  return latest_entry(summary, summary.details->row_since(then));
}

std::optional<FeelingsReport> feelings_of(const Summary& summary, DayRange period, Day today,
                                          const ReportWish& wish) {
  if (wish.redacted || wish.feelings == WithFeelings::nothing) return std::nullopt;
  const FeelingHistory history = feeling_history(summary, period, today);
  if (history.check_ins.empty() && history.pairs.empty()) return std::nullopt;
  return feelings_report(history, wish.feelings == WithFeelings::statistics);
}

/// The period of "all": from the first entry or rating.
DayRange since_first(const Summary& summary, DayRange period) {
  Day first = period.until;
  // An entry after today may be the first one, so the streaks, which end today, cannot tell.
  if (!summary.details->rows.empty()) first = std::min(first, summary.details->rows[0].acts.day);
  if (const auto& rated = summary.details->rated; !rated.empty())
    first = std::min(first, Day{rated[0].day});
  return {first, period.until};
}

/// The longest streak, counted from the start of the period.
int longest_within(const DailyDetails& details, const RestCalendar& rests, DayRange period,
                   Rhythm rhythm) {
  std::vector<Day> acted;
  for (std::size_t row = details.row_since(period.since); row < details.rows.size(); ++row)
    acted.push_back(details.rows[row].acts.day);
  return streak_lengths(acted, rests, period.until, rhythm).longest;
}

/// The counts of the period before; nothing if no act is known from before it.
std::optional<Report::Before> counts_before(const DailyDetails& details, const Report& report) {
  const DayRange days = period_before(report.so_far(), report.today);
  const bool is_day = report.period.since == report.period.until;
  if (is_day || report.is_all || !report.first_act || *report.first_act > days.since)
    return std::nullopt;
  if (details.earlier && details.earlier->until > days.since) return std::nullopt;
  Report::Before before{days};
  const std::size_t end = details.row_since(days.until + 1);
  for (std::size_t row = details.row_since(days.since); row < end; ++row) {
    before.total += details.rows[row].acts.total();
    ++before.days_acted;
  }
  return before;
}

/// The selection with the names as they are shown; a name that is unknown cannot have initials.
Selection shown_selection(const ReportWish& wish, const ShownNames& shown) {
  Selection out = wish.selection;
  for (auto& name : out.with) {
    const auto known = shown.summary.people.find(name);
    if (known || wish.redacted) name = known ? shown.person(*known) : "somebody";
  }
  for (auto& tag : out.tags)
    if (const auto known = shown.summary.tags.find(tag)) tag = shown.tag(*known);
  return out;
}

std::vector<std::string> initials_for(const Summary& summary, const ReportWish& wish) {
  if (!wish.redacted) return {};
  return wish.initials.empty() ? initials(summary) : wish.initials;
}

void redact(Report& report, const ShownNames& shown) {
  const auto hide = [&](std::string& name) {
    if (const auto known = shown.summary.people.find(name)) name = shown.person(*known);
  };
  for (auto& quiet : report.quiet) hide(quiet.name);
  for (auto& name : report.due) hide(name);
  if (!report.a_year_ago) return;
  for (auto& name : report.a_year_ago->said.with) hide(name);
}

}  // namespace

DayRange Report::known_days() const {
  const Day last = days.empty() ? today : std::max(today, days.back().day);
  return {period.since, std::clamp(last, period.since, std::max(period.since, period.until))};
}

std::string_view slug(By by) { return groupings[static_cast<std::size_t>(by)]; }

std::optional<By> by_from_word(std::string_view word) {
  const auto found = std::ranges::find(groupings, word);
  if (found == groupings.end()) return std::nullopt;
  return static_cast<By>(found - groupings.begin());
}

Report report_of(const Summary& summary, const ReportWish& wish, const Streak& streak,
                 const RestCalendar& rests) {
  const ShownNames shown{summary, initials_for(summary, wish)};
  const bool is_whole = wish.selection.empty();
  const DailyDetails& details = *summary.details;
  Report report;
  // "all" is parsed as a period from year 1 on.
  report.is_all = wish.period.since == *day_of({1, 1, 1});
  report.period = report.is_all ? since_first(summary, wish.period) : wish.period;
  report.selection = shown_selection(wish, shown);
  report.today = streak.today;
  if (is_whole) report.rests = rests;
  report.by = wish.by;
  report.is_grouped = wish.is_grouped;
  report.streak = streak;
  report.first_act = first_acted(summary, report.today);
  report.longest_streak = longest_within(details, rests, report.so_far(), streak.rhythm);
  Tally tally(shown, report);
  const std::size_t end = details.row_since(report.period.until + 1);
  for (std::size_t row = details.row_since(report.period.since); row < end; ++row) tally.count(row);
  tally.finish();
  report.before = counts_before(details, report);
  count_suggestions(summary, report);
  if (is_whole && report.period.since <= report.today)
    report.quiet = quiet_people(summary, report.so_far().until);
  if (is_whole && report.includes_today())
    report.due = names_of(overdue_people(summary, report.today));
  if (report.includes_today()) report.a_year_ago = a_year_before_today(summary, report.today);
  if (is_whole) report.feelings = feelings_of(summary, report.period, report.today, wish);
  if (wish.redacted) redact(report, shown);
  return report;
}

CalendarUnit unit_of(DayRange period, Day today) {
  const auto [since, until] = period;
  const Day year_end = *day_of({civil(since).year, 12, 31});
  const auto is_of = [&](Day first, Day last) {
    return since == first && until <= last && (until == last || until == today);
  };
  if (is_of(first_of_month(since), last_of_month(since))) return CalendarUnit::month;
  if (is_of(*day_of({civil(since).year, 1, 1}), year_end)) return CalendarUnit::year;
  return CalendarUnit::none;
}

DayRange period_before(DayRange period, Day today) {
  const auto [since, until] = period;
  const CalendarUnit unit = unit_of(period, today);
  if (unit == CalendarUnit::year) return {a_year_before(since), a_year_before(until)};
  if (unit == CalendarUnit::month) {
    const Day start = first_of_month(since - 1);
    const bool is_whole = until == last_of_month(since);
    return {start, is_whole ? since - 1 : std::min(since - 1, start + (until - since))};
  }
  // The same weekdays, if it is a week or less.
  const int shift = std::max(until - since + 1, 7);
  return {since - shift, until - shift};
}

Hours hours_of(const Ledger& ledger, DayRange period, int day_start) {
  Hours out;
  for (const Entry& entry : ledger.entries()) {
    if (!period.contains(entry.day)) continue;
    const bool is_own = local_day(entry.at(), day_start) == entry.day && !is_content_id(entry.id);
    if (is_own) ++out.counts[static_cast<std::size_t>(local_second(entry.at()) / 3600)];
    if (!is_own) ++out.unknown;
  }
  return out;
}

void count_hours(Report& report, const Ledger& ledger, int day_start) {
  const auto [hours, unknown] = hours_of(ledger, report.period, day_start);
  report.rows.clear();
  for (std::size_t hour = 0; hour < hours.size(); ++hour)
    if (hours[hour] > 0)
      report.rows.push_back({(hour < 10 ? "0" : "") + std::to_string(hour), hours[hour]});
  if (unknown > 0) report.rows.push_back({"unknown", unknown});
}

std::vector<Report::Count> rows_for_people(const Report& report) {
  if (report.by != By::person && report.by != By::tag) return report.rows;
  std::vector<Report::Count> out;
  if (report.by == By::tag) out = report.tags;
  if (report.by == By::person)
    for (const auto& person : report.people) out.push_back({person.name, person.count});
  const auto without = std::ranges::find(report.rows, "", &Report::Count::key);
  if (without != report.rows.end()) out.push_back(*without);
  std::ranges::stable_sort(out, std::greater(), &Report::Count::count);
  return out;
}

void add_notes(Report& report, const Ledger& ledger) {
  const auto id = report.a_year_ago ? id_from_text(report.a_year_ago->id) : Id{};
  for (const Entry& entry : ledger.entries()) {
    if (report.period.contains(entry.day)) report.entries.push_back(ledger.entry_text(entry));
    if (report.a_year_ago && entry.id == id) report.a_year_ago->said.note = ledger.note(entry);
  }
}

}  // namespace connect
