// Pages of `streak`: sentences, a sparkline and a small calendar.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/sparkline.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

Span glyph(DayKind kind) {
  switch (kind) {
    case DayKind::acted: return {"█", Style::heat, 4};
    case DayKind::rest:
    case DayKind::shortened:
    case DayKind::ended:
    case DayKind::quiet: return {"·", Style::plain, 4};
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

/// What a day without an act means for the streak. `start`: the first day of the current streak, if
/// this day set it.
std::string no_act_words(const StreakDay& day, int rests, const std::string& start) {
  if (!is_break(day))
    return rests == 1 ? "the free rest day of its seven days"
                      : fmt::format("free rest day, {} of {} in seven days", day.used, rests);
  if (rests == 0) return "no act: the streak ended";
  std::string out(ordinals[static_cast<std::size_t>(day.used)]);
  out += " day without an act in seven: ";
  if (!start.empty()) return out + "new start on " + start;
  return out + (day.kind == DayKind::ended ? "the streak ended" : "the streak got shorter");
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

/// A line for each missed day of a streak. Only the last break can have set where the current
/// streak starts.
Page missed_days(const std::vector<StreakDay>& days, const Streak& streak,
                 const StreakLengths& of) {
  const auto last = std::ranges::find_if(days.rbegin(), days.rend(), is_break);
  Page page;
  for (const StreakDay& day : days) {
    if (day.kind != DayKind::rest && !is_break(day)) continue;
    const bool sets_start =
        last != days.rend() && day.day == last->day && of.since && *of.since < day.day;
    page.line({{spoken(day.day, streak.today), Style::quiet, 16},
               {no_act_words(day, streak.rhythm.rests(),
                             sets_start ? spoken(*of.since, streak.today) : "")}},
              16);
  }
  return page;
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
                          const std::vector<std::string>& with) {
  const StreakLengths& lengths = act ? streak.acts[index(*act)] : streak.lengths;
  const int days = act ? streak.acts_last_28[index(*act)] : streak.last_28;
  const std::string people = with.empty() ? "" : (act ? "with " : "With ") + enumerated(with);
  Page page;
  page.line({act ? Span{heading(*act), style_of(*act)} : Span{},
             {act && !people.empty() ? ", " : ""},
             {people},
             {lengths.longest == 0 ? "" : " · " + recent_days_words(days, streak)}},
            2);
  if (lengths.longest == 0) {
    page.line("Not logged yet.");
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
  page.append(legend({"█ act", "· no act", fmt::format("{} rest day", resting_mark), "○ today"},
                     label_width));
  page.blank();
  page.append(missed_days(days, streak, act ? streak.acts[index(*act)] : streak.lengths));
  page.line({{free_rest_days_words(streak.rhythm.rests()), Style::quiet}});
  return page;
}

}  // namespace connect::render
