// Chooses the occasion of a suggestion, and with it the person: a follow-up, a kindness that waits
// for a thank-you, or somebody who is due or quiet and was not named too recently.
#pragma once

#include <span>

#include "domain/suggest/occasion.hpp"

namespace connect {

/// For so many days a follow-up is suggested; later it is only listed. Earlier suggestions matter
/// for no longer than this, but for those of quiet people.
inline constexpr int longest_pause = 14;

/// Whether the day of a follow-up has come, at most 14 days ago.
bool has_come(const OpenNote& ask, Day day);

/// The follow-up of this person that is due on this day: today, or at most 14 days ago, and not
/// closed by an entry before. The oldest; null if there is none. `person` is one of
/// `summary.persons`; `day_start`: minutes after midnight at which a day begins.
const OpenNote* due_ask(const Summary& summary, const PersonTotals& person, Day day, int day_start);

/// The people with an open follow-up whose day has come, at most 14 days ago, the earliest first:
/// one item for each.
std::vector<const PersonTotals*> due_asks(const Summary& summary, Day today);

/// The follow-up to suggest on this day that no entry up to `closed_until` has closed; `none` if
/// there is none. One that was not suggested yet comes first, then the oldest. One that was passed
/// over waits until the person may be named again. Left out is who rests.
Occasion ask_to_suggest(const Summary& summary, std::span<const ResolvedSuggestion> all, Day day,
                        Day closed_until, int day_start);

/// The oldest kindness of this person noticed before `day`, at most 60 days ago, and not thanked
/// for by then; null if there is none.
/// `person` is one of `summary.persons`.
const OpenNote* open_kindness(const Summary& summary, const PersonTotals& person, Day day);

/// The date of a person that falls on this day and was not suggested yet, or `none`.
Occasion date_to_suggest(const Summary& summary, std::span<const ResolvedSuggestion> all, Day day);

/// The kindness to thank for on this day, or `none`: the oldest one that is not older than 60 days
/// and waits for a thank-you, whatever the person's rhythm. Left out is who rests, who was
/// named on this day or twice within seven days, and whose kindness was suggested within seven
/// days. `all`: as resolved_suggestions() returns them, at least those of the last `longest_pause`
/// days.
Occasion kindness_to_suggest(const Summary& summary, std::span<const ResolvedSuggestion> all,
                             Day day);

/// What decides who may be named, besides the people.
struct NamingRules {
  Act act = Act::check_in;   // of the suggestion
  bool may_check_in = true;  // whether it may be a check-in instead
  bool names_quiet = true;   // whether somebody who has been quiet may be named
  bool is_for_work = true;   // whether people whose setting is work may be named today
};

/// The person to get in touch with on this day, or `none`: the most overdue (days since / rhythm)
/// of those who are due; else the one who has been quiet for longest and was not named for 30 days.
/// Left out is
/// - who rests,
/// - who was named on this day, or twice within seven days (this one included),
/// - who was named and not reached, for rhythm / 4 days, at least 1 and at most 2,
/// - whom the user replaced by a suggestion of another act, for rhythm / 2 days, 2 to 7,
/// - with whom one was out of touch for long, or is quiet, if it cannot be a check-in,
/// - whose kindness waits for a thank-you, if it is another thank-you.
Occasion person_to_name(const Summary& summary, std::span<const ResolvedSuggestion> all, Day day,
                        const NamingRules& rules);

/// Whether the last entry with this person is more than 90 days old on this day, or more than 21
/// days and three times their rhythm or, without one, their usual gap.
bool is_out_of_touch(const PersonTotals& person, Day day);

}  // namespace connect
