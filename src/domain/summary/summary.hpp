// The totals of a ledger: everything that everyday commands and reports need, except the text of
// notes. A summary can be cached (store/cache/summary_file.hpp) and continued with later records:
// a ledger that is read whole and one that is read from where the cache ends go through the same
// add().
//
// Its size hardly depends on the age of the ledger. Days before a checkpoint are not listed one by
// one: what they amount to is in the checkpoint. Two parts have windows of their own, because
// everyday commands run at every shell start and must not read what only reports need:
//
//   Summary        names, people, suggestions, and the acts of about the last 100 days; only the
//   acts
//                  and rest days if it was read without people (Parts in summary_window.hpp)
//   DailyDetails   for reports: who was met and what was rated, for about the last 400 days, or for
//                  all days (`earlier` is empty then); empty in a summary that was read without it
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/streak/streak_fold.hpp"
#include "domain/suggest/act_choice.hpp"
#include "domain/suggest/labels.hpp"
#include "domain/summary/daily_details.hpp"
#include "domain/time/instant.hpp"

namespace connect {

/// The day of a record, then its time and id: the order in which things happened.
struct DatedStamp {
  Day day;
  Stamp stamp;
  auto operator<=>(const DatedStamp&) const = default;
};

/// The days on which something happened, with the latest stamp of each: the latest day before a
/// cutoff, and all since. Some may be in the future, from a machine further east or a wrong clock;
/// since all are kept, they do not hide what was known on the morning of an earlier day.
class LatestStamps {
 public:
  LatestStamps() = default;
  /// `items` are in the order of their days, one a day.
  explicit LatestStamps(std::vector<DatedStamp> items) : items_(std::move(items)) {}

  /// Of the days before `since` only the latest is kept; do not query days before it afterwards.
  void add(DatedStamp item, Day since = {INT32_MIN});
  void forget_before(Day since);

  std::optional<DatedStamp> last() const;
  /// The latest item up to and including `day`, which must be the day before `since` or a later
  /// one.
  std::optional<DatedStamp> until(Day day) const;
  const std::vector<DatedStamp>& items() const { return items_; }

 private:
  std::vector<DatedStamp> items_;  // by day, one a day
};

struct PersonTotals {
  std::string name;  // as it is shown now; follows from Summary::people and is not cached
  std::uint32_t entries = 0;
  LatestStamps met;                 // entries that name the person
  std::vector<std::uint16_t> gaps;  // days between meetings up to the first of `met`; the last 8
  LatestStamps thanked;             // entries with Act::thank that name the person
  std::vector<DatedFacts> settings;
  std::optional<Day> named;  // the latest of the suggestions before Checkpoint::settled that did
  PersonDetails details;

  PersonFacts facts() const { return latest_facts(settings); }
  /// The settings as of the morning of a day.
  PersonFacts facts_on(Day day) const { return facts_on_morning(settings, day); }
  /// Adds a meeting. Meetings before `since` must come in the order of their days.
  void meet(const DatedStamp& meeting, Day since);
  void forget_meetings_before(Day since);
  /// Drops what is not needed for the morning of `since` or later days.
  void forget_before(Day since);
};

/// A suggestion of a day: the current one, or one that it replaced. No text, since a year has
/// hundreds, and every command reads them.
struct ResolvedSuggestion {
  Day day;
  Act act = Act::check_in;
  bool declined = false;                   // replaced by another on the same day
  std::uint64_t suggestion = 0;            // hash_of its id in the bank
  const ShownSuggestion* shown = nullptr;  // in Summary::shown; null for one of Summary::settled
};

/// A kindness to thank for, or a follow-up to ask about on `day`. Its text is in the ledger only.
struct OpenNote {
  Stamp stamp;
  Day day;
  std::int16_t offset_minutes = 0;  // local time minus UTC where it was written down
  std::vector<NameIndex> with;      // roots
  LineRef line;

  DatedStamp when() const { return {day, stamp}; }
  /// The local day on which it was written down, if days begin so many minutes after midnight.
  Day made(int day_start) const { return local_day({stamp.seconds, offset_minutes}, day_start); }
};

/// What the days that are no longer listed amount to.
struct Checkpoint {
  StreakCheckpoint streaks;   // its `until` is the first day that is listed
  Day settled;                // nothing that is logged later changes a day before this one
  ActChoiceState act_choice;  // suggestions and acts before `settled`
  LabelCounts labels;         // of the built-in suggestions among them
  bool is_cut = false;        // whether the oldest suggestions were dropped
};

/// So many of the latest settled suggestions are listed at least, if there are as many.
inline constexpr std::size_t suggestions_kept = 200;

struct Summary {
  Names people;
  Names tags;
  std::vector<PersonTotals> persons;  // by NameIndex; set for roots only
  std::vector<std::uint8_t> tagged;   // by NameIndex of a tag: 1 if an entry has it
  DaySet rests;
  std::vector<DayActs> days;                // days with an entry, in order
  std::vector<ResolvedSuggestion> settled;  // before `before->settled`: by day, replaced ones first
  std::vector<ShownSuggestion> shown;       // later ones, by stamp
  std::vector<std::uint64_t> unwanted;      // hashes of ids of suggestions before, sorted
  std::vector<OpenNote> kindnesses;         // by day and stamp; not thanked for when last cached
  std::vector<OpenNote> asks;               // by day and stamp; open when last cached
  std::vector<AddedSuggestion> own;         // the user's own suggestions, by stamp
  std::uint32_t entries = 0;                // of all days
  std::vector<EntryRef> latest;             // by day and stamp; empty if not known
  std::optional<DatedStamp> first_shown;    // the first suggestion of all
  ForeignIds foreign_ids;                   // of `shown`, `kindnesses`, `asks` and `own`
  // The latest stamps of rest and person records: a new record must be later.
  Stamp last_rest;
  Stamp last_person;
  std::optional<Checkpoint> before;  // empty: all days are listed
  std::optional<DailyDetails> details;

  /// The text of an id of `shown`, `kindnesses`, `asks`, `own` or `details->latest`.
  std::string id_text(Id id) const;
};

/// Sets the names of `persons` after `people` has changed.
void name_persons(Summary& summary);
/// Counts an act on a day: `by` is 1, or -1 for one that was counted before.
void count_act(Summary& summary, Day day, Act act, int by);
/// Adds everything in this ledger. `summary` must be empty, or the ledger must come from a fold
/// that continued from it. Without `today`, all days of people are kept. Returns false if an entry
/// belongs before one of its day that was counted already, or to a day without a row; the details
/// are of no use then.
bool add(Summary& summary, const Ledger& ledger, std::optional<Day> today);
/// A summary of all days, with details.
Summary summary_of(const Ledger& ledger);

}  // namespace connect
