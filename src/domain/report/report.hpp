// The story of a period as data. Every format renders this one value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/feelings/feelings.hpp"
#include "domain/ledger/ledger.hpp"
#include "domain/streak/streak.hpp"
#include "domain/summary/chronicle.hpp"
#include "domain/summary/history.hpp"

namespace connect {

enum class By : std::uint8_t { day, week, month, act, person, tag };
/// "day", "week", ...; nothing for any other word.
std::string_view slug(By by);
std::optional<By> by_from_word(std::string_view word);

struct Report {
  struct Count {
    std::string key;
    std::uint32_t count = 0;
  };
  struct Person {
    std::string name;
    std::uint32_t count = 0;
    Day last;  // within the period
  };
  /// Someone who was met often and not for a while.
  struct Quiet {
    std::string name;
    Day last;
  };

  DayRange period;  // "all" begins with the first entry or rating
  Day today;
  std::optional<Day> first_act;  // of all days up to today
  RestCalendar rests;
  int week_start = 0;  // of the pictures: 0 for Monday to 6 for Sunday
  std::uint32_t total = 0;
  std::uint32_t days_acted = 0;
  std::array<std::uint32_t, 4> acts{};
  std::vector<Person> people;  // most often first
  std::vector<Count> tags;     // most often first
  std::vector<DayActs> days;   // days with an entry, in order
  By by = By::day;
  bool is_grouped = false;  // the grouping was asked for
  std::vector<Count> rows;  // by the chosen grouping; they add up to the total
  std::uint32_t prompts_shown = 0;
  std::uint32_t prompts_taken = 0;
  int longest_streak = 0;    // of days within the period
  Streak streak;             // as of today, for a period that includes today
  std::vector<Quiet> quiet;  // by the end of the period: longest silence first, at most five
  std::optional<EntryText> a_year_ago;     // for a period that includes today: an act of this date
  std::optional<FeelingsReport> feelings;  // of the period
  std::vector<EntryText> entries;  // of the period, with their notes, when these were asked for

  /// Whether there is anything to say about now.
  bool includes_today() const { return period.contains(today); }
  /// The part of the period that has come.
  DayRange so_far() const { return {period.since, std::min(period.until, today)}; }
};

/// What a report is to show.
struct ReportWish {
  DayRange period;
  By by = By::day;
  bool with_notes = false;  // these come from the ledger: add_notes
  bool redacted = false;    // people become initials, the same in every report
  bool is_grouped = false;  // `by` was asked for
};

/// Entries within the period, counted in every way the report tells of. An entry that names several
/// people (or tags) stands in one row under all of them, so that any grouping adds up to the total.
/// `streak` is that of today; everything else is of the period.
Report report_of(const Chronicle& chronicle, const History& history, const ReportWish& wish,
                 const Streak& streak, const RestCalendar& rests);
/// The rows as people read them: everybody (or every tag) once, however many an act names, which
/// then add up to more than the total; most often first, and those without any under an empty key.
/// Of any other grouping the rows themselves.
std::vector<Report::Count> rows_for_people(const Report& report);
/// Adds the entries of its period, with their notes, and the note of a year ago.
void add_notes(Report& report, const Ledger& ledger);

/// Who has gone quiet by this day: met on at least three days, and silent for more than twice their
/// usual gap, three weeks at least and a year at most. Those who rest are left out.
std::vector<Report::Quiet> quiet_people(const Chronicle& chronicle, Day day);

/// A stand-in for each name: its initial, and a number from the second person on who shares it, in
/// the order in which people were first met, so that later entries change nobody's initials.
std::vector<std::string> initials(const Chronicle& chronicle);

/// Names joined by ';' as in the rows and in CSV.
std::string joined(const std::vector<std::string>& names, char separator = ';');

}  // namespace connect
