// Counts of a ledger by day: everything that a report shows except notes. Small enough to be
// cached, and continued with later records instead of counted again. A ledger that is read whole
// and one that is read from where the cache ends go through the same add().
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/feelings/feelings.hpp"
#include "domain/summary/history.hpp"
#include "domain/summary/past.hpp"

namespace connect {

/// The number of days on which someone was met, and the first and the last of them.
struct Meetings {
  Day first;
  Day last;
  int days = 0;

  /// Days must be added in order; a repeated one counts once.
  void add(Day day);
};

struct Chronicle {
  /// How many entries of one day have exactly this list of people (or tags).
  struct Share {
    std::uint32_t list = 0;
    std::uint32_t count = 0;
  };
  /// The latest entry of a day, without its note.
  struct Latest {
    Stamp stamp;
    Id prompt;
    std::uint32_t with = 0;
    std::uint32_t tags = 0;
    Feelings before;
    Feelings felt;
    std::int16_t offset_minutes = 0;
    Act act = Act::check_in;
  };
  struct DayRow {
    DayActs acts;
    std::uint32_t with_end = 0;  // of its shares, which begin where the row before ends
    std::uint32_t tags_end = 0;
  };
  /// A suggestion that was shown, without its text.
  struct Shown {
    Stamp stamp;
    Id instead_of;
    Day day;
    Act act = Act::check_in;
  };
  /// Sums over the days before one day.
  struct Earlier {
    EarlierDays streaks;        // its `until` is the first day not included
    std::vector<Meetings> met;  // by NameIndex
    DaySet acted;
  };

  Names people;
  Names tags;
  std::vector<PersonFacts> facts;  // by NameIndex; set for roots only
  NameLists lists;                 // of roots; shared by people and tags
  std::vector<DayRow> days;        // days with an entry, in order
  std::vector<Latest> latest;      // of the last latest.size() rows of `days`
  std::vector<Share> with;         // day after day; within a day in the order of first use
  std::vector<Share> tagged;       // likewise, of tags
  std::vector<FeelingPair> felt;   // entries with ratings, by day
  std::vector<FeelingNote> noted;  // ratings apart from entries, by stamp
  std::vector<Shown> shown;        // by stamp
  DaySet rests;
  std::vector<std::pair<Id, std::string>> foreign_ids;  // non-UUID ids in `latest`
  std::optional<Earlier> earlier;                       // if set, its days may have no rows

  std::span<const Share> with_on(std::size_t row) const;
  std::span<const Share> tagged_on(std::size_t row) const;
  /// The index of the first row of this day or a later one; `days.size()` if there is none.
  std::size_t row_since(Day day) const;
  /// The index of the first row that is not in the sums of `earlier`.
  std::size_t recent_row() const { return earlier ? row_since(earlier->streaks.until) : 0; }
  /// Null for a day without an entry.
  const DayActs* acts_on(Day day) const;
};

/// Adds everything in this ledger. `chronicle` must be empty, or the ledger must come from a fold
/// that continued from `going_on(chronicle)`. Returns false and changes nothing if an entry belongs
/// before one of its day that was counted already, or to an earlier day.
bool add(Chronicle& chronicle, const Ledger& ledger);
Chronicle chronicle_of(const Ledger& ledger);

/// What a fold and a history continue from: names, settings, rest days, days and what was shown.
Past going_on(const Chronicle& chronicle);

/// Sums up the days before the last 400, with these rules, for results that need all days whatever
/// the period: streaks, people who have gone quiet, and on which days there was an act.
void sum_up_earlier(Chronicle& chronicle, Day today, StreakRules rules);
/// Drops the rows that were summed up. Reports of a later period are the same without them, except
/// for the initials of people, which depend on the order in which they were met.
void leave_out_earlier(Chronicle& chronicle);
/// Whether a report can be made on this day with these rules: all of the last year has rows.
bool tells_enough(const Chronicle& chronicle, Day today, StreakRules rules);
/// The first day that has rows on this day even after earlier ones were dropped.
Day recent_since(Day today);

/// How often people were met before this day, by NameIndex. If earlier days were dropped, `day`
/// must not be one of them.
std::vector<Meetings> meetings_before(const Chronicle& chronicle, Day day);
/// All days with an entry, including those that were dropped.
std::vector<Day> acted_days(const Chronicle& chronicle);

/// The latest entry of the day of this row, without its note. `latest` must include the row.
EntryText latest_entry(const Chronicle& chronicle, std::size_t row);

}  // namespace connect
