// Pages of `feel` and `rest`, and feelings as a report shows them.
#include <fmt/format.h>

#include <algorithm>

#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/sparkline.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr int feeling_width = 13;  // of the names of feelings, with a gap after them

std::string answer_words(int answer) { return answer < 0 ? "-" : std::to_string(answer); }

Page feelings_explained() {
  Page page;
  page.line(
      {{"Contentment: I feel content. Trust: I feel I can trust the people around me. Calm: I "
        "feel calm. 0 is not at all, 10 completely.",
        Style::quiet}});
  return page;
}

std::string scale_words(const FeelingWeeks& weeks) {
  const auto [low, high] = bar_scale(weeks);
  return fmt::format("Weekly means; bars from {} to {}.", low, high);
}

/// The latest weeks if there is no room for all.
Page feeling_lines(const FeelingsReport& feelings, int columns) {
  constexpr int figure_width = 7;
  const std::size_t weeks = feelings.weeks.means[0].size();
  const auto room = static_cast<std::size_t>(std::max(8, columns - feeling_width - 14));
  const std::size_t shown = std::min(weeks, room);
  const std::string over = shown < weeks ? fmt::format("last {} weeks", shown)
                                         : counted(static_cast<std::int64_t>(shown), "week");
  const int width = static_cast<int>(std::max(shown, over.size()));
  const auto [low, high] = bar_scale(feelings.weeks);
  Page page;
  page.line({{"Feelings", Style::quiet, feeling_width},
             {over, Style::quiet, width},
             {"mean", Style::quiet, -figure_width},
             {"usual", Style::quiet, -figure_width}});
  for (std::size_t i = 0; i < feeling_names.size(); ++i) {
    const auto& [mean, usual] = feelings.levels[i];
    if (!mean) continue;
    const auto means = std::span(feelings.weeks.means[i]).last(shown);
    page.line({{std::string(feeling_names[i]), Style::quiet, feeling_width},
               {sparkline(means, low, high), Style::plain, width},
               {one_decimal(mean), Style::plain, -figure_width},
               {one_decimal(usual), Style::plain, -figure_width}});
  }
  page.line({{scale_words(feelings.weeks), Style::quiet}});
  return page;
}

/// A row, or two lines where there is no room for one.
void add_statistics_row(Page& page, const FeelingRow& row, int columns) {
  const auto& [what, points, interval, basis, reading] = row;
  const std::string words = reading.empty() ? "" : "  " + reading;
  if (columns < 80) {
    page.line({{"  " + what, Style::plain, 20},
               {points, Style::plain, -6},
               {interval, Style::plain, -14}});
    page.line({{"    " + basis + words, Style::quiet}}, 4);
    return;
  }
  page.line({{"  " + what, Style::plain, 22},
             {points, Style::plain, -6},
             {interval, Style::plain, -15},
             {"  " + basis, Style::quiet, reading.empty() ? 0 : 13},
             {words}});
}

Page statistics_table(const FeelingStatistics& statistics, int columns) {
  Page page;
  page.blank();
  page.line({{"Feelings and acts", Style::strong},
             {"  " + feeling_table_title(statistics), Style::quiet, 0, true}},
            2);
  for (const FeelingSummary& summary : statistics.items) {
    const auto rows = feeling_rows(statistics, summary.item);
    if (rows.empty()) continue;
    page.line({{std::string(feeling_names[static_cast<std::size_t>(summary.item)]), Style::quiet}});
    for (const auto& row : rows) add_statistics_row(page, row, columns);
  }
  if (const auto doubt = feeling_doubt(statistics); !doubt.empty())
    page.line({{doubt, Style::quiet}}, 2);
  return page;
}

}  // namespace

Page feelings_question() {
  Page page;
  page.line({{"  And how are you right now? connect feel C,T,K", Style::quiet},
             {" (contentment, trust, calm; 0 to 10)", Style::quiet}},
            2);
  return page;
}

Page felt_page(const Felt& said, Day today) {
  return confirmed({rating_words(said.felt)}, spoken(said.day, today));
}

Page ratings_page(const std::vector<Rating>& ratings, Day day, Day today) {
  Page page;
  if (ratings.empty()) {
    page.line("No rating on " + spoken(day, today) + "; to add one: connect feel C,T,K --on " +
              iso(day));
  } else {
    const int when = static_cast<int>(spoken(day, today).size());
    std::vector<Span> heading = {{"", Style::plain, when}};
    for (const auto name : feeling_names)
      heading.push_back({"  " + std::string(name), Style::quiet});
    page.line(std::move(heading));
    bool first = true;
    for (const auto& rating : ratings) {
      std::vector<Span> row = {{first ? spoken(day, today) : "", Style::quiet, when}};
      for (std::size_t i = 0; i < feeling_names.size(); ++i)
        row.push_back({answer_words(rating.said.felt.items[i]), Style::plain,
                       -static_cast<int>(feeling_names[i].size()) - 2});
      page.line(std::move(row));
      first = false;
    }
  }
  page.append(feelings_explained());
  return page;
}

