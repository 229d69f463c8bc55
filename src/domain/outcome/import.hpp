// The mapping and the result of an import from a habit tracker.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "domain/suggest/act.hpp"
#include "domain/time/day.hpp"
#include "domain/time/yearly_day.hpp"

namespace connect {

/// What entries of a habit become, as the user configures it.
struct HabitMapping {
  std::string habit;       // its name in the other program; "*" matches all that are not listed
  std::optional<Act> act;  // empty: the habit is skipped
  std::string person;      // added to each entry, or empty
  bool operator==(const HabitMapping&) const = default;
};

/// A habit found in the file, with the mapping that applies to it.
struct ImportedHabit {
  std::string habit;
  std::size_t count = 0;  // number of times it was done
  std::optional<HabitMapping> mapping;
};

/// A person whose birthday or address `import vcard` adds.
struct ImportedPerson {
  std::string name;
  std::optional<YearlyDay> birthday;
  std::string reach;    // a URL, or empty
  bool is_new = false;  // was not known here before
};

/// The records of an import, counted by what happened to them.
struct ImportTally {
  std::size_t acts = 0;
  std::size_t rests = 0;    // days
  std::size_t others = 0;   // records of other kinds
  std::size_t known = 0;    // records that the ledger already has
  std::size_t removed = 0;  // entries that were removed in the ledger; they are skipped
  std::optional<DayRange> period;

  std::size_t added() const { return acts + rests + others; }
};

}  // namespace connect
