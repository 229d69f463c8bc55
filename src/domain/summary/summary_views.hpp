// Answers computed from a summary when they are asked for.
#pragma once

#include <span>

#include "domain/summary/summary.hpp"

namespace connect {

/// All suggestions: by day, within a day the replaced ones first. Two shells or machines may have
/// shown one each on a day; the current one is the latest replacement that was not replaced itself,
/// else the first suggestion, and others that were not replaced count as never shown, as does one
/// that was replaced by itself, with a wish that it fulfils. Valid as long as the summary.
std::vector<ResolvedSuggestion> resolved_suggestions(const Summary& summary);
/// The current suggestion of this day, with its text; null if none was shown, or if it is settled.
const ResolvedSuggestion* suggestion_for(std::span<const ResolvedSuggestion> suggestions, Day day);

/// The suggestions that, as known before `day`, are never to come again: hashes of their ids, as in
/// ResolvedSuggestion, sorted.
std::vector<std::uint64_t> unwanted_suggestions(const Summary& summary, Day day);

/// Null for a day without an entry, or before the checkpoint.
const DayActs* acts_on(const Summary& summary, Day day);

/// Everybody with an entry, a setting an open kindness or a follow-up, most recently met first.
std::vector<const PersonTotals*> known_people(const Summary& summary);
/// Whether somebody has an entry, a setting, an open kindness or a follow-up; names that only
/// removed entries have do not. `person`: a root.
bool is_known(const Summary& summary, NameIndex person);
/// The tags that entries have, sorted.
std::vector<std::string> known_tags(const Summary& summary);
/// People with a rhythm who were not met within it, the most overdue (days since / rhythm) first.
/// People who rest are left out.
std::vector<const PersonTotals*> overdue_people(const Summary& summary, Day today);
std::vector<std::string> names_of(std::span<const PersonTotals* const> people);
/// The same as it was known on the morning of `day`: nothing that is logged or set on that day, or
/// on the next day by a machine further east, changes it.
std::vector<const PersonTotals*> due_on_morning(const Summary& summary, Day day);
/// A date of a person.
struct DateOfPerson {
  const PersonTotals* person = nullptr;
  const PersonDate* date = nullptr;
};
/// The dates that fall on `day`, as they were known on its morning (see facts_on_morning), by name.
/// People who rest are left out.
std::vector<DateOfPerson> dates_on(const Summary& summary, Day day);
/// The day on which a person is due again, given the entries up to `day`; empty without a rhythm.
/// Somebody who was not met yet is due a rhythm after it was set.
std::optional<Day> due_day(const PersonTotals& person, Day day);
/// The median of the days between the latest meetings up to `day`, nine at most. Empty for fewer
/// than four.
std::optional<double> median_gap_days(const PersonTotals& person, Day day);
/// Whether nothing was heard from somebody without a rhythm for more than 21 days and more than
/// three times the usual gap, as known on the morning of `day`.
bool is_quiet(const PersonTotals& person, Day day);
/// The person that a spelling refers to, or null.
const PersonTotals* find_person(const Summary& summary, std::string_view spelling);

/// Whether this person was thanked by the end of `until`, and after a kindness of theirs was
/// noticed: on a later day, or on the same day at a later time. That settles the kindness.
bool was_thanked(const PersonTotals& person, const DatedStamp& noticed, Day until);
/// Whether an entry named this person by the end of `until`, and on the day of the follow-up or
/// later; on the day on which it was written down, after that. That closes the follow-up.
bool was_met(const PersonTotals& person, const DatedStamp& asked, Day until);

/// The seed that breaks ties on this day, the same on every machine that shares the ledger: a hash
/// of the id of the first suggestion of all; 0 if that is of a later day or does not exist.
std::uint64_t seed_on(const Summary& summary, Day day);

/// The latest entry of the day of this row of the details, without its note. The row must have one.
EntryText latest_entry(const Summary& summary, std::size_t row);

}  // namespace connect