Page recent_feelings_page(const FeelingWeeks& weeks, const Feelings& latest,
                          const std::vector<int>& days_acted) {
  const int count = static_cast<int>(days_acted.size());
  Page page;
  if (latest.empty()) {
    page.line(fmt::format("No rating in the last {} weeks; to add one: connect feel C,T,K", count));
    page.append(feelings_explained());
    return page;
  }
  page.line({{"", Style::plain, feeling_width},
             {fmt::format("{} weeks", count), Style::quiet, count},
             {"latest", Style::quiet, -8}});
  const auto [low, high] = bar_scale(weeks);
  for (std::size_t i = 0; i < feeling_names.size(); ++i)
    page.line({{std::string(feeling_names[i]), Style::quiet, feeling_width},
               {sparkline(weeks.means[i], low, high), Style::plain, count},
               {answer_words(latest.items[i]), Style::plain, -8}});
  std::string acted;
  for (const int days : days_acted) acted += days > 0 ? std::to_string(days) : "·";
  page.line({{"days acted", Style::quiet, feeling_width}, {acted, Style::heat}});
  page.line({{scale_words(weeks), Style::quiet}});
  page.append(feelings_explained());
  return page;
}

Page feelings_page(const FeelingsReport& feelings, int columns) {
  Page page;
  if (!feelings.weeks.means[0].empty()) page.append(feeling_lines(feelings, columns));
  if (!feelings.statistics) {
    page.line({{"To compare feelings with your acts, add --feelings.", Style::quiet}}, 2);
    return page;
  }
  page.line({{feeling_sentence(*feelings.statistics)}}, 2);
  if (feelings.statistics->comparisons > 0)
    page.append(statistics_table(*feelings.statistics, columns));
  return page;
}

Page rested_page(const Rested& said, int known, Day today) {
  const int days = said.days.until - said.days.since + 1;
  std::string where = range_words(said.days, today);
  if (days > 1 && (said.rest || known == days)) where += " · " + counted(days, "day");
  if (days > 1 && !said.rest && known < days) where += fmt::format(" · {} of {} days", known, days);
  return confirmed({rest_words(said)}, std::move(where));
}

Page no_rest_page(DayRange days, const RestCalendar& rests, Day today) {
  const bool is_one = days.since == days.until;
  std::string what = days.until < today ? (is_one ? " was" : " were") : (is_one ? " is" : " are");
  what += is_one ? " not a rest day" : " not rest days";
  bool is_setting = false;
  for (Day day = days.since; day <= std::min(days.until, days.since + 6); day = day + 1)
    is_setting = is_setting || rests.contains(day);
  Page page;
  if (is_setting)
    page.line({{"No change: rest days that the setting rest_days makes stay rest days"}}, 2);
  else
    page.line({{"No change: " + range_words(days, today) + what}}, 2);
  return page;
}

Page rests_already_page(DayRange days, Day today) {
  Page page;
  page.line({{"No change: " + range_words(days, today) +
              (days.since == days.until ? " is a rest day already" : " are rest days already")}},
            2);
  return page;
}

Page rests_page(const std::vector<DayRange>& planned, const RestCalendar& rests, Day today) {
  const bool rests_today = rests.contains(today);
  Page page;
  page.line({label("Today"), {rests_today ? "a rest day" : "not a rest day"}}, label_width);
  bool first = true;
  for (const DayRange& range : planned) {
    const int days = range.until - range.since + 1;
    page.line({label(first ? "Planned" : ""),
               {range_words(range, today)},
               {days > 1 ? " · " + counted(days, "day") : "", Style::plain, 0, true}},
              label_width);
    first = false;
  }
  if (first)
    page.line({label("Planned"), {"nothing; for example: connect rest 2026-12-24..2026-12-27"}},
              label_width);
  std::vector<std::string> weekly;
  for (int i = 0; i < 7; ++i)
    if ((rests.weekdays >> i & 1) != 0) weekly.emplace_back(weekday_name(i));
  if (!weekly.empty())
    page.line({label("Weekly"), {enumerated(weekly) + ", by the setting rest_days"}}, label_width);
  if (!rests_today) page.line({{"to take today off: connect rest today", Style::quiet}});
  return page;
}

}  // namespace connect::render
