// What a ledger came to, in a form that can be put aside and continued: everything that a History
// is made of, with the stamps and indices that later records need to be added. A ledger that is
// read whole and one that is read from where an older reading ended take the same way through here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/fold.hpp"
#include "domain/summary/history.hpp"

namespace connect {

struct PersonPast {
  std::uint32_t count = 0;
  LatestDays met;
  LatestDays thanked;
  std::vector<DatedFacts> settings;
};

struct ShownRecord {
  ShownSuggestion said;
  std::string id;  // empty in a past that was put aside when its day can no longer change
};

/// An entry of today or of tomorrow elsewhere, which is listed.
struct RecentEntry {
  Stamp stamp;
  Day day;
  Act act = Act::check_in;
  std::vector<NameIndex> with;
};

struct Past {
  Names people;
  Names tags;
  std::vector<PersonPast> persons;     // by the index of a name; filled for roots only
  std::vector<std::uint8_t> tagged;    // by the index of a tag: 1 when a standing entry bears it
  std::optional<EarlierDays> earlier;  // set: `days` lists none of these
  std::vector<DayActs> days;           // in order
  DaySet rests;
  std::vector<ShownRecord> shown;   // by stamp
  std::vector<Notice> notices;      // by stamp
  std::vector<RecentEntry> recent;  // by day and stamp
  std::optional<FirstShown> first_shown;
  std::optional<Day> base_day;  // set: what is older than this day can no longer change
  bool is_cut = false;          // the oldest of `shown` were left out
  EngineState before;           // prompts and acts before `base_day`
};

/// Adds what this ledger holds. It comes from a fold that went on from `past`, or `past` is new.
/// Entries of `today` and the day after are remembered one by one.
void add(Past& past, const Ledger& ledger, std::optional<Day> today);

/// What is worth putting aside on this day: no notes, days and suggestions of the last months only,
/// the prompt engine's view of all that is older than two weeks, and what still older days came to
/// by these rules. Its size does not grow with the age of a ledger.
Past abridged(const Past& past, Day today, StreakRules rules);

/// Whether a past that was put aside still lists every day that a streak of this day looks at one
/// by one, and counted the others by these rules.
bool lists_enough(const Past& past, Day today, StreakRules rules);

History history_of(Past past);

}  // namespace connect
