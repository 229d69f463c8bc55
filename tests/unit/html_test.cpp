// The HTML report: escaping, complete tables, no external resources.
#include "render/html/html.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>

#include "render/html/html_parts.hpp"

namespace connect::html_test {

using namespace render;

namespace {

Day day(const char* text) { return *day_from_iso(text); }

EntryText entry(std::vector<std::string> with, std::string note) {
  EntryText out;
  out.said.day = day("2025-11-23");
  out.said.act = Act::thank;
  out.said.with = std::move(with);
  out.said.note = std::move(note);
  return out;
}

Report lived() {
  Report report;
  report.today = report.streak.today = day("2026-11-23");
  report.period = {day("2026-11-01"), report.today};
  report.first_act = report.period.since;
  report.days = {{day("2026-11-02"), {3, 0, 1, 0}}, {day("2026-11-20"), {2, 5, 0, 4}}};
  report.total = 15;
  report.days_acted = 2;
  report.acts = {5, 5, 1, 4};
  return report;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

template <class T>
concept FitsMarkup = requires(const T& part) {
  markup("{}", part);
};

static_assert(FitsMarkup<Html> && FitsMarkup<int> && FitsMarkup<std::uint32_t>);
static_assert(!FitsMarkup<std::string> && !FitsMarkup<std::string_view>);
static_assert(!FitsMarkup<const char*> && !FitsMarkup<char>);
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, std::string_view>);
static_assert(!std::is_constructible_v<Html, const char*>);
static_assert(!std::is_invocable_v<decltype(escaped), Html>);

}  // namespace

TEST_CASE("the dates of people are listed below them, in the order of the period") {
  Report report = lived();
  report.people = {{"Maya", 2, day("2026-11-18"), day("2026-11-20"), {{{11, 12, 1985}, "a <b>"}}},
                   {"Sam", 1, day("2026-11-02"), day("2026-11-02"), {{{11, 5, 0}, "birthday"}}}};
  CHECK(holds(people_section(report).str(),
              "<h3>Dates</h3><ul class=\"plain quiet\"><li>5 Nov Sam: birthday</li>"
              "<li>12 Nov 1985 Maya: a &lt;b&gt;</li></ul>"));
  report.people[0].dates.clear();
  report.people[1].dates.clear();
  CHECK_FALSE(holds(people_section(report).str(), "Dates"));
}

TEST_CASE("text is escaped once, hidden characters and all") {
  CHECK(escaped("<a href=\"x\">'&amp;").str() == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;");
  CHECK(escaped("\x1b[31m").str() == "^[[31m");
  CHECK(escaped("\u202e").str() == "\\u202e");
  CHECK(escaped("In\u00eas").str() == "In\u00eas");
}

TEST_CASE("a sentence keeps its words and each of its names") {
  const auto words = [](std::vector<std::string> with) {
    return act_html(entry(std::move(with), "").said).str();
  };
  CHECK(words({}) == "Said thanks");
  CHECK(words({"a\nb", "{}", "&"}) ==
        "Thanked <bdi>a^Jb</bdi>, <bdi>{}</bdi> and <bdi>&amp;</bdi>");
}

TEST_CASE("names, tags, rows and notes never become markup") {
  const std::string evil = "<script>x</script>";
  Report report = lived();
  report.people = {{evil, 1, report.today, report.today}};
  report.quiet = {{evil, report.today}};
  report.tags = {{evil, 1}};
  report.by = By::person;
  report.is_grouped = true;
  report.rows = {{evil + ";" + evil, 1}};
  report.a_year_ago = entry({evil}, "");
  report.entries = {entry({evil}, evil)};
  report.entries[0].said.tags = {evil};
  const std::string page = report_html(report);
  CHECK(!holds(page, "<script"));
  CHECK(holds(page, "Thanked <bdi>&lt;script&gt;x&lt;/script&gt;</bdi>"));
}

TEST_CASE("tables hold the numbers of the report") {
  const std::string page = report_html(lived());
  CHECK(holds(page, "2 Nov 2026</time></th><td>3</td><td>0</td><td>1</td><td>0</td><td>4</td>"));
  CHECK(holds(page, "20 Nov 2026</time></th><td>2</td><td>5</td><td>0</td><td>4</td><td>11</td>"));
  CHECK(holds(page, ">Check in</th><td>5</td>"));
  CHECK(holds(page, ">Express gratitude or encouragement</th><td>4</td>"));
  CHECK(holds(page, "15 acts on 2 days."));
}

TEST_CASE("years of days become months that add up") {
  Report report = lived();
  report.period.since = day("2024-01-01");
  const std::string page = report_html(report);
  CHECK(holds(page, ">Nov 2026</th><td>5</td><td>5</td><td>1</td><td>4</td><td>15</td>"));
}

TEST_CASE("everyone is in the tables of people, whatever is folded away") {
  Report report = lived();
  for (int i = 0; i < 30; ++i)
    report.people.push_back({"person " + std::to_string(i), 1, report.today, report.today});
  const std::string page = report_html(report);
  for (const auto& person : report.people) CHECK(holds(page, named(person.name).str()));
  CHECK(holds(page, "And 24 more"));
}

TEST_CASE("notes come from the entries that were asked for, and from nowhere else") {
  Report report = lived();
  report.a_year_ago = entry({"Maya"}, "between us");
  CHECK(!holds(report_html(report), "between us"));
  report.entries = {entry({"Maya"}, "first line\nsecond <line>")};
  CHECK(holds(report_html(report), "first line<br>second &lt;line&gt;"));
}

TEST_CASE("chapters and the quote never become markup, and a long note is set in small letters") {
  const std::string evil = "</title><script>x</script>";
  Report report = lived();
  report.period.since = day("2026-01-01");
  report.people = {{evil, 15, report.today, report.today}};
  Chapters chapters;
  chapters.spans = {{{day("2026-10-01"), day("2026-10-31")}, {}},
                    {{day("2026-11-01"), report.today}, report.acts, 2, 7U}};
  chapters.steadiest = {{day("2026-11-02"), day("2026-11-20")}, 3};
  chapters.weekdays = {15, 0, 0, 0, 0, 0, 0};
  chapters.hours.unknown = 15;
  chapters.people = {{evil, {0, 15}}};
  chapters.kindnesses = {{"id", evil, report.today, evil, true},
                         {"id", "Sam", report.today, "", false}};
  chapters.memories = {entry({evil}, evil)};
  const std::string page = report_html(report, chapters, entry({evil}, evil));
  CHECK(!holds(page, "<script"));
  CHECK(holds(page, "Everything was in November: 15 acts on 2 days."));
  CHECK(holds(page, "<title>November 2026: 15 acts on 2 days; a year earlier: 7</title>"));
  CHECK(holds(page, "You acted on 3 of the 19 days from"));
  CHECK(holds(page, "Most often on Mondays (15 of 15 acts)."));
  CHECK(holds(page, "The hour of 15 acts is not known"));
  CHECK(holds(page, "You noticed 2 kindnesses by 2 people, and thanked for 1 of them."));
  CHECK(holds(page, "On 23 November in earlier years"));
  CHECK(holds(page, "<section class=\"quote\" aria-label=\"A note\">"));
  CHECK(holds(report_html(report, {}, entry({}, std::string(281, 'x'))), "class=\"quote long\""));
}

TEST_CASE("an empty period and a single entry have chapters that say only what is there") {
  Report report = lived();
  report.period.since = day("2026-01-01");
  Chapters chapters;
  chapters.spans = {{{report.period.since, report.today}, {1, 0, 0, 0}, 1}};
  chapters.steadiest = {{report.today, report.today}, 1};
  chapters.weekdays[0] = chapters.hours.counts[18] = 1;
  report.days = {{report.today, {1, 0, 0, 0}}};
  report.acts = {1, 0, 0, 0};
  report.total = report.days_acted = 1;
  const std::string single = report_html(report, chapters);
  CHECK(holds(single, "Everything was in January: 1 act on 1 day."));
  CHECK(!holds(single, "Most often"));
  CHECK(!holds(single, "steadiest"));
  report.days.clear();
  report.total = report.days_acted = 0;
  report.acts = {};
  const std::string none = report_html(report, Chapters{});
  CHECK(holds(none, "Nothing logged in this period."));
  CHECK(!holds(none, "<svg"));
}

TEST_CASE("an empty report says so kindly, without charts") {
  Report report;
  report.today = report.streak.today = report.period.since = report.period.until =
      day("2026-11-23");
  const std::string page = report_html(report);
  CHECK(holds(page, "Nothing logged in this period."));
  CHECK(holds(page, "The first act starts a streak."));
  CHECK(!holds(page, "<svg"));
}

TEST_CASE("a page is the same each time and asks nothing of the world") {
  const std::string page = report_html(lived());
  CHECK(page == report_html(lived()));
  CHECK(holds(page, "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
  CHECK(!holds(page, "http://example"));
  CHECK(!holds(page, "url("));
  CHECK(!holds(page, "src="));
}

}  // namespace connect::html_test
