// The chapters of a long period's page: each a sentence, a picture, and its numbers in a table.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/time/day_words.hpp"
#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr int wide_chart = 400;
constexpr int half_chart = 300;  // two of them are side by side on a wide page
constexpr std::size_t people_drawn = 10;
constexpr std::size_t memories_shown = 12;
constexpr std::size_t most_named = 3;  // that share the highest count

Html said_html(std::string_view words) {
  return words.empty() ? Html{} : paragraph(escaped(words));
}

Html number_cell(std::uint32_t count) { return markup("{}", count); }

Html chart(const Drawing& drawing) {
  return markup("<div class=\"chart\">{}</div>", svg_element(drawing));
}

/// A table in a fold.
Html folded_table(std::string_view summary, const Table& table) {
  return folded(summary, box("scroll", table.caption, table_html(table)));
}

/// The indexes of the highest of these counts; none if more than three share it, or if it is 1.
template <class Counts>
std::vector<std::size_t> peaks_of(const Counts& counts) {
  std::uint32_t most = 0;
  for (const std::uint32_t count : counts) most = std::max(most, count);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] == most) out.push_back(i);
  if (most < 2 || out.size() > most_named) out.clear();
  return out;
}

// ---- Months, or years ----

std::string acts_on_days(std::uint32_t acts, std::uint32_t days) {
  return acts == 0 ? "no act" : counted(acts, "act") + " on " + counted(days, "day");
}

std::string span_said(const Chapters& chapters, const Chapters::Span& span) {
  std::string out = span_name(chapters, span) + ": " + acts_on_days(span.total(), span.days_acted);
  if (span.before) out += fmt::format("; a year earlier: {}", *span.before);
  return out;
}

/// "March 2026 was the fullest month: 31 acts on 20 days."
std::string fullest_words(const Report& report, const Chapters& chapters) {
  std::vector<std::uint32_t> totals;
  for (const auto& span : chapters.spans) totals.push_back(span.total());
  auto fullest = peaks_of(totals);
  const auto only = std::ranges::find(totals, report.total);
  if (only != totals.end()) fullest = {static_cast<std::size_t>(only - totals.begin())};
  if (fullest.empty()) return "";
  const std::string unit = chapters.of_years ? "year" : "month";
  const DayRange days = report.known_days();
  const bool is_one_year = !chapters.of_years && civil(days.since).year == civil(days.until).year;
  std::vector<std::string> names;
  for (const std::size_t at : fullest) {
    const auto& span = chapters.spans[at];
    names.push_back(is_one_year ? month_name(civil(span.days.since).month)
                                : span_name(chapters, span));
  }
  const auto& first = chapters.spans[fullest.front()];
  if (only != totals.end())
    return "Everything was in " + names.front() + ": " +
           acts_on_days(first.total(), first.days_acted) + ".";
  if (fullest.size() > 1)
    return enumerated(names) + " were the fullest " + unit + "s: " + counted(first.total(), "act") +
           " each.";
  return names.front() + " was the fullest " + unit + ": " +
         acts_on_days(first.total(), first.days_acted) + ".";
}

bool is_compared(const Chapters& chapters) {
  return std::ranges::any_of(chapters.spans,
                             [](const auto& span) { return span.before.has_value(); });
}

BarChart spans_chart(const Chapters& chapters) {
  BarChart out{"spans", chapters.of_years ? "Acts by year" : "Acts by month", "", "heat-2", {}};
  out.width = wide_chart;
  out.height = 120;
  for (std::size_t i = 0; i < chapters.spans.size(); ++i) {
    const auto& span = chapters.spans[i];
    out.bars.push_back(
        {span_label(chapters, i), span_said(chapters, span), span.total(), span.before});
  }
  out.description = is_compared(chapters)
                        ? "Filled bars are the months of this period, hollow ones the same days a "
                          "year earlier."
                        : "A bar for each.";
  return out;
}

