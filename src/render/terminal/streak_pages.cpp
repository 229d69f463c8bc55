// Pages of `streak`: sentences, a sparkline and a small calendar.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

/// One bar per value, each from 0 to 1.
std::string sparkline(const std::vector<double>& values) {
  constexpr std::array<std::string_view, 7> bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇"};
  std::string out;
  for (double value : values)
    out += bars[std::min<std::size_t>(static_cast<std::size_t>(value * 7), 6)];
  return out;
}

Span glyph(DayKind kind) {
  switch (kind) {
    case DayKind::acted: return {"█", Style::heat, 4};
    case DayKind::rest:
    case DayKind::ended:
    case DayKind::quiet: return {"·", Style::plain, 4};
    case DayKind::resting: return {std::string(resting_mark), Style::quiet, 4};
    case DayKind::open: return {"○", Style::plain, 4};
    case DayKind::before: break;
  }
  return {" ", Style::plain, 4};
}

/// What a day without an act means for the streak.
std::string no_act_words(const StreakDay& day, int rests) {
  if (day.kind != DayKind::ended)
    return fmt::format("free rest day, {} of {} in seven days", day.used, rests);
  if (rests == 0) return "day with no act; a new streak starts after it";
  // Only the first of these days is outside the longest run that keeps the rule; see StreakFold.
  return fmt::format("no act on {} of seven days; the streak starts after the first", rests + 1);
}

std::string free_rest_days_words(int rests) {
  if (rests == 0) return "A rhythm of 7 days has no free rest days.";
  return fmt::format("Any seven days have {}. An act logged later frees one again.",
                     counted(rests, "free rest day"));
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
  page.line({label("Strength"), {sparkline(strength)}, {"  12 weeks", Style::quiet}});
  page.line({label("Today"), {state_words(streak)}}, label_width);
  return page;
}

Page selected_streak_page(const Streak& streak, std::optional<Act> act,
                          const std::vector<std::string>& with) {
  const StreakLengths& lengths = act ? streak.acts[index(*act)] : streak.lengths;
  const int days = act ? streak.acts_last_28[index(*act)] : streak.last_28;
  const std::string people = with.empty() ? "" : "with " + enumerated(with);
  Page page;
  page.line({act ? Span{std::string(title(*act)), style_of(*act)} : Span{"Days "},
             {act && !people.empty() ? ", " : ""},
             {people},
             {fmt::format(": {} of the last {}", days, counted(streak.of_28, "day"))}},
            2);
  if (lengths.longest == 0) {
    page.line("Not logged yet.");
    return page;
  }
  page.line({label("Streak"), {counted(lengths.current, "day"), Style::strong}});
  page.line({label("Longest"), {counted(lengths.longest, "day")}});
  return page;
}

Page explained_page(const std::vector<StreakDay>& days, const Streak& streak, int week_start) {
  Page page;
  page.append(calendar(days, week_start));
  page.append(legend({"█ act", "· no act", fmt::format("{} rest day", resting_mark), "○ today"},
                     label_width));
  page.blank();
  for (const StreakDay& day : days)
    if (day.kind == DayKind::rest || day.kind == DayKind::ended)
      page.line({{spoken(day.day, streak.today), Style::quiet, 16},
                 {no_act_words(day, streak.rhythm.rests())}},
                16);
  page.line({{free_rest_days_words(streak.rhythm.rests()), Style::quiet}});
  return page;
}

}  // namespace connect::render
