// Every number of a report, against a plain recount of the records of its period.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "domain/report/report.hpp"
#include "render/json.hpp"
#include "support/ledger_lines.hpp"
#include "support/repetitions.hpp"

namespace connect::report_period_test {

using namespace test;

namespace {

constexpr Day begin{20500};
constexpr int length = 150;
const std::array<std::string, 3> people = {"Maya", "Sam", "Ruth"};

/// A random ledger, and what it was made of.
struct Life {
  std::vector<Logged> entries;
  std::vector<Felt> felt;
  std::map<Day, Act> shown;
  DaySet rests;
  Ledger ledger;
  Day today;

  explicit Life(Random& random) : today(begin + random.between(0, length)) {
    std::vector<Record> records;
    const auto add = [&](Body body) {
      records.push_back(record(records.size() * 7, 0, std::move(body)));
    };
    const int acts = random.between(10, 95);
    for (Day day = begin; day < begin + length; ++day.number) {
      for (int n = random.chance(acts) ? random.between(1, 3) : 0; n > 0; --n) {
        entries.push_back(logged(iso(day), random.pick(all_acts)));
        for (const auto& name : people)
          if (random.chance(25)) entries.back().with.push_back(name);
        if (random.chance(30)) entries.back().before = entries.back().felt = {{3, 4, -1}};
        add(entries.back());
      }
      if (random.chance(30)) {
        felt.push_back({day, {{5, -1, 7}}});
        add(felt.back());
      }
      if (random.chance(60)) {
        shown[day] = random.pick(all_acts);
        add(Prompted{day, shown[day], "x", "", ""});
      }
      if (random.chance(4)) {
        rests.add({day, day + 3});
        add(Rested{{day, day + 3}, true});
      }
    }
    ledger = folded(records);
  }

