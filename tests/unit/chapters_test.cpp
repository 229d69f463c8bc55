// The chapters of a long period, against counts made entry by entry.
#include "domain/report/chapters.hpp"

#include <doctest/doctest.h>

#include <map>
#include <numeric>

#include "support/ledger_lines.hpp"

namespace connect::chapters_test {

using namespace test;

namespace {

DayRange days(std::string_view since, std::string_view until) { return {day(since), day(until)}; }

struct Page {
  Report report;
  Chapters chapters;
};

Page page_of(const Ledger& ledger, DayRange period, Day today, const RestCalendar& rests = {}) {
  const Summary summary = summary_of(ledger);
  Page out;
  out.report = report_of(summary, {period}, streak_of(summary, rests, today, {}), rests);
  out.chapters = chapters_of(out.report, ledger, rests, {}, 0);
  return out;
}

Ledger random_ledger(Random& random, std::size_t entries, int width) {
  RandomRecords make(random, entries);
  std::vector<Record> records;
  for (std::size_t id = 0; id < entries; ++id) {
    Logged entry = make.entry();
    entry.day = day("2023-06-01") + random.between(0, width);
    records.push_back(record(id, random.between(0, 1000), entry));
  }
  return folded(records);
}

std::uint32_t entries_within(const Ledger& ledger, DayRange range) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      ledger.entries(), [&](const Entry& entry) { return range.contains(entry.day); }));
}

bool has_act(const Report& report, Day day) { return count_on(report.days, day) > 0; }

/// Whether no seven days in a row hold more than two missed ones; rest days are taken out.
bool is_steady(const Report& report, const RestCalendar& rests, DayRange range) {
  std::vector<bool> acted;
  for (Day at = range.since; at <= range.until; ++at.number)
    if (has_act(report, at) || !rests.contains(at)) acted.push_back(has_act(report, at));
  for (std::size_t i = 0; i < acted.size(); ++i) {
    int missed = 0;
    for (std::size_t j = i; j < std::min(acted.size(), i + 7); ++j) missed += acted[j] ? 0 : 1;
    if (missed > 2) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("months, weekdays, hours and people are counted as entries are") {
  Random random(11);
  const Ledger ledger = random_ledger(random, 3000, 1200);
  for (int i = 0; i < 12; ++i) {
    const Day since = day("2023-05-01") + random.between(0, 900);
    const DayRange period{since, since + random.between(89, 720)};
    CAPTURE(period);
    const auto [report, chapters] = page_of(ledger, period, period.until);
    Day next = period.since;
    for (const auto& span : chapters.spans) {
      CHECK(span.days.since == next);
      CHECK(first_of_month(span.days.since) == first_of_month(span.days.until));
      CHECK(span.total() == entries_within(ledger, span.days));
      if (span.before)
        CHECK(*span.before == entries_within(ledger, {a_year_before(span.days.since),
                                                      a_year_before(span.days.until)}));
      next = span.days.until + 1;
    }
    if (chapters.spans.size() <= 24 && !chapters.of_years) CHECK(next == period.until + 1);
    std::array<std::uint32_t, 7> weekdays{};
    std::map<std::string, std::uint32_t> people;
    for (const Entry& entry : ledger.entries()) {
      if (!period.contains(entry.day)) continue;
      ++weekdays[static_cast<std::size_t>(weekday(entry.day))];
      for (const auto& name : ledger.entry_text(entry).said.with) ++people[name];
    }
    CHECK(chapters.weekdays == weekdays);
    const auto& hours = chapters.hours.counts;
    CHECK(std::accumulate(hours.begin(), hours.end(), chapters.hours.unknown) == report.total);
    REQUIRE(chapters.people.size() == report.people.size());
    for (std::size_t at = 0; at < chapters.people.size(); ++at) {
      const auto& [name, counts] = chapters.people[at];
      CHECK(name == report.people[at].name);
      CHECK(std::accumulate(counts.begin(), counts.end(), 0U) == people[name]);
    }
  }
}

TEST_CASE("the steadiest stretch is the longest that the rhythm allows, and the report's own") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Ledger ledger = random_ledger(random, 70, 110);
    RestCalendar rests;
    if (seed % 2 == 1) rests.days.add({day("2023-07-01"), day("2023-07-09")});
    const DayRange period{day("2023-06-08"), day("2023-09-10")};
    const auto [report, chapters] = page_of(ledger, period, period.until, rests);
    REQUIRE(chapters.steadiest.has_value());
    CHECK(chapters.steadiest->acted == report.longest_streak);
    CHECK(is_steady(report, rests, chapters.steadiest->days));
    int most = 0;
    for (std::size_t first = 0; first < report.days.size(); ++first)
      for (std::size_t last = first; last < report.days.size(); ++last)
        if (is_steady(report, rests, {report.days[first].day, report.days[last].day}))
          most = std::max(most, static_cast<int>(last - first) + 1);
    CHECK(chapters.steadiest->acted == most);
    CHECK(static_cast<int>(std::ranges::count_if(report.days, [&](const DayActs& acts) {
            return chapters.steadiest->days.contains(acts.day);
          })) == most);
  }
}

