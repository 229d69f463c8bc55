// The report for a terminal: a calendar, the balance of the four acts, people and tags.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/text/cell_width.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t longest_list = 8;  // people or tags before "and N more"

// By the number of acts. Distinct without colour and in ASCII, as is resting_mark.
constexpr std::array<std::string_view, 4> shades = {"·", "▒", "▓", "█"};

bool has_begun(const Report& report, Day day) {
  return report.first_act && *report.first_act <= day && day <= report.today;
}

std::string_view mark(const Report& report, DayRange period, Day day) {
  if (!period.contains(day)) return " ";
  if (const std::uint32_t count = count_on(report.days, day); count > 0)
    return shades[std::min<std::size_t>(count, shades.size() - 1)];
  if (!has_begun(report, day)) return " ";
  return report.rests.contains(day) ? resting_mark : shades[0];
}

Page shades_legend(const Report& report, DayRange period, int indent) {
  bool rests = false;
  for (Day day = period.since; day <= period.until && !rests; ++day.number)
    rests = mark(report, period, day) == resting_mark;
  constexpr std::array<std::string_view, 4> counts = {"none", "1", "2", "3 or more"};
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < shades.size(); ++i)
    entries.push_back(fmt::format("{} {}", shades[i], counts[i]));
  if (rests) entries.push_back(fmt::format("{} rest day", resting_mark));
  return legend(entries, indent);
}

/// The names of months above the weeks in which they begin. `cell`: the width of a week.
std::string month_line(Day first_monday, int weeks, int cell, Day until) {
  std::string line;
  for (int week = 0; week < weeks; ++week) {
    const Civil date = civil(std::min(first_monday + week * 7 + 6, until));
    const auto place = static_cast<std::size_t>(week) * static_cast<std::size_t>(cell);
    // The first column has a name, too, unless the next month's would run into it.
    const bool first = week == 0 && date.day + 7 * (cell == 1 ? 4 : 2) <= 35;
    if ((date.day > 7 && !first) || line.size() > place) continue;
    line.resize(place, ' ');
    line += month_short(date.month);
    line += ' ';
  }
  return line;
}

/// A bar of at most `room` cells; one that counts anything has at least one.
std::string bar(std::uint32_t count, std::uint32_t most, int room) {
  std::string out;
  const auto length = (count * static_cast<std::uint32_t>(room) + most - 1) / most;
  for (std::uint32_t i = 0; i < length; ++i) out += "█";
  return out;
}

Page balance(const Report& report, int columns) {
  Page page;
  const bool narrow = columns < 60;
  const int title_width = narrow ? label_width : 42;
  const int room = std::clamp(columns - title_width - 8, 4, 30);
  const std::uint32_t most = std::max(1U, std::ranges::max(report.acts));
  for (Act act : all_acts) {
    const std::uint32_t count = report.acts[index(act)];
    page.line({{narrow ? std::string(slug(act)) : heading(act), style_of(act), title_width},
               {std::to_string(count), Style::plain, -4},
               {" "},
               {bar(count, most, room), style_of(act)}});
  }
  return page;
}

template <class Item, class Describe>
void listed(Page& page, std::string_view name, const std::vector<Item>& items, Describe describe) {
  if (items.empty()) return;
  std::vector<Span> spans = {{std::string(name), Style::quiet, label_width}};
  const std::size_t shown = std::min(items.size(), longest_list);
  for (std::size_t i = 0; i < shown; ++i) {
    spans.push_back({describe(items[i]), Style::plain, 0, true});
    if (i + 1 < shown) spans.push_back({" · "});
  }
  if (items.size() > shown) spans.push_back({fmt::format(" and {} more", items.size() - shown)});
  page.line(std::move(spans), label_width);
}

std::string now_words(const Streak& streak) {
  const auto [current, longest] = std::pair(streak.lengths.current, streak.lengths.longest);
  if (longest == 0) return "the first act starts a streak";
  return fmt::format("{}; longest ever {}",
                     current > 0 ? counted(current, "day") : "the next act starts a new one",
                     counted(longest, "day"));
}

