// The story of a period as data. Every format renders this one value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/history.hpp"
#include "connect/ledger.hpp"
#include "connect/streak.hpp"

namespace connect {

enum class By : std::uint8_t { day, week, month, act, person, tag };
/// "day", "week", ...; nothing for any other word.
std::string_view slug(By by);
std::optional<By> by_from_word(std::string_view word);

struct Report {
  struct Count {
    std::string key;
    std::uint32_t count = 0;
  };
  struct Person {
    std::string name;
    std::uint32_t count = 0;
    Day last;  // within the period
  };

  DayRange period;  // "all" begins with the first entry
  Day today;
  std::uint32_t total = 0;
  std::uint32_t days_acted = 0;
  std::array<std::uint32_t, 4> acts{};
  std::vector<Person> people;  // most often first
  std::vector<Count> tags;     // most often first
  std::vector<DayActs> days;   // days with an entry, in order
  By by = By::day;
  std::vector<Count> rows;  // by the chosen grouping; they add up to the total
  std::uint32_t prompts_shown = 0;
  std::uint32_t prompts_taken = 0;
  Streak streak;  // as of today
};

/// Entries within the period, counted in every way the report tells of. An entry that names several
/// people (or tags) stands in one row under all of them, so that any grouping adds up to the total.
Report report_of(const Ledger& ledger, const History& history, DayRange period, By by,
                 const Streak& streak);

/// Names joined by ';' as in the rows and in CSV.
std::string joined(const Names& names, std::span<const NameIndex> list);

}  // namespace connect
