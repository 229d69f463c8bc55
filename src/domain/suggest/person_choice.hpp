// Chooses the person whom a suggestion names: somebody whose kindness waits for a thank-you, or who
// is due by their rhythm, and who was not named too recently.
#pragma once

#include <span>

#include "domain/summary/summary_views.hpp"

namespace connect {

/// The longest time, in days, for which a naming in a suggestion still matters.
inline constexpr int longest_pause = 7;

/// The oldest kindness of this person noticed before `day`, at most 60 days ago, and not thanked
/// for by then; null if there is none.
/// `person` is one of `summary.persons`.
const OpenKindness* open_kindness(const Summary& summary, const PersonTotals& person, Day day);

/// The person whose kindness should be thanked for on this day, or null: of the oldest kindness
/// that is not older than 60 days and waits for a thank-you, whatever their rhythm. Left out is who
/// rests, and who was named within the last seven days.
/// `all`: as resolved_suggestions() returns them, at least those of the last `longest_pause` days.
const PersonTotals* person_to_thank(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                    Day day);

/// The person to name in a suggestion of this act, or null. For Act::thank first person_to_thank();
/// then the most overdue (days since / rhythm) of those who are due on this day. Left out is
/// - who rests,
/// - who was named on this day, or twice within seven days (this one included),
/// - who was named and not reached, for rhythm / 4 days, at least 1 and at most 2,
/// - whom the user replaced by a suggestion of another act, for rhythm / 2 days, 2 to 7.
const PersonTotals* person_to_name(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                   Act act, Day day);

}  // namespace connect
