// The days of a ledger, counted: all that a report tells but the notes, small enough to be put
// aside and continued. A ledger that is read whole and one that is read from where an older reading
// ended take the same way through here.
#pragma once

#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "connect/feelings.hpp"
#include "connect/history.hpp"
#include "connect/past.hpp"

namespace connect {

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
    Latest latest;
  };
  struct Shown {
    Stamp stamp;
    Id instead_of;
    Day day;
    Act act = Act::check_in;
  };

  Names people;
  Names tags;
  std::vector<PersonFacts> facts;  // by the index of a name; filled for roots only
  NameLists lists;                 // of roots
  std::vector<DayRow> days;        // days with an entry, in order
  std::vector<Share> with;         // day after day; within a day as they first came
  std::vector<Share> tagged;       // likewise
  std::vector<FeelingPair> felt;   // entries that bear feelings, oldest first
  std::vector<FeelingNote> noted;  // feelings apart from entries, by stamp
  std::vector<Shown> shown;        // by stamp
  DaySet rests;
  std::vector<std::pair<Id, std::string>> foreign_ids;  // of latest entries: texts that are no UUID

  std::span<const Share> with_on(std::size_t row) const;
  std::span<const Share> tagged_on(std::size_t row) const;
};

/// Adds what this ledger holds. It comes from a fold that went on from `going_on(chronicle)`, or
/// the chronicle is new. False, and nothing is added, when an entry belongs before one of its day
/// that was counted already.
bool add(Chronicle& chronicle, const Ledger& ledger);
Chronicle chronicle_of(const Ledger& ledger);

/// What a fold and a history need of it: names, facts, rests, days and what was shown.
Past going_on(const Chronicle& chronicle);

/// The latest entry of this row's day; its note is empty.
EntryText latest_entry(const Chronicle& chronicle, const Chronicle::DayRow& row);

}  // namespace connect
