// Moves the checkpoint of a summary forward, so that its size does not grow with the age of the
// ledger, and decides whether a summary with a checkpoint answers a question exactly.
#pragma once

#include "domain/summary/summary.hpp"

namespace connect {

/// Entries are logged late, but rarely more days than this.
inline constexpr int days_open = 14;

/// The parts of a summary that are read; each includes those before it. Without `people`, a summary
/// has what streaks and counts need, and nothing else: days, rest days, the number of entries and
/// the checkpoint.
enum class Parts : std::uint8_t { days, people, details };

/// The day and the streak rules that an answer is for.
struct Question {
  Day today;
  StreakRules rules;
  /// For a report: the first day whose details it needs. Empty for everyday commands, which need
  /// none.
  std::optional<Day> details_since = {};
  bool with_people = true;  // also without details

  Parts parts() const {
    return details_since ? Parts::details : with_people ? Parts::people : Parts::days;
  }
};

/// Drops what no answer needs of days long past, after adding it to the checkpoint: acts of days
/// more than 100 days ago, all but the latest suggestions, kindnesses that were thanked for,
/// follow-ups that were closed.
void move_checkpoint(Summary& summary, Day today, StreakRules rules);
/// Splits the days that no report of the last year needs off the details, which have all days; does
/// nothing if they were split off before.
std::optional<DailyDetails> split_older_days(Summary& summary, Day today);
/// Whether so many days more could be split off that it is worth putting the others back before.
bool is_split_due(const Summary& summary, Day today);

/// Whether the summary lists every day that the answer needs. Its details may lack days before
/// `details_since` that were split off: see lacks_older_days().
bool covers(const Summary& summary, const Question& question);
/// Whether days that the question needs were split off the details.
bool lacks_older_days(const Summary& summary, const Question& question);
/// Whether a later record can be added, because it changes no day before the checkpoint.
bool is_settled_before(const Summary& summary, const Record& record);

}  // namespace connect
