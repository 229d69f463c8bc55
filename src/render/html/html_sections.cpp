// The sections of sentences and lists: streak, tags, rows, suggestions, feelings.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <span>

#include "domain/text/counted.hpp"
#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/sparkline.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t most_tags = 40;  // in sight; the others are folded

std::string sentence(std::string words) {
  words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  return words + ".";
}

/// A figure with its name above it and what it counts below.
Html figure(std::string_view name, std::string_view value, const Html& more) {
  return markup("<div><dt>{}</dt><dd>{}</dd><dd class=\"quiet\">{}</dd></div>", escaped(name),
                escaped(value), more);
}

Html figures(const Streak& streak) {
  const StreakLengths& lengths = streak.lengths;
  Html since;
  if (lengths.since) since = markup("since {}", time_html(*lengths.since, dated(*lengths.since)));
  const Html now = lengths.current > 0
                       ? figure("Streak now", counted(lengths.current, "day"), since)
                       : figure("Streak now", "none", escaped("the next act starts one"));
  return markup("<dl>{}{}{}</dl>", now,
                figure("Longest ever", counted(lengths.longest, "day"),
                       escaped("days with an act, not counting rest days")),
                figure("Last 90 days", counted(streak.last_90, "day"), escaped("with an act")));
}

Html tag_list(std::span<const Report::Count> tags) {
  if (tags.empty()) return {};
  Html items;
  for (const auto& tag : tags) items += markup("<li>{} <b>{}</b></li>", named(tag.key), tag.count);
  return markup("<ul class=\"chips\">{}</ul>", items);
}

/// A person or tag as an isolated name; other keys as words.
Html row_name(By by, const std::string& key) {
  const bool is_name = !key.empty() && (by == By::person || by == By::tag);
  return is_name ? named(key) : escaped(row_words(by, key));
}

Table weeks_table(const FeelingWeeks& weeks) {
  Table table{"Mean ratings by week", {"week of"}, {}};
  for (const auto name : feeling_names) table.columns.emplace_back(name);
  for (std::size_t week = 0; week < weeks.means[0].size(); ++week) {
    const Day monday = weeks.since + static_cast<int>(week) * 7;
    std::vector<Html> row = {time_html(monday, dated(monday))};
    for (const auto& means : weeks.means) row.push_back(escaped(one_decimal(means[week])));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// A box that scrolls by itself, as five columns are too many for a phone.
Html statistics_html(const FeelingStatistics& statistics) {
  Table table{feeling_table_title(statistics), {"", "points", "interval", "of", ""}, {}};
  for (const FeelingSummary& summary : statistics.items) {
    const std::string name(feeling_names[static_cast<std::size_t>(summary.item)]);
    for (const auto& [what, points, interval, basis, reading] :
         feeling_rows(statistics, summary.item))
      table.rows.push_back({escaped(name + ", " + what), escaped(points), escaped(interval),
                            escaped(basis), escaped(reading)});
  }
  Html out = paragraph(escaped(table.caption), "quiet") +
             box("scroll", "Table of feelings and acts", table_html(table));
  if (const auto doubt = feeling_doubt(statistics); !doubt.empty())
    out += paragraph(escaped(doubt), "quiet");
  return out;
}

}  // namespace

Html streak_section(const Report& report, bool with_longest) {
  const Streak& streak = report.streak;
  Html within;
  if (with_longest && report.longest_streak > 0)
    within = paragraph(escaped("The longest streak in this period was " +
                               counted(report.longest_streak, "day") + "."));
  if (!report.includes_today()) return section("streak", "The streak", within);
  Html body = paragraph(escaped(sentence(headline(streak))), "headline") +
              paragraph(escaped(sentence(state_words(streak))));
  if (streak.state != StreakState::fresh) body += within + figures(streak);
  return section("streak", "The streak on " + dated(report.today), body);
}

Html tags_section(const Report& report) {
  const std::span<const Report::Count> tags = report.tags;
  const auto first = tags.first(std::min(tags.size(), most_tags));
  const auto others = tags.subspan(first.size());
  Html body = tag_list(first);
  if (!others.empty()) body += folded(fmt::format("And {} more", others.size()), tag_list(others));
  return section("tags", "Tags", body);
}

Html rows_section(const Report& report) {
  if (!report.is_grouped || report.rows.empty()) return {};
  const std::string by(slug(report.by));
  Table table{"Acts by " + by, {by, "times"}, {}};
  for (const auto& row : rows_for_people(report))
    table.rows.push_back({row_name(report.by, row.key), markup("{}", row.count)});
  Html body = table_html(table);
  const auto footnote = rows_footnote(report);
  if (!footnote.empty()) body += paragraph(escaped(footnote), "quiet");
  return section("rows", "By " + by, body);
}

Html suggestions_section(const Report& report) {
  if (report.prompts_shown == 0) return {};
  return section("suggestions", "Suggestions",
                 paragraph(escaped("Suggested: " + suggestions_words(report) + ".")));
}

Html feelings_section(const Report& report) {
  if (!report.feelings) return {};
  const FeelingsReport& feelings = *report.feelings;
  Html body;
  if (!feelings.weeks.means[0].empty())
    body = feelings_svg(feelings) +
           folded("The weeks as a table", table_html(weeks_table(feelings.weeks)));
  if (feelings.statistics) {
    body += paragraph(escaped(feeling_sentence(*feelings.statistics)));
    if (feelings.statistics->comparisons > 0)
      body += folded("The statistics", statistics_html(*feelings.statistics));
  }
  return section("feelings", "Feelings", body);
}

}  // namespace connect::render
