// What the everyday commands need to know of the past, and nothing more: which days had which acts,
// which days rest, what was suggested, who was met when. No notes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "connect/engine.hpp"
#include "connect/ledger.hpp"
#include "connect/thread.hpp"

namespace connect {

struct DayActs {
  Day day;
  std::array<std::uint32_t, 4> counts{};  // by act
  std::uint32_t total() const { return counts[0] + counts[1] + counts[2] + counts[3]; }
};

/// The suggestion that stands for a day, and those it replaced.
struct ShownPrompt {
  std::string id;  // of its record
  Day day;
  Act act = Act::check_in;
  std::string suggestion;
  std::string person;
  bool declined = false;  // replaced by another on the same day
};

/// The latest day of something, and the latest before that: what was known on the morning of a day.
struct LatestDays {
  std::optional<Day> last;
  std::optional<Day> before;

  void add(Day day);
  std::optional<Day> until(Day day) const { return last && *last > day ? before : last; }
};

struct PersonHistory {
  std::string name;
  std::uint32_t count = 0;
  LatestDays met;      // days of entries that name the person
  LatestDays thanked;  // days of thank entries that do
  PersonFacts facts;
  std::vector<std::string> keys = {};  // fold keys of every name borne
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
  std::uint64_t seed = 0;
  Names names = {};                    // all spellings of people
  Names tag_names = {};                // and of tags
  std::vector<std::string> tags = {};  // those that entries bear, in order
  std::vector<EntryText> recent = {};  // entries around today, when asked for; without notes
  std::optional<Day> base_day = {};    // set: prompts and acts before it are in `before`
  EngineState before = {};
  bool is_cut = false;  // the oldest prompts are not in the list
};

History history_of(const Ledger& ledger);

/// The prompt that stands for this day, if one was shown.
const ShownPrompt* prompt_for(const History& history, Day day);
const DayActs* acts_on(const History& history, Day day);
/// People with a rhythm who were not met within it, most overdue (days since / rhythm) first. Those
/// who rest are left out.
std::vector<const PersonHistory*> overdue_people(const History& history, Day today);
/// The day on which a person is due again, given what was logged up to `day`; nothing without a
/// rhythm, and `day` itself when they were not met yet.
std::optional<Day> due_day(const PersonHistory& person, Day day);
/// The person that a spelling means, if known.
const PersonHistory* find_person(const History& history, std::string_view spelling);

}  // namespace connect
