// What the everyday commands need to know of the past, and nothing more: which days had which acts,
// which days rest, what was suggested, who was met when. No notes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "connect/ledger.hpp"

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

struct PersonHistory {
  std::string name;
  std::uint32_t count = 0;
  std::optional<Day> last;
  PersonFacts facts;
  std::vector<std::string> keys = {};  // fold keys of every name borne
};

struct History {
  std::vector<DayActs> days;  // days with an entry, in order
  DaySet rests;
  std::vector<ShownPrompt> prompts;   // by day; within a day the declined ones first
  std::vector<PersonHistory> people;  // all that were named, most lately met first
  std::uint64_t seed = 0;
};

History history_of(const Ledger& ledger);

/// The prompt that stands for this day, if one was shown.
const ShownPrompt* prompt_for(const History& history, Day day);
const DayActs* acts_on(const History& history, Day day);
/// People with a rhythm who were not met within it, most overdue (days since / rhythm) first. Those
/// who rest are left out.
std::vector<const PersonHistory*> overdue_people(const History& history, Day today);
/// The person that a spelling means, if known.
const PersonHistory* find_person(const History& history, std::string_view spelling);

}  // namespace connect