/// When the person of the report was met.
Page met_lines(const Report& report) {
  const auto found =
      std::ranges::find(report.people, report.selection.with.front(), &Report::Person::name);
  Page page;
  if (found == report.people.end()) return page;
  std::string words = "first " + dated(found->first) + ", last " + dated(found->last);
  if (report.days_acted > 2)
    words += fmt::format("; every {:.0f} days on average",
                         (found->last - found->first) / (report.days_acted - 1.0));
  page.line({label("Met"), {words}}, label_width);
  return page;
}

/// What is about today, whatever the period.
void add_now(Page& page, const Report& report) {
  page.blank();
  page.line({{"Now", Style::strong}});
  page.line({label("Streak"), {now_words(report.streak)}}, label_width);
  listed(page, "Due", report.due, [](const std::string& name) { return name; });
  if (report.a_year_ago)
    page.line({label("Last year"), {act_text(report.a_year_ago->said)}}, label_width);
}

/// The ratings of the period.
void add_feelings(Page& page, const Report& report, int columns) {
  if (!report.feelings) return;
  page.blank();
  page.append(feelings_page(*report.feelings, columns));
}

/// The rows of the grouping, with bars if they are of times.
void add_rows(Page& page, const Report& report, int columns) {
  page.blank();
  const auto words_of = [&](const Report::Count& row) {
    const auto act = report.by == By::act ? act_from_word(row.key) : std::nullopt;
    return act ? heading(*act) : row_words(report.by, row.key);
  };
  const auto rows = rows_for_people(report);
  std::size_t widest = 10;
  std::uint32_t highest = 1;
  for (const auto& row : rows) {
    widest = std::max(widest, cells(visible(words_of(row))));
    highest = std::max(highest, row.count);
  }
  const int width = std::min(static_cast<int>(widest), std::max(12, columns - 8));
  const auto room = report.by < By::act ? std::clamp(columns - width - 8, 4, 30) : 0;
  for (const auto& row : rows)
    page.line({{words_of(row), Style::plain, width},
               {std::to_string(row.count), Style::plain, -6},
               {" "},
               {bar(row.count, highest, room), Style::heat}});
  if (const auto footnote = rows_footnote(report); !footnote.empty())
    page.line({{footnote, Style::quiet}});
}

/// A column per week and a row per weekday; the latest weeks if there is no room for all.
Page long_map(const Report& report, DayRange period, int columns) {
  const int room = columns - 5;
  const Day last = first_of_week(period.until, report.week_start);
  Day first = first_of_week(period.since, report.week_start);
  int weeks = (last - first) / 7 + 1;
  const int cell = weeks * 2 <= room ? 2 : 1;
  Page page;
  if (weeks * cell > room) {
    weeks = room / cell;
    first = last - (weeks - 1) * 7;
    page.line({{fmt::format("     the last {} weeks", weeks), Style::quiet}});
  }
  page.line({{"     " + month_line(first, weeks, cell, period.until), Style::quiet}});
  for (int row = 0; row < 7; ++row) {
    std::string cells;
    for (int week = 0; week < weeks; ++week) {
      const Day day = first + week * 7 + row;
      cells.append(mark(report, period, day));
      if (cell == 2) cells += ' ';
    }
    const auto name = row % 2 == 0 ? weekday_short(first + row) : std::string_view();
    page.line({{std::string(name), Style::quiet, 5}, {cells, Style::heat}});
  }
  page.append(shades_legend(report, {std::max(first, period.since), period.until}, 5));
  return page;
}

/// A row per week and a column per weekday, as on a wall calendar.
Page wall_calendar(const Report& report, DayRange period) {
  const Day first = first_of_week(period.since, report.week_start);
  Page page;
  std::vector<Span> head = {{"", Style::plain, label_width}};
  for (int i = 0; i < 7; ++i)
    head.push_back({std::string(weekday_short(first + i).substr(0, 2)), Style::quiet, 4});
  page.line(std::move(head));
  for (Day week = first; week <= period.until; week = week + 7) {
    std::vector<Span> row = {{spoken(week, week).substr(4), Style::quiet, label_width}};
    for (int i = 0; i < 7; ++i)
      row.push_back({std::string(mark(report, period, week + i)), Style::heat, 4});
    page.line(std::move(row));
  }
  page.append(shades_legend(report, period, label_width));
  return page;
}

constexpr int longest_map = 54 * 7;  // days; longer periods get a line for each year

