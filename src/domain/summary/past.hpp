// The summary of a ledger that is cached and continued: everything that a History is made of, with
// the stamps and indices that are needed to add later records. A ledger that is read whole and one
// that is read from where the cache ends go through the same add().
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/fold.hpp"
#include "domain/summary/history.hpp"

namespace connect {

/// What is known of a person.
struct PersonPast {
  std::uint32_t count = 0;
  LatestDays met;
  LatestDays thanked;
  std::vector<DatedFacts> settings;
};

struct ShownRecord {
  ShownSuggestion said;
  std::string id;  // in an abridged past empty once nothing can refer to it
};

/// An entry of today, or of tomorrow by a machine further east; these are listed one by one.
struct RecentEntry {
  Stamp stamp;
  Day day;
  Act act = Act::check_in;
  std::vector<NameIndex> with;
};

struct Past {
  Names people;
  Names tags;
  std::vector<PersonPast> persons;     // by NameIndex; set for roots only
  std::vector<std::uint8_t> tagged;    // by NameIndex of a tag: 1 if an entry has it
  std::optional<EarlierDays> earlier;  // if set, `days` lists none of these
  std::vector<DayActs> days;           // in order
  DaySet rests;
  std::vector<ShownRecord> shown;   // by stamp
  std::vector<Notice> notices;      // by stamp
  std::vector<RecentEntry> recent;  // by day and stamp
  std::optional<FirstShown> first_shown;
  std::optional<Day> base_day;  // if set, what is before this day can no longer change
  bool is_cut = false;          // whether the oldest of `shown` were dropped
  ActChoiceState before;        // prompts and acts before `base_day`
};

/// Adds everything in this ledger. `past` must be empty, or the ledger must come from a fold that
/// continued from it. Entries of `today` and the day after are listed one by one; without `today`,
/// none are, and all days of people are kept.
void add(Past& past, const Ledger& ledger, std::optional<Day> today);

/// The part that is worth caching on this day: no notes, only the days and suggestions of the last
/// months, the state of the act choice for what is older than two weeks, and the state of the
/// streaks, counted by these rules, for days before those listed. Days and suggestions in it do not
/// grow with the age of a ledger.
Past abridged(const Past& past, Day today, StreakRules rules);

/// Whether an abridged past lists every day that the streaks of this day need one by one, and
/// counted the others by these rules.
bool lists_enough(const Past& past, Day today, StreakRules rules);

/// Resolves prompts and renames.
History history_of(Past past);

}  // namespace connect