TEST_CASE("a month that is not over is compared with as many days, and nothing from before") {
  const Ledger ledger =
      folded({record(1, 0, logged("2025-10-05")), record(2, 1, logged("2025-11-09")),
              record(3, 2, logged("2025-11-30")), record(4, 3, logged("2026-11-02"))});
  const auto [report, chapters] =
      page_of(ledger, days("2026-01-01", "2026-12-31"), day("2026-11-23"));
  REQUIRE(chapters.spans.size() == 11);
  CHECK(chapters.spans.back().days == days("2026-11-01", "2026-11-23"));
  CHECK(chapters.spans[10].before == 1U);  // not the one of the 30th
  CHECK(chapters.spans[9].before == 1U);
  CHECK_FALSE(chapters.spans[8].before.has_value());  // September 2025 is before the first act
}

TEST_CASE("the last twelve months are compared, too, and two years are not") {
  const Ledger ledger =
      folded({record(1, 0, logged("2024-11-26")), record(2, 1, logged("2024-11-20")),
              record(3, 2, logged("2026-11-02"))});
  const auto year = page_of(ledger, days("2025-11-24", "2026-11-23"), day("2026-11-23")).chapters;
  REQUIRE(year.spans.size() == 13);
  CHECK(year.spans[0].before == 1U);
  const auto two = page_of(ledger, days("2024-12-01", "2026-11-23"), day("2026-11-23")).chapters;
  CHECK_FALSE(two.spans.back().before.has_value());
}

TEST_CASE("more than two years are shown by year, the last 24 of them") {
  const Ledger ledger =
      folded({record(1, 0, logged("0001-01-01")), record(2, 1, logged("2025-12-31")),
              record(3, 2, logged("2026-01-01"))});
  const auto [report, chapters] =
      page_of(ledger, days("0001-01-01", "2026-11-23"), day("2026-11-23"));
  CHECK(chapters.of_years);
  REQUIRE(chapters.spans.size() == 24);
  CHECK(chapters.spans.front().days.since == day("2003-01-01"));
  CHECK(chapters.spans[22].total() == 1);
  CHECK(chapters.spans[23].total() == 1);
  CHECK(report.total == 3);
  const auto two = page_of(ledger, days("2024-12-01", "2026-11-23"), day("2026-11-23")).chapters;
  CHECK_FALSE(two.of_years);
  CHECK(two.spans.size() == 24);
}

TEST_CASE("a period without entries has months and nothing else") {
  const auto [report, chapters] =
      page_of(folded({}), days("2026-01-01", "2026-11-23"), day("2026-11-23"));
  CHECK(report.total == 0);
  CHECK(chapters.spans.size() == 11);
  CHECK_FALSE(chapters.steadiest.has_value());
  CHECK(chapters.people.empty());
  CHECK(chapters.memories.empty());
  // A period that has not begun is one day.
  CHECK(page_of(folded({}), days("2030-01-01", "2030-12-31"), day("2026-11-23"))
            .chapters.spans.size() == 1);
}

TEST_CASE("memories are of this day in earlier years, if today is in the period") {
  const Ledger ledger =
      folded({record(1, 0, logged("2024-11-23")), record(2, 1, logged("2025-11-22")),
              record(3, 2, logged("2025-11-23", Act::listen, {"Maya"})),
              record(4, 3, logged("2026-11-23"))});
  const Day today = day("2026-11-23");
  const auto memories = page_of(ledger, days("2026-01-01", "2026-11-23"), today).chapters.memories;
  REQUIRE(memories.size() == 2);
  CHECK(memories[0].said.day == day("2025-11-23"));
  CHECK(memories[1].said.day == day("2024-11-23"));
  CHECK(page_of(ledger, days("2025-01-01", "2025-12-31"), today).chapters.memories.empty());
}

TEST_CASE("a calendar year so far and 90 days have chapters, a month has none") {
  const Day today = day("2026-02-10");
  CHECK(has_chapters(days("2026-01-01", "2026-02-10"), today));
  CHECK(has_chapters(days("2026-01-01", "2026-03-31"), day("2026-05-01")));
  CHECK_FALSE(has_chapters(days("2026-01-02", "2026-03-31"), day("2026-05-01")));
  CHECK_FALSE(has_chapters(days("2026-02-01", "2026-02-10"), today));
  CHECK_FALSE(has_chapters(days("2026-01-01", "2026-01-10"), day("2026-01-10")));
}

}  // namespace connect::chapters_test