Table spans_table(const Chapters& chapters) {
  const std::string unit = chapters.of_years ? "year" : "month";
  Table table{"Acts by " + unit, {unit, "acts", "days"}, {}};
  if (is_compared(chapters)) table.columns.emplace_back("a year earlier");
  for (const auto& span : chapters.spans) {
    table.rows.push_back({escaped(span_name(chapters, span)), number_cell(span.total()),
                          number_cell(span.days_acted)});
    if (is_compared(chapters))
      table.rows.back().push_back(span.before ? number_cell(*span.before) : Html{});
  }
  return table;
}

/// What hollow bars are.
Html year_legend(const Chapters& chapters) {
  if (!is_compared(chapters)) return {};
  return markup(
      "<p class=\"quiet key\"><span><svg viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" "
      "aria-hidden=\"true\"><path class=\"s-quiet\" d=\"M1 12V1h10V12\"/></svg> the same days a "
      "year earlier</span></p>");
}

Html spans_section(const Report& report, const Chapters& chapters) {
  Html cut;
  if (!chapters.spans.empty() && chapters.spans.front().days.since > report.period.since)
    cut = paragraph(escaped(fmt::format("The last {} years are shown.", chapters.spans.size())),
                    "quiet");
  return section(
      "spans", chapters.of_years ? "Year by year" : "Month by month",
      said_html(fullest_words(report, chapters)) + chart(bars_drawing(spans_chart(chapters))) +
          year_legend(chapters) + cut +
          folded_table(chapters.of_years ? "The years as a table" : "The months as a table",
                       spans_table(chapters)));
}

// ---- The steadiest stretch ----

Html stretch_section(const Report& report, const Chapters& chapters) {
  constexpr int shortest_stretch = 3;  // days with an act
  if (!chapters.steadiest || chapters.steadiest->acted < shortest_stretch) return {};
  const auto& [days, acted] = *chapters.steadiest;
  const int length = days.until - days.since + 1;
  const std::string many = acted == length ? fmt::format("on all {} days", length)
                                           : fmt::format("on {} of the {} days", acted, length);
  const int rests = report.streak.rhythm.rests();
  const std::string missed =
      rests == 0 ? "no day was missed"
                 : "no seven days in a row had more than " + counted(rests, "missed day");
  return section(
      "stretch", "Your steadiest stretch",
      paragraph(escaped("You acted " + many + " from ") + time_html(days.since, dated(days.since)) +
                escaped(" to ") + time_html(days.until, dated(days.until)) + escaped(".")) +
          chart(stretch_drawing(report, chapters)) +
          paragraph(escaped("It is the longest streak of this period: " + missed +
                            ", and days off do not count."),
                    "quiet"));
}

// ---- Weekdays and hours ----

std::string hour_name(std::size_t hour) { return fmt::format("{:02}:00", hour); }

/// "Most often on Mondays and Thursdays (41 of 210 acts), and in the hour from 18:00 (31 of 180)."
std::string when_words(const Report& report, const Chapters& chapters) {
  std::vector<std::string> parts;
  const auto share = [](std::uint32_t count, std::uint32_t of, std::size_t sharing) {
    return fmt::format(" ({} of {}{})", count, counted(of, "act"), sharing > 1 ? " each" : "");
  };
  if (const auto days = peaks_of(chapters.weekdays); !days.empty()) {
    std::vector<std::string> names;
    for (const std::size_t day : days)
      names.push_back(std::string(weekday_name(static_cast<int>(day))) + "s");
    parts.push_back("on " + enumerated(names) +
                    share(chapters.weekdays[days.front()], report.total, days.size()));
  }
  std::uint32_t known = 0;
  for (const std::uint32_t count : chapters.hours.counts) known += count;
  if (const auto hours = peaks_of(chapters.hours.counts); !hours.empty()) {
    std::vector<std::string> names;
    for (const std::size_t hour : hours) names.push_back(hour_name(hour));
    parts.push_back((hours.size() > 1 ? "in the hours from " : "in the hour from ") +
                    enumerated(names) +
                    share(chapters.hours.counts[hours.front()], known, hours.size()));
  }
  if (parts.empty()) return "";
  return "Most often " + joined(parts, ", and ") + ".";
}

