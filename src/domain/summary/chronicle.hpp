// The days of a ledger, counted: all that a report tells but the notes, small enough to be put
// aside and continued. A ledger that is read whole and one that is read from where an older reading
// ended take the same way through here.
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

/// On how many days someone was met, from the first to the last of them.
struct Meetings {
  Day first;
  Day last;
  int days = 0;

  /// Days come in order; one that is given again counts once.
  void add(Day day);
};

struct Chronicle {
  /// So many entries of one day name just these.
  struct Share {
    std::uint32_t list = 0;
    std::uint32_t count = 0;
  };
  /// The latest entry of a day, but for its note.
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
    std::uint32_t with_end = 0;  // its shares begin where those of the day before end
    std::uint32_t tags_end = 0;
  };
  struct Shown {
    Stamp stamp;
    Id instead_of;
    Day day;
    Act act = Act::check_in;
  };
  /// What the days before one came to.
  struct Earlier {
    EarlierDays streaks;        // its `until` is that day
    std::vector<Meetings> met;  // by the index of a name
    DaySet acted;
  };

  Names people;
  Names tags;
  std::vector<PersonFacts> facts;  // by the index of a name; filled for roots only
  NameLists lists;                 // of roots
  std::vector<DayRow> days;        // days with an entry, in order
  std::vector<Latest> latest;      // of the last so many of them
  std::vector<Share> with;         // day after day; within a day as they first came
  std::vector<Share> tagged;       // likewise
  std::vector<FeelingPair> felt;   // entries that bear feelings, oldest first
  std::vector<FeelingNote> noted;  // feelings apart from entries, by stamp
  std::vector<Shown> shown;        // by stamp
  DaySet rests;
  std::vector<std::pair<Id, std::string>> foreign_ids;  // of latest entries: texts that are no UUID
  std::optional<Earlier> earlier;  // set: the days before it may have been left out

  std::span<const Share> with_on(std::size_t row) const;
  std::span<const Share> tagged_on(std::size_t row) const;
  /// The first row of this day or a later one; `days.size()` when there is none.
  std::size_t row_since(Day day) const;
  /// The first row that is not among the earlier days.
  std::size_t recent_row() const { return earlier ? row_since(earlier->streaks.until) : 0; }
  const DayActs* acts_on(Day day) const;
};

/// Adds what this ledger holds. It comes from a fold that went on from `going_on(chronicle)`, or
/// the chronicle is new. False, and nothing is added, when an entry belongs before one of its day
/// that was counted already, or to an earlier day.
bool add(Chronicle& chronicle, const Ledger& ledger);
Chronicle chronicle_of(const Ledger& ledger);

/// What a fold and a history need of it: names, facts, rests, days and what was shown.
Past going_on(const Chronicle& chronicle);

/// Sums up the days before the last year and a month, by these rules, for what is told of always:
/// streaks, who has gone quiet, on which days feelings were those of an act.
void sum_up_earlier(Chronicle& chronicle, Day today, StreakRules rules);
/// Leaves out the days that were summed up. A report of a later period is the same without them,
/// but for the initials of people, which go by the order in which they were met.
void leave_out_earlier(Chronicle& chronicle);
/// Whether a report can be made on this day, by these rules: the last year is at hand.
bool tells_enough(const Chronicle& chronicle, Day today, StreakRules rules);
/// Since when days are at hand on this day even where the earlier ones were left out.
Day recent_since(Day today);

/// How often people were met before this day, by the index of a name. Where the earlier days were
/// left out, the day must not be among them.
std::vector<Meetings> meetings_before(const Chronicle& chronicle, Day day);
/// All days with an entry, also those that were left out.
std::vector<Day> acted_days(const Chronicle& chronicle);

/// The latest entry of the day of this row, one of the last year's; its note is empty.
EntryText latest_entry(const Chronicle& chronicle, std::size_t row);

}  // namespace connect
