// An import as data: what a person says of the habits that were kept elsewhere, and what came of
// it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "domain/suggest/act.hpp"
#include "domain/time/day.hpp"

namespace connect {

struct HabitMapping {
  std::string habit;       // as it is called there; "*" means every other one
  std::optional<Act> act;  // nothing: it is left out
  std::string person;      // with whom it was, or empty
  bool operator==(const HabitMapping&) const = default;
};

struct ImportedHabit {
  std::string habit;
  std::size_t count = 0;  // how often it was done
  std::optional<HabitMapping> mapping;
};

struct ImportTally {
  std::size_t acts = 0;
  std::size_t rests = 0;    // days
  std::size_t others = 0;   // records of other kinds
  std::size_t known = 0;    // records that are in the ledger already
  std::size_t removed = 0;  // entries that were taken back there; they stay out
  std::optional<DayRange> period;

  std::size_t added() const { return acts + rests + others; }
};

}  // namespace connect
