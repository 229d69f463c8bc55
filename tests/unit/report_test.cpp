// Reports: totals, groupings and periods.
#include "domain/report/report.hpp"

#include <doctest/doctest.h>

#include <map>
#include <numeric>

#include "support/ledger_lines.hpp"

namespace connect::report_test {

using namespace test;

namespace {

constexpr std::array groupings = {By::day,     By::week, By::month,  By::year,
                                  By::weekday, By::act,  By::person, By::tag};

Report report(const Ledger& ledger, DayRange period, By by) {
  const Summary summary = summary_of(ledger);
  return report_of(summary, {period, by}, streak_of(summary, {}, period.until, {}), {});
}

DayRange days(std::string_view since, std::string_view until) { return {day(since), day(until)}; }

template <class Rows>
std::uint32_t sum(const Rows& rows) {
  return std::accumulate(rows.begin(), rows.end(), 0U,
                         [](std::uint32_t total, const auto& row) { return total + row.count; });
}

std::vector<std::string> rows_of(const Report& report) {
  std::vector<std::string> out;
  for (const auto& row : report.rows) out.push_back(row.key + " " + std::to_string(row.count));
  return out;
}

/// Ten thousand random entries over four years, some corrected or taken out.
Ledger much() {
  Random random(2026);
  RandomRecords make(random, 10'000);
  std::vector<Record> records;
  for (std::size_t id = 0; id < 10'000; ++id) {
    Logged entry = make.entry();
    entry.day = day("2023-06-01") + random.between(0, 1500);
    records.push_back(record(id, random.between(0, 1000), entry));
    if (random.chance(5)) records.push_back(record(10'000 + id, 2000, amended(id, make.changes())));
  }
  return folded(records);
}

}  // namespace

TEST_CASE("every grouping of ten thousand entries adds up to the total, for any period") {
  const Ledger ledger = much();
  std::vector<DayRange> periods = {days("0001-01-01", "2029-12-31"),
                                   days("2030-01-01", "2030-12-31")};
  Random random(7);
  for (int i = 0; i < 6; ++i) {
    const Day since = day("2023-05-01") + random.between(0, 1500);
    periods.push_back({since, since + random.between(-3, 400)});
  }
  for (const DayRange& period : periods) {
    CAPTURE(period);
    std::uint32_t expected = 0;
    for (const Entry& entry : ledger.entries()) expected += period.contains(entry.day) ? 1U : 0U;
    for (By by : groupings) {
      CAPTURE(slug(by));
      const Report is = report(ledger, period, by);
      CHECK(is.total == expected);
      CHECK(sum(is.rows) == is.total);
      CHECK(std::accumulate(is.acts.begin(), is.acts.end(), 0U) == is.total);
      std::uint32_t by_day = 0;
      for (const DayActs& acts : is.days) by_day += acts.total();
      CHECK(by_day == is.total);
      CHECK(is.days_acted == is.days.size());
    }
  }
}

TEST_CASE("people and tags are counted as often as entries name them") {
  const Ledger ledger = much();
  std::map<std::string, std::uint32_t> people, tags;
  for (const Entry& entry : ledger.entries()) {
    const EntryText told = ledger.entry_text(entry);
    for (const auto& name : told.said.with) ++people[name];
    for (const auto& name : told.said.tags) ++tags[name];
  }
  const Report is = report(ledger, days("0001-01-01", "2029-12-31"), By::person);
  CHECK(is.people.size() == people.size());
  for (const auto& person : is.people) CHECK(person.count == people[person.name]);
  CHECK(is.tags.size() == tags.size());
  for (const auto& tag : is.tags) CHECK(tag.count == tags[tag.key]);
  CHECK(std::ranges::is_sorted(is.people, std::greater(), &Report::Person::count));
  CHECK(std::ranges::is_sorted(is.tags, std::greater(), &Report::Count::count));
}

TEST_CASE("rows stand under the keys of their grouping") {
  const Ledger ledger = folded({record(1, 0, logged("2026-11-23", Act::thank, {"Maya", "Sam"})),
                                record(2, 1, logged("2026-11-23", Act::listen)),
                                record(3, 2, logged("2026-12-31", Act::thank, {"Maya"})),
                                record(4, 3, logged("2027-01-02", Act::thank, {"Maya"}))});
  const auto rows = [&](By by) {
    return rows_of(report(ledger, days("2026-01-01", "2027-12-31"), by));
  };
  using Rows = std::vector<std::string>;
  CHECK(rows(By::day) == Rows{"2026-11-23 2", "2026-12-31 1", "2027-01-02 1"});
  CHECK(rows(By::week) == Rows{"2026-W48 2", "2026-W53 2"});
  CHECK(rows(By::month) == Rows{"2026-11 2", "2026-12 1", "2027-01 1"});
  CHECK(rows(By::act) == Rows{"thank 3", "listen 1"});
  CHECK(rows(By::person) == Rows{"Maya 2", " 1", "Maya;Sam 1"});
  CHECK(rows(By::tag) == Rows{" 4"});
}

TEST_CASE("the period holds both its ends, and \"all\" begins with the first entry") {
  const Ledger ledger =
      folded({record(1, 0, logged("2026-11-01")), record(2, 0, logged("2026-11-30")),
              record(3, 0, logged("2026-10-31")), record(4, 0, logged("2026-12-01"))});
  CHECK(report(ledger, days("2026-11-01", "2026-11-30"), By::day).total == 2);
  const Report all = report(ledger, days("0001-01-01", "2026-12-31"), By::day);
  CHECK(all.total == 4);
  CHECK(all.period == days("2026-10-31", "2026-12-31"));
  CHECK(report(folded({}), days("0001-01-01", "2026-12-31"), By::day).period ==
        days("2026-12-31", "2026-12-31"));
}

TEST_CASE("a person's last day is the last within the period") {
  const Ledger ledger = folded({record(1, 0, logged("2026-11-03", Act::thank, {"Sam"})),
                                record(2, 0, logged("2026-11-09", Act::thank, {"Sam"})),
                                record(3, 0, logged("2026-12-09", Act::thank, {"Sam"}))});
  const Report november = report(ledger, days("2026-11-01", "2026-11-30"), By::day);
  REQUIRE(november.people.size() == 1);
  CHECK(november.people[0].last == day("2026-11-09"));
}

TEST_CASE("prompts are taken when their act was done that day, and declined ones are not counted") {
  const auto prompt = [](const char* on, Act act, std::string instead_of = "") {
    return Prompted{day(on), act, "x", "", std::move(instead_of)};
  };
  const Ledger ledger = folded({record(1, 0, prompt("2026-11-20", Act::thank)),
                                record(2, 1, prompt("2026-11-20", Act::listen, id_number(1))),
                                record(3, 2, prompt("2026-11-21", Act::offer)),
                                record(4, 3, prompt("2026-12-21", Act::offer)),
                                record(5, 4, logged("2026-11-20", Act::listen)),
                                record(7, 5, logged("2026-11-21", Act::thank))});
  const Report november = report(ledger, days("2026-11-01", "2026-11-30"), By::day);
  CHECK(november.prompts_shown == 2);
  CHECK(november.prompts_taken == 1);
}

TEST_CASE("a report is compared with the month or year before, or with as many days") {
  const Day today = day("2026-11-23");
  const auto before = [&](std::string_view since, std::string_view until) {
    const DayRange range = period_before(days(since, until), today);
    return iso(range.since) + ".." + iso(range.until);
  };
  CHECK(before("2026-10-01", "2026-10-31") == "2026-09-01..2026-09-30");
  CHECK(before("2026-11-01", "2026-11-23") == "2026-10-01..2026-10-23");
  CHECK(before("2026-03-01", "2026-03-31") == "2026-02-01..2026-02-28");
  CHECK(before("2025-01-01", "2025-12-31") == "2024-01-01..2024-12-31");
  CHECK(before("2026-01-01", "2026-11-23") == "2025-01-01..2025-11-23");
  CHECK(before("2026-11-17", "2026-11-23") == "2026-11-10..2026-11-16");
  CHECK(before("2026-11-16", "2026-11-18") == "2026-11-09..2026-11-11");
  CHECK(before("2026-10-25", "2026-11-23") == "2026-09-25..2026-10-24");
  // Several years are no year so far.
  CHECK(before("2024-01-01", "2026-11-23") == "2021-02-07..2023-12-31");
}

TEST_CASE("groupings have words, and no other word is one") {
  for (By by : groupings) CHECK(by_from_word(slug(by)) == by);
  for (const std::string word : {"", "days", "Day", "years", "people"})
    CHECK_FALSE(by_from_word(word).has_value());
}

}  // namespace connect::report_test
