// What only reports need of a ledger, day by day: who was met, what was rated and suggested. Part
// of the summary (summary.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/feelings/feelings.hpp"
#include "domain/ledger/ledger.hpp"

namespace connect {

/// The texts of ids that are not UUIDs.
using ForeignIds = std::vector<std::pair<Id, std::string>>;

/// How often each act was logged on a day.
struct DayActs {
  Day day;
  std::array<std::uint32_t, 4> counts{};  // by act
  std::uint32_t total() const { return counts[0] + counts[1] + counts[2] + counts[3]; }
};

/// Null for a day without an entry; `days` is in order.
const DayActs* acts_on(std::span<const DayActs> days, Day day);
/// The number of entries on this day.
std::uint32_t count_on(std::span<const DayActs> days, Day day);

/// The number of days on which someone was met, and the first and the last of them.
struct Meetings {
  Day first;
  Day last;
  int days = 0;

  /// Days must be added in order; a repeated one counts once.
  void add(Day day);
};

/// What only reports need, day by day.
struct DailyDetails {
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
  struct Row {
    DayActs acts;
    std::uint32_t with_end = 0;  // of its shares, which begin where the row before ends
    std::uint32_t tags_end = 0;
  };
  /// The act of the current suggestion of a day.
  struct Suggested {
    Day day;
    Act act = Act::check_in;
  };
  /// What the days before `until`, which have no rows, amount to.
  struct Earlier {
    Day until;
    std::vector<Meetings> met;  // by NameIndex
  };

  NameLists lists;                   // of roots; shared by people and tags
  std::vector<Row> rows;             // days with an entry, in order
  std::vector<Latest> latest;        // of the last latest.size() rows
  std::vector<Share> with;           // day after day; within a day in the order of first use
  std::vector<Share> tagged;         // likewise, of tags
  std::vector<FeelingPair> felt;     // ratings of entries, by day
  std::vector<CheckIn> rated;        // ratings apart from entries, by day
  std::vector<Suggested> suggested;  // by day; later ones are in Summary::shown
  std::optional<Earlier> earlier;    // empty: all days have rows
  ForeignIds foreign_ids;            // of `latest`

  std::span<const Share> with_on(std::size_t row) const;
  std::span<const Share> tagged_on(std::size_t row) const;
  /// The index of the first row of this day or a later one; `rows.size()` if there is none.
  std::size_t row_since(Day day) const;
  /// Null for a day without an entry.
  const DayActs* acts_on(Day day) const;
  /// The latest entry of the day of this row, which `latest` must include.
  const Latest& latest_on(std::size_t row) const;

  /// Adds the entries and ratings of a ledger; false if an entry belongs before one of its day that
  /// was counted already, or to a day without a row. These details are of no use then.
  bool add(const Ledger& ledger);
  /// How often people were met before this day, by NameIndex. `day` must not be before
  /// `earlier->until`.
  std::vector<Meetings> meetings_before(Day day, std::size_t people) const;
};

/// Moves the days before `until` out of `details` and returns them; `suggested` is complete up to
/// then. They have no `lists` and no `latest`.
DailyDetails split_before(DailyDetails& details, Day until, std::size_t people);
/// Puts back what was split off. False if the two do not fit together.
bool rejoin(DailyDetails& details, const DailyDetails& older);

}  // namespace connect
