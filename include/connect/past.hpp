// What a ledger came to, in a form that can be put aside and continued: everything that a History
// is made of, with the stamps and indices that later records need to be added. A ledger that is
// read whole and one that is read from where an older reading ended take the same way through here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/fold.hpp"
#include "connect/history.hpp"

namespace connect {

struct PersonPast {
  std::uint32_t count = 0;
  LatestDays met;
  LatestDays thanked;
  PersonFacts facts;
};

struct ShownRecord {
  ShownSuggestion said;
  std::string id;
};

/// An entry of today or its neighbours, which is listed.
struct RecentEntry {
  Stamp stamp;
  Day day;
  Act act = Act::check_in;
  std::vector<NameIndex> with;
};

struct Past {
  Names people;
  Names tags;
  std::vector<PersonPast> persons;   // by the index of a name; filled for roots only
  std::vector<std::uint8_t> tagged;  // by the index of a tag: 1 when a standing entry bears it
  std::vector<DayActs> days;         // in order
  DaySet rests;
  std::vector<ShownRecord> shown;    // by stamp
  std::vector<Notice> notices;       // by stamp
  std::vector<RecentEntry> recent;   // by day and stamp
  std::optional<Stamp> first_shown;  // of all suggestions ever shown
  std::optional<Day> base_day;       // set: what is older than this day can no longer change
  bool is_cut = false;               // the oldest of `shown` were left out
  EngineState before;                // prompts and acts before `base_day`
};

/// Adds what this ledger holds. It comes from a fold that went on from `past`, or `past` is new.
/// Entries within a day of `today` are remembered one by one.
void add(Past& past, const Ledger& ledger, std::optional<Day> today);

/// What is worth putting aside on this day: no notes, suggestions of the last months only, and the
/// prompt engine's view of all that is older than two weeks.
Past abridged(const Past& past, Day today);

History history_of(Past past);

}  // namespace connect