BarChart weekdays_chart(const Report& report, const Chapters& chapters) {
  BarChart out{"weekdays", "Acts by weekday", "A bar for each weekday.", "heat-2", {}};
  out.width = half_chart;
  out.height = 90;
  for (int i = 0; i < 7; ++i) {
    const int day = (report.week_start + i) % 7;
    const std::string name(weekday_name(day));
    const std::uint32_t count = chapters.weekdays[static_cast<std::size_t>(day)];
    out.bars.push_back({name.substr(0, 3), name + ": " + counted(count, "act"), count, {}});
  }
  return out;
}

BarChart hours_chart(const Chapters& chapters) {
  BarChart out{"hours", "Acts by hour", "A bar for each hour of the day.", "heat-2", {}};
  out.width = half_chart;
  out.height = 90;
  for (std::size_t hour = 0; hour < chapters.hours.counts.size(); ++hour) {
    const std::uint32_t count = chapters.hours.counts[hour];
    out.bars.push_back({hour % 6 == 0 ? std::to_string(hour) : "",
                        hour_name(hour) + ": " + counted(count, "act"),
                        count,
                        {}});
  }
  return out;
}

Table weekdays_table(const BarChart& chart_of_days, int week_start) {
  Table table{"Acts by weekday", {"weekday", "acts"}, {}};
  for (int i = 0; i < 7; ++i)
    table.rows.push_back({escaped(weekday_name((week_start + i) % 7)),
                          number_cell(chart_of_days.bars[static_cast<std::size_t>(i)].count)});
  return table;
}

Table hours_table(const Hours& hours) {
  Table table{"Acts by hour", {"hour", "acts"}, {}};
  for (std::size_t hour = 0; hour < hours.counts.size(); ++hour)
    if (hours.counts[hour] > 0)
      table.rows.push_back({escaped(hour_name(hour)), number_cell(hours.counts[hour])});
  if (hours.unknown > 0) table.rows.push_back({escaped("unknown"), number_cell(hours.unknown)});
  return table;
}

Html when_section(const Report& report, const Chapters& chapters) {
  const BarChart days = weekdays_chart(report, chapters);
  const Hours& hours = chapters.hours;
  const bool has_hours = std::ranges::any_of(hours.counts, [](auto count) { return count > 0; });
  Html pictures = chart(bars_drawing(days));
  if (has_hours) pictures += chart(bars_drawing(hours_chart(chapters)));
  Html body =
      said_html(when_words(report, chapters)) + markup("<div class=\"halves\">{}</div>", pictures);
  if (hours.unknown > 0)
    body += paragraph(
        escaped(fmt::format("The hour of {} is not known: logged for another day without a time, "
                            "or imported.",
                            counted(hours.unknown, "act"))),
        "quiet");
  Html tables = table_html(weekdays_table(days, report.week_start));
  if (has_hours) tables += table_html(hours_table(hours));
  return section("when", "When you act",
                 body + folded("Weekdays and hours as tables",
                               markup("<div class=\"halves\">{}</div>", tables)));
}

// ---- The four acts ----

Table acts_over_spans(const Chapters& chapters) {
  const std::string unit = chapters.of_years ? "year" : "month";
  Table table{"Each act by " + unit, {unit}, {}};
  for (Act act : all_acts) table.columns.emplace_back(slug(act));
  for (const auto& span : chapters.spans) {
    table.rows.push_back({escaped(span_name(chapters, span))});
    for (Act act : all_acts) table.rows.back().push_back(number_cell(span.acts[index(act)]));
  }
  return table;
}

