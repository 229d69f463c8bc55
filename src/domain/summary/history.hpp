// What the everyday commands need to know of the ledger, and no more: the acts of each day, rest
// days, suggestions shown, and when people were met. It has no notes of entries and can come from a
// ledger or from the cache.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/streak/streak_fold.hpp"
#include "domain/suggest/act_choice.hpp"

namespace connect {

/// How often each act was logged on a day.
struct DayActs {
  Day day;
  std::array<std::uint32_t, 4> counts{};  // by act
  std::uint32_t total() const { return counts[0] + counts[1] + counts[2] + counts[3]; }
};

/// The number of entries on this day; `days` is in order.
std::uint32_t count_on(const std::vector<DayActs>& days, Day day);

/// A suggestion that was shown: the current one of its day, or one that it replaced.
struct ShownPrompt {
  std::string id;  // of its record
  Day day;
  Act act = Act::check_in;
  std::string suggestion;
  std::string person;
  bool declined = false;  // replaced by another on the same day
};

/// The days on which something happened: the latest one before a cutoff, and all since. Some may be
/// in the future, from a machine further east or a wrong clock; since all are kept, they do not
/// hide what was known on the morning of an earlier day.
class LatestDays {
 public:
  LatestDays() = default;
  /// `days` is ascending.
  explicit LatestDays(std::vector<Day> days) : days_(std::move(days)) {}

  /// Of the days before `since` only the latest is kept; do not query days before it afterwards.
  void add(Day day, Day since = {INT32_MIN});
  void forget_before(Day since);

  std::optional<Day> last() const;
  /// The latest day up to and including `day`. `day` must be the day before `since` or a later one.
  std::optional<Day> until(Day day) const;
  const std::vector<Day>& days() const { return days_; }

 private:
  std::vector<Day> days_;  // ascending, each once
};

/// The first suggestion of all: by day, then by time and id.
struct FirstShown {
  Day day;
  Stamp stamp;
  auto operator<=>(const FirstShown&) const = default;
};

struct PersonHistory {
  std::string name;
  std::uint32_t count = 0;
  LatestDays met;      // days of entries that name the person
  LatestDays thanked;  // days of entries with Act::thank that name the person
  PersonFacts facts;   // the settings now
  std::vector<DatedFacts> settings = {};
  std::vector<std::string> keys = {};  // fold keys of all names the person had

  /// The settings as of the morning of a day.
  PersonFacts facts_on(Day day) const { return facts_on_morning(settings, day); }
};

/// A kindness that was noticed, of one person.
struct NoticedKindness {
  std::string person;
  Day day;
  std::string note;
};

struct History {
  std::vector<DayActs> days;                // days with an entry, in order
  std::optional<EarlierDays> earlier = {};  // if set, `days` lists none of these
  DaySet rests;
  std::vector<ShownPrompt> prompts;      // by day; within a day the replaced ones first
  std::vector<PersonHistory> people;     // all that are known, most recently met first
  std::vector<NoticedKindness> notices;  // oldest first
  std::optional<FirstShown> first_shown = {};
  Names names = {};                    // all spellings of people
  Names tag_names = {};                // and of tags
  std::vector<std::string> tags = {};  // those that entries have, sorted
  std::vector<EntryText> recent = {};  // of today and tomorrow, if asked for; without notes
  std::optional<Day> base_day = {};    // if set, prompts and acts before it are in `before`
  ActChoiceState before = {};
  bool is_cut = false;  // whether the oldest prompts are missing
  // The latest stamps of rest and person records, if they were read: a new record must be later.
  Stamp last_rest = {};
  Stamp last_person = {};
};

History history_of(const Ledger& ledger);

/// The current prompt of this day, or null if none was shown.
const ShownPrompt* prompt_for(const History& history, Day day);
/// Null for a day without an entry.
const DayActs* acts_on(const History& history, Day day);
/// People with a rhythm who were not met within it, the most overdue (days since / rhythm) first.
/// People who rest are left out.
std::vector<const PersonHistory*> overdue_people(const History& history, Day today);
/// The same as it was known on the morning of `day`: nothing that is logged or set on that day, or
/// on the next day by a machine further east, changes it.
std::vector<const PersonHistory*> due_on_morning(const History& history, Day day);
/// The day on which a person is due again, given the entries up to `day`; empty without a rhythm,
/// and `day` itself if the person was not met yet.
std::optional<Day> due_day(const PersonHistory& person, Day day);
/// The person that a spelling refers to, or null.
const PersonHistory* find_person(const History& history, std::string_view spelling);
/// The seed that breaks ties on this day, the same on every machine that shares the ledger: a hash
/// of the id of the first suggestion of all; 0 if that is of a later day or does not exist.
std::uint64_t seed_on(const History& history, Day day);

}  // namespace connect
