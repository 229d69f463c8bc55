// The SVG report: calendar, balance, and no user text in it.
#include "render/svg/svg.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "render/svg/svg_parts.hpp"

namespace connect::svg_test {

using namespace render;

namespace {

Day day(const char* text) { return *day_from_iso(text); }

Report report_with(std::vector<DayActs> days) {
  Report report;
  report.today = day("2026-11-23");
  report.period = {day("2026-11-01"), report.today};
  report.first_act = report.period.since;
  report.days = std::move(days);
  for (const DayActs& acts : report.days) {
    report.total += acts.total();
    ++report.days_acted;
    for (Act act : all_acts) report.acts[index(act)] += acts.counts[index(act)];
  }
  return report;
}

std::string calendar(const Report& report) { return heat_map_svg(report).str(); }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

double channel(std::string_view colour, std::size_t at) {
  const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast ratio as WCAG 2.1 defines them.
double luminance(std::string_view colour) {
  return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}
double contrast(std::string_view a, std::string_view b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

std::string_view tone(std::string_view name, bool dark) {
  const Tone& found = *std::ranges::find(palette, name, &Tone::name);
  return dark ? found.dark : found.light;
}

}  // namespace

TEST_CASE("every day with an act is one square that names its number") {
  const std::string svg =
      calendar(report_with({{day("2026-11-02"), {1, 0, 0, 0}}, {day("2026-11-20"), {1, 2, 0, 4}}}));
  CHECK(count(svg, "<title>Mon 2 Nov 2026: 1 act</title>") == 1);
  CHECK(count(svg, "<title>Fri 20 Nov 2026: 7 acts</title>") == 1);
  CHECK(count(svg, " acts</title></rect>") + count(svg, " act</title></rect>") == 2);
  CHECK(count(svg, "h0") == 21 + 1);  // the quiet days, and one in the legend
}

TEST_CASE("days to come are left out of the calendar") {
  Report report = report_with({});
  report.period.until = day("2026-11-30");
  CHECK(count(calendar(report), "h0") == 23 + 1);
}

TEST_CASE("days before the first act of all are left out, too") {
  Report report = report_with({{day("2026-11-20"), {1, 0, 0, 0}}});
  report.first_act = day("2026-11-20");
  CHECK(count(calendar(report), "h0") == 3 + 1);
  report.first_act = std::nullopt;
  CHECK(count(calendar(report), "h0") == 0 + 1);
}

TEST_CASE("days of rest are dashes, which the legend explains where there are any") {
  Report report = report_with({{day("2026-11-20"), {1, 0, 0, 0}}});
  CHECK(count(calendar(report), "h6") == 0);
  CHECK(count(calendar(report), ">rest<") == 0);
  report.rests.days.add({day("2026-11-19"), day("2026-11-21")});
  const std::string svg = calendar(report);
  CHECK(count(svg, "h6") == 2 + 1);  // an act on a day of rest is an act
  CHECK(count(svg, "h0") == 20 + 1);
  CHECK(count(svg, ">rest<") == 1);
}

TEST_CASE("an act has the same hue on paper, in the dark and in a terminal") {
  const auto hue = [](std::string_view colour) {
    const double red = channel(colour, 1), green = channel(colour, 3), blue = channel(colour, 5);
    if (blue > green && blue > red) return red > green ? "purple" : "blue";
    return green > red ? "green" : "yellow";
  };
  const auto terminal = [](std::string_view code) {
    return code == "94" ? "blue" : code == "33" ? "yellow" : code == "32" ? "green" : "purple";
  };
  for (Act act : all_acts) {
    CAPTURE(slug(act));
    const Tone& found = connect::render::tone(slug(act));
    CHECK(hue(found.light) == std::string(terminal(found.terminal)));
    CHECK(hue(found.dark) == std::string(terminal(found.terminal)));
  }
}

TEST_CASE("a long period has a row for each of its latest twelve years") {
  const auto rows = heat_map_rows({day("1999-05-01"), day("2026-11-23")}, 0);
  REQUIRE(rows.size() == 12);
  CHECK(rows.front() == DayRange{day("2015-01-01"), day("2015-12-31")});
  CHECK(rows.back() == DayRange{day("2026-01-01"), day("2026-11-23")});
  CHECK(heat_map_rows({day("2026-01-01"), day("2026-12-31")}, 0).size() == 1);
  CHECK(heat_map_rows({day("2026-11-23"), day("2026-11-23")}, 0).size() == 1);
  CHECK(heat_map_rows({day("2026-11-23"), day("2026-11-22")}, 0).empty());
}

TEST_CASE("the balance names each act with its number") {
  const std::string svg = balance_svg(report_with({{day("2026-11-20"), {1, 0, 30, 4}}})).str();
  CHECK(count(svg,
              "Check in: 1, Offer your skills: 0, Be fully present: 30, "
              "Express gratitude or encouragement: 4.") == 1);
  CHECK(count(svg, "height=\"10\"") == 3);  // nothing done, no bar
}

TEST_CASE("a picture is the same each time and holds no text of the user's") {
  Report report = report_with({{day("2026-11-20"), {1, 0, 0, 0}}});
  report.people = {{"<b>Maya", 1, day("2026-11-20"), day("2026-11-20")}};
  report.tags = {{"<i>work", 1}};
  CHECK(report_svg(report) == report_svg(report));
  CHECK(count(report_svg(report), "Maya") + count(report_svg(report), "work") == 0);
}

TEST_CASE("an empty report is still a picture") {
  const std::string svg = report_svg(report_with({}));
  CHECK(count(svg, "Nothing logged in this period") == 2);
  CHECK(count(svg, "width=\"720\"") > 0);
}

TEST_CASE("colours pass WCAG contrast and stay apart in greyscale, light and dark") {
  for (const bool dark : {false, true}) {
    CAPTURE(dark);
    const auto on_paper = [&](std::string_view name) {
      return contrast(tone(name, dark), tone("paper", dark));
    };
    for (const auto* name : {"ink", "quiet", "accent"}) CHECK(on_paper(name) >= 4.5);
    for (Act act : all_acts) {
      CHECK(on_paper(slug(act)) >= 3);
      for (Act other : all_acts)
        if (act != other) CHECK(contrast(tone(slug(act), dark), tone(slug(other), dark)) >= 1.4);
    }
    CHECK(on_paper("heat-0") >= 3);
    for (const auto* name : {"heat-1", "heat-2", "heat-3", "heat-4"}) CHECK(on_paper(name) >= 3);
    CHECK(contrast(tone("heat-1", dark), tone("heat-2", dark)) >= 1.4);
    CHECK(contrast(tone("heat-2", dark), tone("heat-3", dark)) >= 1.4);
    CHECK(contrast(tone("heat-3", dark), tone("heat-4", dark)) >= 1.4);
  }
}

TEST_CASE("the calendar begins the week where the report says") {
  Report report = report_with({{day("2026-11-22"), {1, 0, 0, 0}}});  // a Sunday
  CHECK(calendar(report).find("from Monday at the top to Sunday") != std::string::npos);
  const auto place = [](const std::string& svg) {
    const auto square = svg.rfind("<rect", svg.find("Sun 22 Nov 2026"));
    return std::stoi(svg.substr(svg.find("y=\"", square) + 3));
  };
  const int last = place(calendar(report));
  report.week_start = 6;
  CHECK(calendar(report).find("from Sunday at the top to Saturday") != std::string::npos);
  CHECK(place(calendar(report)) < last);
}

TEST_CASE("a card of several years has a cell for every month with an act, by its days") {
  Report report = report_with({{day("2024-12-31"), {1, 0, 0, 0}},
                               {day("2026-01-01"), {2, 0, 0, 0}},
                               {day("2026-01-02"), {0, 0, 0, 1}}});
  report.period.since = day("2024-12-01");
  report.first_act = day("2024-12-31");
  const std::string svg = report_svg(report);
  CHECK(count(svg, "<title>December 2024: an act on 1 day</title>") == 1);
  CHECK(count(svg, "<title>January 2026: an act on 2 days</title>") == 1);
  CHECK(count(svg, ": an act on ") == 2);
  CHECK(count(svg, "h0\"") == 24 - 2 + 1);  // from December 2024 to November 2026, and the legend
  CHECK(count(svg, ">2025</text>") == 1);
  CHECK(count(svg, "4 acts on 3 days") >= 1);
}

TEST_CASE("a card says what it counts") {
  Report report =
      report_with({{day("2026-11-02"), {1, 0, 0, 0}}, {day("2026-11-03"), {1, 0, 0, 0}}});
  report.people = {{"Maya", 2, day("2026-11-02"), day("2026-11-03")}};
  report.longest_streak = 2;
  const std::string svg = report_svg(report);
  CHECK(count(svg, ">Small acts of connection</text>") == 1);
  CHECK(count(svg, ">November 2026 so far</text>") == 1);
  CHECK(count(svg, "2 acts on 2 days · 1 person · longest streak 2 days") == 1);
}

TEST_CASE("bars are in proportion, one act can be seen, and none is no bar") {
  BarChart chart{"x", "t", "d", "heat-2", {}};
  chart.width = 100;
  chart.height = 100;
  chart.bars = {{"a", "A", 1000, {}}, {"b", "B", 500, 250U}, {"c", "C", 1, {}}, {"d", "D", 0, {}}};
  const std::string svg = bars_drawing(chart).body.str();
  CHECK(count(svg, "height=\"100\" rx") == 1);
  CHECK(count(svg, "height=\"50\" rx") == 1);
  CHECK(count(svg, "height=\"3\" rx") == 1);
  CHECK(count(svg, "class=\"c-heat-2\"") == 3);
  CHECK(count(svg, "v-25h") == 1);
  CHECK(count(svg, "class=\"s-quiet\"") == 1);
  chart.bars.clear();
  CHECK(count(bars_drawing(chart).body.str(), "c-heat-2") == 0);
}

}  // namespace connect::svg_test