/// The months of an act, on the same scale as the other acts.
Html act_chart(const Report& report, const Chapters& chapters, Act act, std::uint32_t highest) {
  BarChart out{slug(act), std::string(title(act)) + " over time", "A bar for each.", slug(act), {}};
  out.width = half_chart;
  out.height = 56;
  out.highest = highest;
  const bool is_short = chapters.of_years || chapters.spans.size() <= 6;  // room for "Mar"
  for (std::size_t i = 0; i < chapters.spans.size(); ++i) {
    const auto& span = chapters.spans[i];
    const std::uint32_t count = span.acts[index(act)];
    out.bars.push_back({span_label(chapters, i).substr(0, is_short ? 4 : 1),
                        span_name(chapters, span) + ": " + counted(count, "act"),
                        count,
                        {}});
  }
  return markup("<div class=\"chart\"><h3>{} <span class=\"quiet\">{}</span></h3>{}</div>",
                escaped(title(act)), report.acts[index(act)], svg_element(bars_drawing(out)));
}

Html four_acts_section(const Report& report, const Chapters& chapters) {
  std::uint32_t highest = 1;
  for (const auto& span : chapters.spans) highest = std::max(highest, std::ranges::max(span.acts));
  Html body;
  if (const auto most = peaks_of(report.acts); !most.empty()) {
    std::vector<std::string> names;
    for (const std::size_t act : most)
      names.emplace_back("“" + std::string(title(all_acts[act])) + "”");
    body = said_html(fmt::format("Most often: {}, {} of {}{}.", enumerated(names),
                                 report.acts[most.front()], counted(report.total, "act"),
                                 most.size() > 1 ? " each" : ""));
  }
  Html pictures;
  for (Act act : all_acts) pictures += act_chart(report, chapters, act, highest);
  return section("acts", "The four acts",
                 body + markup("<div class=\"halves\">{}</div>", pictures) +
                     folded_table("The acts as a table", acts_over_spans(chapters)));
}

// ---- People ----

Html people_chapter(const Report& report, const Chapters& chapters) {
  if (report.people.empty()) return people_section(report);  // their dates, and who is quiet
  Html words = escaped("You were in touch with ");
  if (report.people.size() == 1)
    words +=
        named(report.people[0].name) +
        escaped(report.people[0].count == 1 ? std::string(" once")
                                            : fmt::format(" {} times", report.people[0].count));
  else
    words += escaped(counted(static_cast<std::int64_t>(report.people.size()), "person", "people"));
  std::vector<std::uint32_t> counts;
  for (const auto& person : report.people) counts.push_back(person.count);
  const auto most = report.people.size() > 1 ? peaks_of(counts) : std::vector<std::size_t>();
  for (std::size_t i = 0; i < most.size(); ++i)
    words += escaped(i == 0                ? ", most often with "
                     : i + 1 < most.size() ? ", "
                                           : " and ") +
             named(report.people[most[i]].name);
  if (!most.empty())
    words += escaped(fmt::format(" ({} times{})", counts.front(), most.size() > 1 ? " each" : ""));
  Html body = paragraph(words + escaped("."));
  Html rows = markup("<li aria-hidden=\"true\"><span></span>{}<span></span></li>",
                     presence_labels_svg(chapters));
  for (std::size_t i = 0; i < std::min(chapters.people.size(), people_drawn); ++i)
    rows += markup("<li>{}{}<span class=\"quiet\">{}</span></li>", named(chapters.people[i].name),
                   presence_svg(chapters, chapters.people[i]), report.people[i].count);
  body += markup("<ul class=\"presence\">{}</ul>", rows);
  std::string key = chapters.of_years ? "A square is a year" : "A square is a month";
  key += "; the stronger its shade, the more often.";
  if (chapters.people.size() > people_drawn)
    key += fmt::format(" The {} people most often met are drawn.", people_drawn);
  body += paragraph(escaped(key), "quiet");
  Table table{"People", {"person", "times", "first", "last"}, {}};
  for (const auto& person : report.people)
    table.rows.push_back({named(person.name), number_cell(person.count),
                          time_html(person.first, dated(person.first)),
                          time_html(person.last, dated(person.last))});
  return section("people", "People",
                 body + folded_table("The people as a table", table) + people_news(report));
}

