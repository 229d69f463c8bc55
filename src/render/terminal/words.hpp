// Phrases that several renderers share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/report/report.hpp"
#include "domain/streak/streak.hpp"
#include "domain/time/day.hpp"

namespace connect::render {

/// "Maya, Sam, Ruth and 2 more": at most four names, or three and how many more.
std::string shortened(std::vector<std::string> names);
/// "Thanked Maya and Sam".
std::string act_text(const Logged& said);
/// "Rated contentment 6 and calm 5": the ratings that were given.
std::string rating_words(const Feelings& felt);
/// "Ask Maya".
std::string follow_up_words(const Asked& said);
/// "your suggestion "Ring a cousin"".
std::string own_suggestion_words(const OwnSuggestion& said);
/// "Noticed a kindness by Maya".
std::string kindness_words(const Noticed& said);
/// "Rest days", "No longer a rest day".
std::string rest_words(const Rested& said);
/// "Thu 24 Dec to Sun 27 Dec", or one day. A year that both share is shown once, after the second.
std::string range_words(DayRange days, Day today);
/// "24 Nov 2016", with the year, because documents are read years later.
std::string dated(Day day);
/// The name of a period up to today or in the past: "November 2026", "2026 so far", "2020",
/// "24 Nov 2016 to 23 Nov 2026".
std::string period_name(DayRange period, Day today);
/// The same for a report, up to today.
std::string period_name(const Report& report);
/// "25 acts on 18 days", or that there is nothing.
std::string total_words(const Report& report);
/// The same with the period before: "25 acts on 18 days; October: 21 on 16".
std::string counts_words(const Report& report);
/// "thank or listen, with Maya and Sam, +family, \"soup\"".
std::string selection_words(const Selection& selection);
/// The same, followed by the period: ", Sun 1 Nov to Mon 30 Nov". A period without a beginning or
/// an end has only the other one.
std::string searched_words(const Selection& selection, const std::optional<DayRange>& period,
                           Day today);
/// A record in words, for `undo`: "Thanked Maya · Mon 23 Nov".
std::string change_words(const Record& record, Day today);
/// "today", "yesterday", "5 days ago", or the date.
std::string ago(Day day, Day today);
/// The dates of people that fall in the period, in its order: "12 May Maya: birthday".
std::vector<std::string> date_words(const Report& report);
/// The label of a row of a report: an act's title, "no tag" or "nobody named" for an empty key,
/// else the key.
std::string row_words(By by, const std::string& key);
/// "an act on 12 days; you did it on 9 of them": how often suggestions were followed.
std::string suggestions_words(const Report& report);
/// Why the rows of people or tags add up to more than the total; empty if they do not.
std::string rows_footnote(const Report& report);
/// An act as a heading, with its word on the command line: "Listen: be fully present".
std::string heading(Act act);
/// "on 21 of the last 28 days", "on the first day", "not in the last 13 days". `acted`: how many of
/// the last 28 days.
std::string recent_days_words(int acted, const Streak& streak);
/// "Acted on 21 of the last 28 days".
std::string headline(const Streak& streak);
/// What today's state means: "no act yet; 1 free rest day left".
std::string state_words(const Streak& streak);

}  // namespace connect::render
