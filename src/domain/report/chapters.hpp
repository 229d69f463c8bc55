// What the page of a long period shows beside the numbers of its report: month by month, the
// steadiest stretch, weekdays and hours, people over time, and memories. It needs the entries
// themselves, so only the page that shows it pays for reading them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/report/report.hpp"

namespace connect {

struct Chapters {
  /// A month, or a year if the period has more than 24 months; cut to the period.
  struct Span {
    DayRange days;
    std::array<std::uint32_t, 4> acts{};
    std::uint32_t days_acted = 0;
    // Acts on the same dates a year earlier; of a period of 366 days at most, and not of dates
    // before the first act of all.
    std::optional<std::uint32_t> before = {};

    std::uint32_t total() const { return acts[0] + acts[1] + acts[2] + acts[3]; }
  };
  /// The longest streak, counted over the days of the period alone; the first of equal ones.
  struct Stretch {
    DayRange days;
    int acted = 0;  // as Report::longest_streak
  };
  /// How often a person was met in each span.
  struct Presence {
    std::string name;
    std::vector<std::uint32_t> counts;
  };

  bool of_years = false;
  std::vector<Span> spans;                  // the last 24 of them
  std::optional<Stretch> steadiest;         // empty without an act
  std::array<std::uint32_t, 7> weekdays{};  // from Monday
  Hours hours;
  std::vector<Presence> people;             // in the order of Report::people
  std::vector<NoticedKindness> kindnesses;  // newest first; the caller adds them
  std::vector<EntryText> memories;          // newest first; only if today is in the period
};

/// Whether a page of this period has chapters: a calendar year so far, or 90 days and more.
bool has_chapters(DayRange period, Day today);

/// `ledger`: the one that the report was made from. `initials`: those of the people, by NameIndex,
/// if the report is redacted; else empty. `day_start`: minutes after midnight.
Chapters chapters_of(const Report& report, const Ledger& ledger, const RestCalendar& rests,
                     const std::vector<std::string>& initials, int day_start);

/// The entries of earlier years with the date of this day, the latest year first. 29 February and
/// 28 February of a year without it are the same date. `initials` as above.
std::vector<EntryText> memories_of(Day day, const Ledger& ledger,
                                   const std::vector<std::string>& initials = {});

}  // namespace connect