/// A line for each year: a mark for each month, by the number of days with an act.
Page years_map(const Report& report, DayRange period) {
  constexpr std::array<int, 3> days = {1, 8, 16};  // from these numbers on
  Page page;
  page.line({{fmt::format("{:{}}J F M A M J J A S O N D", "", label_width), Style::quiet}});
  const auto begun = report.first_act ? std::max(*report.first_act, period.since) : period.since;
  for (int year = civil(begun).year; year <= civil(period.until).year; ++year) {
    std::string marks;
    for (unsigned month = 1; month <= 12; ++month) {
      const Day first = *day_of({year, month, 1});
      const auto is_in_month = [&](const DayActs& acts) {
        return first <= acts.day && acts.day <= last_of_month(first);
      };
      const auto acted = std::ranges::count_if(report.days, is_in_month);
      const bool is_outside = last_of_month(first) < begun || first > period.until;
      const auto shade = std::ranges::count_if(days, [&](int least) { return acted >= least; });
      marks.append(is_outside ? " " : shades[static_cast<std::size_t>(shade)]).append(" ");
    }
    page.line({{std::to_string(year), Style::quiet, label_width}, {marks, Style::heat}});
  }
  std::vector<std::string> entries = {fmt::format("{} no day", shades[0])};
  entries.push_back(fmt::format("{} 1 to 7 days", shades[1]));
  entries.push_back(fmt::format("{} 8 to 15", shades[2]));
  entries.push_back(fmt::format("{} 16 or more", shades[3]));
  page.append(legend(entries, label_width));
  return page;
}

}  // namespace

std::string report_title(const Report& report) {
  const std::string searched = selection_words(report.selection);
  return period_name(report) + (searched.empty() ? "" : ": " + searched);
}

Page heat_map(const Report& report, DayRange period, int columns) {
  constexpr int wall_weeks = 6;
  // 36 days touch at most six weeks.
  if (period.until - period.since < wall_weeks * 7 - 6) return wall_calendar(report, period);
  if (period.until - period.since >= longest_map) return years_map(report, period);
  return long_map(report, period, columns);
}

Page report_page(const Report& report, int columns) {
  Page page;
  page.line({{report_title(report), Style::strong}}, 2);
  page.line(counts_words(report) + ".");
  if (report.total == 0) return page;
  if (report.is_grouped) {
    add_rows(page, report, columns);
    return page;
  }
  const DayRange so_far = report.so_far();
  if (so_far.until - so_far.since >= 7) {  // the calendar of a week adds nothing to the numbers
    page.blank();
    page.append(heat_map(report, so_far, columns));
  }
  page.blank();
  page.append(balance(report, columns));
  page.blank();
  std::vector<Report::Person> people = report.people;
  std::erase_if(people, [&](const Report::Person& person) {
    return std::ranges::find(report.selection.with, person.name) != report.selection.with.end();
  });
  if (report.selection.with.size() == 1 && people.size() < report.people.size())
    page.append(met_lines(report));
  listed(page, report.selection.with.empty() ? "People" : "And", people,
         [&](const Report::Person& person) {
           return fmt::format("{} {} ({})", person.name, person.count,
                              ago(person.last, report.today));
         });
  listed(page, "New", report.newcomers, [&](const Report::Person& person) {
    return fmt::format("{} ({})", person.name, ago(person.first, report.today));
  });
  listed(page, "Back", report.back, [&](const Report::Met& person) {
    return fmt::format("{} (before: {})", person.name, dated(person.last));
  });
  listed(page, "Dates", date_words(report), [](const std::string& date) { return date; });
  listed(page, "Tags", report.tags,
         [](const Report::Count& tag) { return fmt::format("{} {}", tag.key, tag.count); });
  listed(page, "Quiet", report.quiet, [&](const Report::Met& quiet) {
    return quiet.name + " since " + spoken(quiet.last, report.today);
  });
  if (report.prompts_shown > 0)
    page.line({label("Suggested"), {suggestions_words(report)}}, label_width);
  if (report.longest_streak > 0)
    page.line({label("Streak"), {counted(report.longest_streak, "day") + " at the longest"}},
              label_width);
  if (report.includes_today()) add_now(page, report);
  add_feelings(page, report, columns);
  if (!report.entries.empty()) {
    page.blank();
    page.append(
        list_page({report.entries.rbegin(), report.entries.rend()}, 0, report.today, columns));
  }
  return page;
}

}  // namespace connect::render
