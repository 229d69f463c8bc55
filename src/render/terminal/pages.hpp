// What people read, a function a page. Each takes values and gives a Page; colour, width and
// character set are the painter's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connect/result.hpp"
#include "domain/ledger/ledger.hpp"
#include "domain/outcome/symptom.hpp"
#include "domain/report/report.hpp"
#include "domain/streak/streak.hpp"
#include "domain/streak/streak_days.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/summary/history.hpp"
#include "render/terminal/page.hpp"

namespace connect::render {

/// A day of rest in a calendar: unlike every other mark, also where there is only ASCII.
inline constexpr std::string_view resting_mark = "~";

/// What a line of a page is about stands in front of it, in a column of its own.
inline constexpr int label_width = 10;
inline Span label(std::string_view text) { return {std::string(text), Style::quiet, label_width}; }

Page prompt_page(const Prompt& prompt, bool done, bool with_reason);
Page bank_page(std::span<const Suggestion> items);
Page people_page(std::span<const PersonHistory> people, Day today, int columns);
Page noticed_page(const Noticed& said, Day today);
Page today_page(const Prompt& prompt, const Streak& streak, const std::vector<EntryText>& logged);
/// `lead` precedes the deed when it was not simply logged: "Would log: ".
Page saved_page(const EntryText& entry, std::string_view lead, Day today, int streak);
/// `strength`: of the last twelve weeks, for a sparkline.
Page streak_page(const Streak& streak, const std::vector<double>& strength);
/// The days of the last weeks, and which rest each quiet one used.
Page explained_page(const std::vector<StreakDay>& days, const Streak& streak);
Page act_streak_page(const Streak& streak, Act act);
Page list_page(const std::vector<EntryText>& entries, std::size_t earlier, Day today);
Page report_page(const Report& report, int columns);
/// A calendar with a shade for how much was done: a month as on a wall, a longer time with weeks
/// across; at most as wide as `columns`. Days before the first act of all and days to come are
/// blank. Below it stands what its marks mean.
Page heat_map(const Report& report, DayRange period, int columns);
Page findings_page(std::span<const std::string_view> topics);
Page feelings_question();
Page felt_page(const Felt& said, Day today);
Page rested_page(const Rested& said, Day today);
/// What was mended, if anything, and what there is to know.
Page checkup_page(const CheckupResult& checkup, const Mended& mended);
Page forgotten_page(const Forgotten& forgotten, bool saved);
Page error_page(const Error& error);

}  // namespace connect::render