  std::set<Day> acted(DayRange period) const {
    std::set<Day> out;
    for (const Logged& entry : entries)
      if (period.contains(entry.day)) out.insert(entry.day);
    return out;
  }
};

/// The longest streak of these days, by its definition: from one of them to another, with no seven
/// days in a row, rests taken out, that hold more misses than the rhythm allows.
int longest_of(const std::set<Day>& acted, const RestCalendar& rests, Rhythm rhythm) {
  int longest = 0;
  for (Day since : acted) {
    std::vector<bool> missed;
    int held = 0;
    for (Day day = since; day <= *acted.rbegin(); ++day.number) {
      const bool is_acted = acted.contains(day);
      if (!is_acted && rests.contains(day)) continue;
      missed.push_back(!is_acted);
      const auto window = std::min<std::size_t>(missed.size(), 7);
      if (std::count(missed.end() - static_cast<int>(window), missed.end(), true) > rhythm.rests())
        break;
      held += is_acted ? 1 : 0;
      longest = std::max(longest, held);
    }
  }
  return longest;
}

void check(const Life& life, const Report& report, const RestCalendar& rests, Rhythm rhythm) {
  const DayRange period = report.period;
  const bool is_past = period.until < life.today;
  std::map<std::string, std::pair<std::uint32_t, Day>> met;
  std::uint32_t total = 0, answers = 0, pairs = 0, check_ins = 0, taken = 0, shown = 0;
  for (const Logged& entry : life.entries) {
    if (!period.contains(entry.day)) continue;
    ++total;
    for (const auto& name : entry.with) ++met[name].first, met[name].second = entry.day;
    if (!entry.felt.empty()) answers += 2, ++pairs;
  }
  for (const Felt& felt : life.felt)
    if (period.contains(felt.day)) ++answers, ++check_ins;
  for (const auto& [day, act] : life.shown) {
    if (!period.contains(day)) continue;
    ++shown;
    taken += std::ranges::any_of(life.entries,
                                 [&, on = day, of = act](const Logged& entry) {
                                   return entry.day == on && entry.act == of;
                                 })
                 ? 1U
                 : 0U;
  }
  REQUIRE(report.total == total);
  REQUIRE(report.days_acted == life.acted(period).size());
  REQUIRE(report.people.size() == met.size());
  for (const auto& person : report.people) {
    REQUIRE(person.count == met[person.name].first);
    REQUIRE(person.last == met[person.name].second);
  }
  REQUIRE(report.prompts_shown == shown);
  REQUIRE(report.prompts_taken == taken);
  REQUIRE(report.feelings.has_value() == (answers > 0));
  if (report.feelings) {
    REQUIRE(report.feelings->statistics->items[0].answers == answers);
    REQUIRE(report.feelings->statistics->items[0].check_ins == check_ins);
    REQUIRE(report.feelings->statistics->items[0].pairs == pairs);
  }
  const auto acted = life.acted({period.since, std::min(period.until, life.today)});
  REQUIRE(report.longest_streak == longest_of(acted, rests, rhythm));
  const std::string json = render::report_json(report, false);
  const auto says = [&](const std::string& name, int value) {
    return json.find("\"" + name + "\": " + std::to_string(value) + ",") != json.npos;
  };
  REQUIRE(report.includes_today() == (!is_past && period.since <= life.today));
  if (report.includes_today()) {
    REQUIRE(says("current", report.streak.lengths.current));
    REQUIRE(says("longest", report.streak.lengths.longest));
  } else {
    REQUIRE(json.find("\"current\": null") != json.npos);
    REQUIRE(says("longest", report.longest_streak));
    REQUIRE_FALSE(report.a_year_ago.has_value());
  }
}

/// Who had gone quiet by this day, by the definition.
std::set<std::string> quiet_by(const Life& life, Day day) {
  std::set<std::string> out;
  for (const auto& name : people) {
    std::set<Day> met;
    for (const Logged& entry : life.entries)
      if (entry.day <= day && std::ranges::find(entry.with, name) != entry.with.end())
        met.insert(entry.day);
    if (met.size() < 3) continue;
    const int gap = (*met.rbegin() - *met.begin()) / static_cast<int>(met.size() - 1);
    if (day - *met.rbegin() > std::max(21, 2 * gap)) out.insert(name);
  }
  return out;
}

ReportWish with_statistics(DayRange period) {
  ReportWish wish;
  wish.period = period;
  wish.by = By::day;
  wish.feelings = WithFeelings::statistics;
  return wish;
}

}  // namespace

TEST_CASE("every number of a report is of its period, whatever the period and the day") {
  for (std::uint64_t seed = 1; seed <= repetitions(60, 5000); ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Life life(random);
    const Summary summary = summary_of(life.ledger);
    const RestCalendar rests{life.rests, random.chance(20) ? std::uint8_t{96} : std::uint8_t{0}};
    const Rhythm rhythm{random.between(3, 7)};
    const Streak streak = streak_of(summary, rests, life.today, rhythm);
    for (int i = 0; i < 6; ++i) {
      const Day since = begin + random.between(-20, length + 10);
      const DayRange period = {since, since + random.between(0, 80)};
      CAPTURE(period);
      const Report report = report_of(summary, with_statistics(period), streak, rests);
      REQUIRE(report.period == period);
      check(life, report, rests, rhythm);
      std::set<std::string> quiet;
      for (const auto& person : report.quiet) quiet.insert(person.name);
      if (since <= life.today)
        REQUIRE(quiet == quiet_by(life, std::min(period.until, life.today)));
      else
        REQUIRE(quiet.empty());
    }
    const DayRange all = {*day_of({1, 1, 1}), life.today};
    check(life, report_of(summary, with_statistics(all), streak, rests), rests, rhythm);
  }
}

TEST_CASE("all begins with the first entry or rating, and counts no suggestion from before it") {
  const auto all = [](const std::vector<Record>& records) {
    const Summary summary = summary_of(folded(records));
    return report_of(summary, with_statistics({*day_of({1, 1, 1}), day("2026-11-23")}),
                     streak_of(summary, {}, day("2026-11-23"), {}), {});
  };
  const Record early = record(1, 0, Prompted{day("2026-11-01"), Act::thank, "x", "", ""});
  const Record entry = record(2, 0, logged("2026-11-05"));
  const Record late = record(3, 1, Prompted{day("2026-11-05"), Act::thank, "x", "", ""});
  const Record rating = record(4, 0, Felt{day("2026-11-03"), {{5, 5, 5}}});
  CHECK(all({early, entry, late}).period.since == day("2026-11-05"));
  CHECK(all({early, entry, late}).prompts_shown == 1);
  const Report rated = all({early, entry, late, rating});
  CHECK(rated.period.since == day("2026-11-03"));
  REQUIRE(rated.feelings.has_value());
  CHECK(rated.feelings->statistics->items[0].answers == 1);
}

TEST_CASE("people and tags stand once each in the rows that people read") {
  const Summary summary =
      summary_of(folded({record(1, 0, logged("2026-11-23", Act::thank, {"Maya", "Sam"})),
                         record(2, 1, logged("2026-11-23", Act::listen)),
                         record(3, 2, logged("2026-11-23", Act::thank, {"Maya"}))}));
  const auto rows = [&](By by) {
    std::vector<std::string> out;
    const DayRange period = {day("2026-11-01"), day("2026-11-23")};
    for (const auto& row : rows_for_people(
             report_of(summary, {period, by}, streak_of(summary, {}, period.until, {}), {})))
      out.push_back(row.key + " " + std::to_string(row.count));
    return out;
  };
  CHECK(rows(By::person) == std::vector<std::string>{"Maya 2", "Sam 1", " 1"});
  CHECK(rows(By::tag) == std::vector<std::string>{" 3"});
  CHECK(rows(By::act) == std::vector<std::string>{"thank 2", "listen 1"});
}

TEST_CASE("feelings are those of the last 365 days of the period, whatever its length") {
  const Day last = day("2026-11-23");
  std::vector<Record> records;
  for (int back : {700, 365, 364, 30, 0}) {
    Logged entry = logged(iso(last - back));
    entry.before = entry.felt = {{3, 4, 5}};
    records.push_back(record(records.size(), 0, entry));
    records.push_back(record(records.size(), 0, Felt{last - back, {{6, 6, 6}}}));
  }
  const Summary summary = summary_of(folded(records));
  const auto contentment = [&](DayRange period, Day today) {
    const Streak streak = streak_of(summary, {}, today, {});
    return report_of(summary, with_statistics(period), streak, {})
        .feelings.value()
        .statistics.value()
        .items[0];
  };
  const auto all = contentment({last - 800, last}, last);
  CHECK(all.check_ins == 3);
  CHECK(all.pairs == 3);
  CHECK(all.answers == 9);
  CHECK(all == contentment({last - 364, last}, last));
  const auto past = contentment({last - 800, last - 31}, last);
  CHECK(past.check_ins == 2);
  CHECK(past.pairs == 2);
}

TEST_CASE(
    "a report has feelings unless it is redacted or leaves them out, statistics if asked for") {
  const Day last = day("2026-11-23");
  const Summary summary = summary_of(folded({record(1, 0, Felt{last, {{6, 6, 6}}})}));
  const auto feelings = [&](WithFeelings with, bool redacted) {
    ReportWish wish = with_statistics({last - 20, last});
    wish.feelings = with;
    wish.redacted = redacted;
    return report_of(summary, wish, streak_of(summary, {}, last, {}), {}).feelings;
  };
  CHECK_FALSE(feelings(WithFeelings::nothing, false));
  CHECK_FALSE(feelings(WithFeelings::statistics, true));
  REQUIRE(feelings(WithFeelings::levels, false));
  CHECK_FALSE(feelings(WithFeelings::levels, false)->statistics);
  CHECK(feelings(WithFeelings::statistics, false)->statistics);
}

}  // namespace connect::report_period_test