// ---- Kindnesses ----

Html kindness_chapter(const Chapters& chapters) {
  const auto& all = chapters.kindnesses;
  if (all.empty()) return {};
  const auto thanked =
      static_cast<std::size_t>(std::ranges::count(all, true, &NoticedKindness::thanked));
  std::vector<Report::Count> noticed;
  for (const auto& kindness : all) {
    const auto found = std::ranges::find(noticed, kindness.person, &Report::Count::key);
    if (found == noticed.end())
      noticed.push_back({kindness.person, 1});
    else
      ++found->count;
  }
  std::ranges::stable_sort(noticed, std::greater(), &Report::Count::count);
  std::string words =
      "You noticed " + counted(static_cast<std::int64_t>(all.size()), "kindness", "kindnesses");
  words += " by " + counted(static_cast<std::int64_t>(noticed.size()), "person", "people");
  words += thanked == 0            ? "."
           : thanked == all.size() ? ", and thanked for all of them."
                                   : fmt::format(", and thanked for {} of them.", thanked);
  if (all.size() == 1 && thanked == 1) words = "You noticed a kindness, and thanked for it.";
  Table table{"Kindnesses by person", {"person", "noticed", "thanked for"}, {}};
  for (const auto& [person, count] : noticed) {
    const auto those = std::ranges::count_if(all, [&](const NoticedKindness& kindness) {
      return kindness.thanked && kindness.person == person;
    });
    table.rows.push_back(
        {named(person), number_cell(count), number_cell(static_cast<std::uint32_t>(those))});
  }
  Html texts;
  for (const auto& kindness : all)
    if (!kindness.text.empty())
      texts += markup("<li><p class=\"quiet\">{} · {}</p><p dir=\"auto\">{}</p></li>",
                      time_html(kindness.day, dated(kindness.day)), named(kindness.person),
                      escaped(kindness.text));
  if (!texts.empty()) texts = markup("<ul class=\"said\">{}</ul>", texts);
  return section(
      "kindness", "Kindnesses",
      said_html(words) + chart(kindnesses_drawing(chapters)) +
          paragraph(escaped("A disc is a kindness that was thanked for, a ring one that was not."),
                    "quiet") +
          folded_table("The kindnesses as a table", table) + texts);
}

// ---- On this day ----

Html memories_chapter(const Report& report, const Chapters& chapters) {
  Html items;
  const auto shown = std::min(chapters.memories.size(), memories_shown);
  for (const EntryText& memory : std::span(chapters.memories).first(shown))
    items += entry_html(memory.said);
  if (items.empty()) return {};
  Html body = markup("<ol class=\"notes\">\n{}</ol>", items);
  if (chapters.memories.size() > shown)
    body += paragraph(escaped(fmt::format("And {} more: connect memories shows them.",
                                          chapters.memories.size() - shown)),
                      "quiet");
  const Civil date = civil(report.today);
  return section("memories",
                 fmt::format("On {} {} in earlier years", date.day, month_name(date.month)), body);
}

}  // namespace

Html chapters_html(const Report& report, const Chapters& chapters) {
  Html out;
  if (report.total > 0)
    out = spans_section(report, chapters) + days_section(report, chapters.of_years) +
          stretch_section(report, chapters) + when_section(report, chapters) +
          four_acts_section(report, chapters);
  return out + people_chapter(report, chapters) + tags_section(report) +
         kindness_chapter(chapters) + suggestions_section(report) + rows_section(report) +
         feelings_section(report) + memories_chapter(report, chapters) +
         streak_section(report, false);
}

}  // namespace connect::render
