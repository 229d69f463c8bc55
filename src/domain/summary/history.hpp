// What the everyday commands need to know of the past, and nothing more: which days had which acts,
// which days rest, what was suggested, who was met when. No notes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/streak/thread.hpp"
#include "domain/suggest/engine.hpp"

namespace connect {

struct DayActs {
  Day day;
  std::array<std::uint32_t, 4> counts{};  // by act
  std::uint32_t total() const { return counts[0] + counts[1] + counts[2] + counts[3]; }
};

/// How much was done on this day, whatever it was; the days are in order.
std::uint32_t count_on(const std::vector<DayActs>& days, Day day);

/// The suggestion that stands for a day, and those it replaced.
struct ShownPrompt {
  std::string id;  // of its record
  Day day;
  Act act = Act::check_in;
  std::string suggestion;
  std::string person;
  bool declined = false;  // replaced by another on the same day
};

/// The days of something: those since a day about which anybody may still ask, and the latest one
/// before it. Several may lie ahead, when they come from a machine further east or from a wrong
/// clock; none of them hides what was known on the morning of an earlier day.
class LatestDays {
 public:
  LatestDays() = default;
  /// `days` rise.
  explicit LatestDays(std::vector<Day> days) : days_(std::move(days)) {}

  /// Of the days before `since` only the latest is kept; nobody may ask about days before it.
  void add(Day day, Day since = {INT32_MIN});
  void forget_before(Day since);

  std::optional<Day> last() const;
  /// The latest day up to and including this one, which is the day before `since` or a later one.
  std::optional<Day> until(Day day) const;
  const std::vector<Day>& days() const { return days_; }

 private:
  std::vector<Day> days_;  // rising
};

/// The first suggestion of all: by day, then by moment and id.
struct FirstShown {
  Day day;
  Stamp stamp;
  auto operator<=>(const FirstShown&) const = default;
};

struct PersonHistory {
  std::string name;
  std::uint32_t count = 0;
  LatestDays met;      // days of entries that name the person
  LatestDays thanked;  // days of thank entries that do
  PersonFacts facts;   // as they are now
  std::vector<DatedFacts> settings = {};
  std::vector<std::string> keys = {};  // fold keys of every name borne

  /// What of it was known on the morning of a day.
  PersonFacts facts_on(Day day) const { return facts_on_morning(settings, day); }
};

/// A kindness that was noticed.
struct NoticedKindness {
  std::string person;
  Day day;
  std::string note;
};

struct History {
  std::vector<DayActs> days;                // days with an entry, in order
  std::optional<EarlierDays> earlier = {};  // set: `days` lists none of these
  DaySet rests;
  std::vector<ShownPrompt> prompts;      // by day; within a day the declined ones first
  std::vector<PersonHistory> people;     // all that were named, most lately met first
  std::vector<NoticedKindness> notices;  // oldest first
  std::optional<FirstShown> first_shown = {};
  Names names = {};                    // all spellings of people
  Names tag_names = {};                // and of tags
  std::vector<std::string> tags = {};  // those that entries bear, in order
  std::vector<EntryText> recent = {};  // entries around today, when asked for; without notes
  std::optional<Day> base_day = {};    // set: prompts and acts before it are in `before`
  EngineState before = {};
  bool is_cut = false;  // the oldest prompts are not in the list
  // The latest records of rests and of people, when read from a file: a new one must be later.
  Stamp last_rest = {};
  Stamp last_person = {};
};

History history_of(const Ledger& ledger);

/// The prompt that stands for this day, if one was shown.
const ShownPrompt* prompt_for(const History& history, Day day);
const DayActs* acts_on(const History& history, Day day);
/// People with a rhythm who were not met within it, most overdue (days since / rhythm) first. Those
/// who rest are left out.
std::vector<const PersonHistory*> overdue_people(const History& history, Day today);
/// The same as it was known on the morning of `day`: nothing that is logged or set on that day, or
/// on the next one further east, changes it.
std::vector<const PersonHistory*> due_on_morning(const History& history, Day day);
/// The day on which a person is due again, given what was logged up to `day`; nothing without a
/// rhythm, and `day` itself when they were not met yet.
std::optional<Day> due_day(const PersonHistory& person, Day day);
/// The person that a spelling means, if known.
const PersonHistory* find_person(const History& history, std::string_view spelling);
/// What decides between equals on this day, the same on every machine that shares the ledger: from
/// the first suggestion of all, unless that is one of a later day; 0 while there is none.
std::uint64_t seed_on(const History& history, Day day);

}  // namespace connect
