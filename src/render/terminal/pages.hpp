// The pages of the commands, one function each. They turn values into a Page; `painted` applies
// colour, width and character set.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/result.hpp"
#include "domain/ledger/ledger.hpp"
#include "domain/outcome/finding.hpp"
#include "domain/outcome/settings.hpp"
#include "domain/report/report.hpp"
#include "domain/streak/streak.hpp"
#include "domain/streak/streak_days.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/summary/summary_views.hpp"
#include "render/terminal/page.hpp"

namespace connect::render {

/// A rest day in a calendar: differs from every other mark, in ASCII too.
inline constexpr std::string_view resting_mark = "~";

/// The width, in cells, of the labels at the beginning of lines.
inline constexpr int label_width = 10;
inline Span label(std::string_view text) { return {std::string(text), Style::quiet, label_width}; }

/// A line that explains the marks of a calendar, indented like it: "· none  ▒ 1".
Page legend(const std::vector<std::string>& entries, int indent);

/// A note below the line that it belongs to.
Page note_lines(std::string_view note, int indent);

/// The end of an id, as commands take it.
std::string short_id(const std::string& id);

/// The end of a confirmation.
inline Span undo_hint() { return {"(undo: connect undo)", Style::quiet, 0, true}; }

/// "Rest days · Thu 24 Dec to Sun 27 Dec   (undo: connect undo)".
Page confirmed(Span what, std::string days);

/// `can_be_undone`: the suggestion has just replaced another one.
Page prompt_page(const Prompt& prompt, bool done, bool with_reason, bool can_be_undone);
/// Those that are not built in are marked as the user's own.
Page bank_page(std::span<const Suggestion> items);
/// A suggestion that was added to the bank.
Page suggestion_added_page(const Suggestion& item);
/// The suggestions that `suggest` added.
Page own_suggestions_page(std::span<const Suggestion> items);
Page people_page(std::span<const PersonTotals* const> people, Day today, int columns);
/// How often one is in touch with these people, and the command that makes it their rhythm.
Page rhythms_page(std::span<const PersonTotals* const> people, Day today);
/// The card of a person. `entries` and `kindnesses` are all of theirs, newest first,
/// `asks` their open follow-ups.
Page card_page(const PersonTotals& person, const std::vector<EntryText>& entries,
               const std::vector<NoticedKindness>& kindnesses, const std::vector<FollowUp>& asks,
               Day today, int columns);
/// What was set for a person, or their new name, and their row as it is now.
Page person_set_page(const PersonSet& said, std::span<const PersonTotals* const> row, Day today,
                     int columns);
/// What `write` opened: the address without the first line.
Page written_page(const std::string& person, const std::string& url);
Page noticed_page(const Noticed& said, Day today);
Page asked_page(const Asked& said, Day today);
Page asks_page(const std::vector<FollowUp>& asks, Day today);
/// Below a saved entry: the follow-ups and kindnesses that it closes, and the follow-up that was
/// saved with it, or null.
Page closing_lines(const std::vector<std::string>& closed, const Asked* ask, Day today);
Page kindnesses_page(const std::vector<NoticedKindness>& kindnesses, Day today);
/// `due`: the people who are due, the most overdue first; `asks`: those with a follow-up that is;
/// `dates`: "Maya: birthday".
Page today_page(const Prompt& prompt, bool done, const Streak& streak,
                const std::vector<EntryText>& logged, const std::vector<std::string>& due,
                const std::vector<std::string>& asks, const std::vector<std::string>& dates);
/// `lead`: words before the act if it was not simply logged: "Would log: ". `streak`: in days, not
/// shown if it is 0.
Page saved_page(const EntryText& entry, std::string_view lead, Day today, int streak,
                bool with_time);
/// `strength`: 0 to 1 for each of the last twelve weeks, for a sparkline.
Page streak_page(const Streak& streak, const std::vector<double>& strength);
/// The last weeks day by day, and what each day without an act means for the streak, of all acts or
/// of one. `week_start`: 0 for Monday to 6 for Sunday.
Page explained_page(const std::vector<StreakDay>& days, const Streak& streak,
                    std::optional<Act> act, int week_start);
/// The streak of an act, of other selected entries, or both.
Page selected_streak_page(const Streak& streak, std::optional<Act> act, const Selection& selection);
/// `earlier`: how many older entries match and are not shown.
Page list_page(const std::vector<EntryText>& entries, std::size_t earlier, Day today, int columns);
/// The entries of `day` in earlier years, newest first. `last`: the latest entry with `person`,
/// whom today's suggestion names.
Page memories_page(const std::vector<EntryText>& entries, const std::string& person,
                   const std::optional<EntryText>& last, Day day, Day today, int columns);
Page report_page(const Report& report, int columns);
/// A calendar with a shade for the number of acts, at most `columns` wide: a row per week for up to
/// 36 days, else a column per week. Days before the first act and days to come are blank. Below it
/// is a legend.
Page heat_map(const Report& report, DayRange period, int columns);
/// "November 2026: with Maya".
std::string report_title(const Report& report);
Page findings_page(std::span<const std::string_view> topics);
Page feelings_question();
Page felt_page(const Felt& said, Day today);
/// The ratings of a day.
Page ratings_page(const std::vector<Rating>& ratings, Day day, Day today);
/// `latest`: the last answer to each question; `days_acted`: in each of the weeks.
Page recent_feelings_page(const FeelingWeeks& weeks, const Feelings& latest,
                          const std::vector<int>& days_acted);
/// Feelings as a report shows them: a line each, a sentence, and a table of statistics if the
/// report has them.
Page feelings_page(const FeelingsReport& feelings, int columns);
/// `known`: how many of these days were rest days before.
Page rested_page(const Rested& said, int known, Day today);
/// The answer to --off for days that are no rest days, or only by the setting rest_days.
Page no_rest_page(DayRange days, const RestCalendar& rests, Day today);
/// The answer to `rest` for days that are rest days already.
Page rests_already_page(DayRange days, Day today);
Page rests_page(const std::vector<DayRange>& planned, const RestCalendar& rests, Day today);
/// What --fix repaired, if anything, and the findings.
Page checkup_page(const CheckupResult& checkup, const Mended& mended);
/// The settings with their values and sources, then the paths.
Page settings_page(const SettingsView& view, int columns);
/// What config.toml sets after it was edited.
Page edited_settings_page(const std::vector<SettingInForce>& settings, const std::string& path);
/// `records`: those that are erased and can be named.
Page forgotten_page(const Forgotten& forgotten, const std::vector<Record>& records, Day today,
                    bool saved);
Page error_page(const Error& error);

}  // namespace connect::render
