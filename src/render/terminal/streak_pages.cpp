// Pages of `streak`: sentences, a sparkline and a small calendar.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "domain/text/counted.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/sparkline.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

Span glyph(DayKind kind) {
  switch (kind) {
    case DayKind::acted: return {"█", Style::heat, 4};
    case DayKind::rest: return {"·", Style::plain, 4};
    case DayKind::shortened:
    case DayKind::ended: return {"|", Style::plain, 4};
    case DayKind::quiet: return {"", Style::plain, 4};
    case DayKind::resting: return {std::string(resting_mark), Style::quiet, 4};
    case DayKind::open: return {"○", Style::plain, 4};
    case DayKind::before: break;
  }
  return {" ", Style::plain, 4};
}

constexpr std::array<std::string_view, 8> ordinals = {"zeroth", "first", "second", "third",
                                                      "fourth", "fifth", "sixth",  "seventh"};
constexpr std::array<std::string_view, 8> numbers = {"no",   "one",  "two", "three",
                                                     "four", "five", "six", "seven"};

bool is_break(const StreakDay& day) {
  return day.kind == DayKind::shortened || day.kind == DayKind::ended;
}

std::string free_rest_days_words(int rests) {
  if (rests == 0)
    return "Every day counts in a rhythm of seven days. A missed day that you log later counts, "
           "too.";
  if (rests == 7) return "In a rhythm of no days, no missed day ends the streak.";
  return fmt::format(
      "You may skip {} in any seven. Log a skipped day later to get it back.",
      rests == 1 ? "one day" : fmt::format("{} days", numbers[static_cast<std::size_t>(rests)]));
}

/// Why the current streak does not reach further back, or why there is none: the last of the days
/// shown on which one ended or got shorter. Empty if there is no such day.
std::string end_words(const std::vector<StreakDay>& days, const Streak& streak,
                      const StreakLengths& of) {
  const auto last = std::ranges::find_if(days.rbegin(), days.rend(), is_break);
  if (last == days.rend()) return "";
  const std::string day = spoken(last->day, streak.today);
  const std::string reason = streak.rhythm.rests() == 0
                                 ? "a day without an act"
                                 : fmt::format("a {} day without an act within seven",
                                               ordinals[static_cast<std::size_t>(last->used)]);
  if (of.current == 0 || !of.since) return fmt::format("It ended on {}: {}.", day, reason);
  const std::string since = spoken(*of.since, streak.today);
  if (*of.since < last->day)
    return fmt::format("It counts from {}; earlier days fell away on {}, {}.", since, day, reason);
  return fmt::format("It counts from {}; the one before ended on {}: {}.", since, day, reason);
}

/// A row per week and a column per weekday.
Page calendar(const std::vector<StreakDay>& days, int week_start) {
  Page page;
  std::vector<Span> head = {{"", Style::plain, label_width}};
  for (int i = 0; i < 7; ++i)
    head.push_back({std::string(weekday_name((week_start + i) % 7).substr(0, 2)), Style::quiet, 4});
  page.line(std::move(head));
  std::size_t i = 0;
  while (i + 1 < days.size() && days[i].kind == DayKind::before) ++i;  // days before the first act
  while (i < days.size()) {
    const Day first = first_of_week(days[i].day, week_start);
    std::vector<Span> row = {{spoken(first, first).substr(4), Style::quiet, label_width}};
    for (int skipped = days[i].day - first; skipped > 0; --skipped)
      row.push_back(glyph(DayKind::before));
    for (; i < days.size() && days[i].day <= first + 6; ++i) row.push_back(glyph(days[i].kind));
    page.line(std::move(row));
  }
  return page;
}

}  // namespace

Page streak_page(const Streak& streak, const std::vector<double>& strength) {
  Page page;
  page.line({{headline(streak), Style::strong}});
  if (streak.state == StreakState::fresh) {
    page.line("The first act starts a streak; for an idea: connect prompt");
    return page;
  }
  const StreakLengths& lengths = streak.lengths;
  const std::string since =
      lengths.since ? ", since " + spoken(*lengths.since, streak.today) : std::string();
  if (lengths.current > 0)
    page.line({label("Streak"), {counted(lengths.current, "day"), Style::strong}, {since}},
              label_width);
  page.line({label("Longest"), {counted(lengths.longest, "day")}}, label_width);
  page.line(
      {label("Strength"),
       {sparkline(std::vector<std::optional<double>>(strength.begin(), strength.end()), 0, 1)},
       {"  12 weeks: how often you acted; recent days count most", Style::quiet}},
      label_width);
  page.line({label("Today"), {state_words(streak)}}, label_width);
  return page;
}

Page selected_streak_page(const Streak& streak, std::optional<Act> act,
                          const Selection& selection) {
  const StreakLengths& lengths = act ? streak.acts[index(*act)] : streak.lengths;
  const int days = act ? streak.acts_last_28[index(*act)] : streak.last_28;
  std::string words = selection_words(selection);
  if (!act && !words.empty())
    words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
  Page page;
  page.line({act ? Span{heading(*act), style_of(*act)} : Span{},
             {act && !words.empty() ? ", " : ""},
             {words},
             {lengths.longest == 0 ? "" : " · " + recent_days_words(days, streak)}},
            2);
  if (lengths.longest == 0) {
    page.line(selection.texts.empty() ? "Not logged yet." : "No entry matches.");
    return page;
  }
  if (lengths.current > 0)
    page.line({label("Streak"), {counted(lengths.current, "day"), Style::strong}});
  page.line({label("Longest"), {counted(lengths.longest, "day")}});
  return page;
}

Page explained_page(const std::vector<StreakDay>& days, const Streak& streak,
                    std::optional<Act> act, int week_start) {
  Page page;
  page.append(calendar(days, week_start));
  std::vector<std::string> marks = {"█ act", "· free rest day"};
  if (std::ranges::any_of(days, is_break)) marks.push_back("| end of a streak");
  if (std::ranges::count(days, DayKind::resting, &StreakDay::kind) > 0)
    marks.push_back(fmt::format("{} rest day", resting_mark));
  if (!days.empty() && days.back().kind == DayKind::open) marks.push_back("○ today");
  page.append(legend(marks, label_width));
  page.blank();
  if (const std::string why =
          end_words(days, streak, act ? streak.acts[index(*act)] : streak.lengths);
      !why.empty())
    page.line({{why}}, 2);
  page.line({{free_rest_days_words(streak.rhythm.rests()), Style::quiet}});
  return page;
}

}  // namespace connect::render
