// The report of a period as data; every output format renders this one value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/feelings/feelings.hpp"
#include "domain/ledger/ledger.hpp"
#include "domain/ledger/selection.hpp"
#include "domain/streak/streak.hpp"
#include "domain/summary/summary.hpp"

namespace connect {

/// How the rows of a report are grouped.
enum class By : std::uint8_t { day, week, month, year, weekday, hour, act, person, tag };
/// "day", "week", ...
std::string_view slug(By by);
std::optional<By> by_from_word(std::string_view word);

/// Counts of a period. Lists are sorted as noted at each member.
struct Report {
  /// A row: its key, such as "2026-11", "mon", "18", "thank" or "Maya;Sam", and the number of
  /// entries. An hour that is not known is "unknown".
  struct Count {
    std::string key;
    std::uint32_t count = 0;
  };
  struct Person {
    std::string name;
    std::uint32_t count = 0;
    Day first, last;                     // within the period
    std::vector<PersonDate> dates = {};  // those that fall in the period; none if redacted
  };
  /// A person, and a day on which they were met.
  struct Met {
    std::string name;
    Day last;
  };
  /// The period before, of the same length.
  struct Before {
    DayRange days;
    std::uint32_t total = 0;
    std::uint32_t days_acted = 0;
  };

  DayRange period;      // "all" begins with the first entry or rating
  bool is_all = false;  // the QUERY sets no beginning
  Selection selection;  // with the names as they are shown; empty for a report of everything
  Day today;
  std::optional<Day> first_act;  // of all days up to today, not only of the period
  RestCalendar rests;
  int week_start = 0;  // for calendar pictures: 0 for Monday to 6 for Sunday
  std::uint32_t total = 0;
  std::uint32_t days_acted = 0;
  std::optional<Before> before;  // not of a single day, nor without acts before all of its days
  std::array<std::uint32_t, 4> acts{};
  std::vector<Person> people;     // highest count first
  std::vector<Person> newcomers;  // of these, who was met for the first time, the first one first
  std::vector<Met> back;      // of these, met again after half a year: at most five, longest first
  std::vector<Count> tags;    // highest count first
  std::vector<DayActs> days;  // days with an entry, in order
  By by = By::day;
  bool is_grouped = false;  // whether the user asked for the grouping
  std::vector<Count> rows;  // by the chosen grouping; they add up to `total`
  std::uint32_t prompts_shown = 0;
  // Of the prompts shown, those whose act was logged on the same day.
  std::uint32_t prompts_taken = 0;
  int longest_streak = 0;  // counted over the days of the period alone
  Streak streak;           // as of today, for a period that includes today
  std::vector<Met> quiet;  // who has gone quiet by its end: longest silence first, at most five
  std::vector<std::string> due;         // today; only if today is in the period
  std::optional<EntryText> a_year_ago;  // an act of the same date; only if today is in the period
  std::optional<FeelingsReport> feelings;  // of the period
  // Of the period, with their notes, if asked for; filled by add_notes().
  std::vector<EntryText> entries;

  /// Whether the report says something about the present.
  bool includes_today() const { return period.contains(today); }
  /// The part of the period up to today.
  DayRange so_far() const { return {period.since, std::min(period.until, today)}; }
  /// The period without days to come, unless there are entries on them: never empty.
  DayRange known_days() const;
};

/// What of feelings a report has. A redacted report has none.
enum class WithFeelings : std::uint8_t { nothing, levels, statistics };

/// The options of a report.
struct ReportWish {
  DayRange period;
  By by = By::day;
  bool with_notes = false;   // include entries with notes; the caller adds them with add_notes()
  bool redacted = false;     // replace people by initials, the same ones in every report
  bool is_grouped = false;   // whether `by` was asked for
  Selection selection = {};  // the summary holds only what it selects
  // For a selection that is redacted: initials() of the whole ledger, so that they stay the same.
  std::vector<std::string> initials = {};
  WithFeelings feelings = WithFeelings::levels;
};

/// Counts the entries of the period. An entry that names several people (or tags) is in one row
/// under all of them, so that the rows of any grouping add up to the total. `streak` is today's;
/// everything else is of the period. A report of a selection leaves out what is not about entries
/// (suggestions, rest days, feelings) and whom you have not met for long.
Report report_of(const Summary& summary, const ReportWish& wish, const Streak& streak,
                 const RestCalendar& rests);
/// A calendar month or year, whole or, if it ends today, so far.
enum class CalendarUnit : std::uint8_t { none, month, year };
CalendarUnit unit_of(DayRange period, Day today);
/// The period that a report is compared with: the month or year before a month or a year, cut to as
/// many days if that is not over; of a week or less the same weekdays of the week before; else as
/// many days before.
DayRange period_before(DayRange period, Day today);
/// The acts of each hour of the day; of those that were logged for another day without a time, and
/// of imported ones, the hour is unknown.
struct Hours {
  std::array<std::uint32_t, 24> counts{};
  std::uint32_t unknown = 0;
};
/// The hours of the entries of a period. `day_start`: minutes after midnight.
Hours hours_of(const Ledger& ledger, DayRange period, int day_start);
/// Groups a report by hour.
void count_hours(Report& report, const Ledger& ledger, int day_start);
/// The rows for display: every person (or tag) once, even where an act names several, so they may
/// add up to more than the total. Highest count first; entries without any have an empty key. For
/// other groupings these are the rows themselves.
std::vector<Report::Count> rows_for_people(const Report& report);
/// Adds the entries of the period with their notes, and the note of the entry a year ago.
void add_notes(Report& report, const Ledger& ledger);

/// People who have gone quiet by this day: met on at least three days, and not met for more than
/// twice their usual gap, at least three weeks and at most a year. People who rest are left out.
std::vector<Report::Met> quiet_people(const Summary& summary, Day day);

/// Pseudonyms, by NameIndex of a root: the initial of the name, and a number from the second person
/// with that initial on. Numbered in the order in which people were first met, so that later
/// entries change nobody's initials.
std::vector<std::string> initials(const Summary& summary);

}  // namespace connect
