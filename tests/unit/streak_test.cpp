// The streak, against a table of examples and against its definition written out naively.
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "domain/streak/streak_days.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

namespace connect::streak_test {

using test::Random;

namespace {

const Day friday_year_start = test::day("2026-01-02");

/// Days from 'x' (acted) and '.' (not), beginning anywhere; the last letter is today.
struct Picture {
  std::vector<Day> acted;
  Day today;
};

Picture picture(std::string_view days, Day first = friday_year_start) {
  Picture out{{}, first + (static_cast<int>(days.size()) - 1)};
  for (std::size_t i = 0; i < days.size(); ++i)
    if (days[i] == 'x') out.acted.push_back(first + static_cast<int>(i));
  return out;
}

std::string times(int count, std::string_view part) {
  std::string out;
  for (int i = 0; i < count; ++i) out += part;
  return out;
}

StreakLengths lengths(std::string_view days, int rhythm = 5) {
  const Picture it = picture(days);
  return streak_lengths(it.acted, {}, it.today, {rhythm});
}

Streak streak(std::string_view days, int rhythm = 5, const RestCalendar& rests = {}) {
  const Picture it = picture(days);
  Summary summary;
  for (Day day : it.acted) summary.days.push_back({day, {1, 0, 0, 0}});
  return streak_of(summary, rests, it.today, {rhythm});
}

/// A random past of up to 60 days with rests, some of it in long runs.
struct Life {
  std::vector<Day> acted;
  RestCalendar rests;
  Day today;

  explicit Life(Random& random, int longest = 60) : today(test::day("2026-06-01")) {
    const int length = random.between(1, longest);
    const int acts = random.between(5, 98), steady = random.between(0, 90);
    bool on = true;
    for (int back = length - 1; back >= 0; --back) {
      if (!random.chance(steady)) on = random.chance(acts);
      if (on) acted.push_back(today - back);
      if (random.chance(4)) rests.days.add({today - back, today - back + random.between(0, 6)});
    }
    if (random.chance(25)) rests.weekdays = static_cast<std::uint8_t>(random.below(128));
  }
};

/// The definition of measure.md, longhand: the calendar holds the days that were acted on, and of
/// the others those that ask something (neither resting nor today).
struct Definition {
  std::vector<bool> calendar;  // from the first acted day: acted or missed
  int rests;

  Definition(const std::vector<Day>& acted, const RestCalendar& resting, Day today, Rhythm rhythm)
      : rests(rhythm.rests()) {
    const std::set<Day> days(acted.begin(), acted.end());
    for (Day day = acted.empty() ? today + 1 : acted.front(); day <= today; ++day.number)
      if (days.contains(day))
        calendar.push_back(true);
      else if (day != today && !resting.contains(day))
        calendar.push_back(false);
  }

  /// No seven days in a row within [s, t) hold more misses than are free.
  bool valid(std::size_t s, std::size_t t) const {
    for (std::size_t from = s; from < t; ++from) {
      int misses = 0;
      for (std::size_t at = from; at < std::min(from + 7, t); ++at) misses += calendar[at] ? 0 : 1;
      if (misses > rests) return false;
    }
    return true;
  }

  int lengths(std::size_t t) const {
    for (std::size_t s = 0; s < t; ++s)
      if (calendar[s] && valid(s, t))
        return static_cast<int>(std::count(calendar.begin() + static_cast<std::ptrdiff_t>(s),
                                           calendar.begin() + static_cast<std::ptrdiff_t>(t),
                                           true));
    return 0;
  }

  int current() const { return lengths(calendar.size()); }
  int longest() const {
    int most = 0;
    for (std::size_t t = 1; t <= calendar.size(); ++t) most = std::max(most, lengths(t));
    return most;
  }
};

}  // namespace

TEST_CASE("the table of the design holds row by row") {
  const std::string weekdays = times(8, "xxxxx..");
  const struct {
    const char* name;
    std::string days;
    int plain, lengths, last_28, of_28;
  } table[] = {{"30 days kept", times(30, "x"), 30, 30, 28, 28},
               {"day 15 missed", times(15, "x") + "." + times(14, "x"), 14, 29, 27, 28},
               {"weekdays only, Sunday evening", weekdays, 0, 40, 20, 27},
               {"40 kept, 2 missed, 1 kept", times(40, "x") + "..x", 1, 41, 26, 28},
               {"40 kept, 3 missed, back", times(40, "x") + "...x", 1, 1, 25, 28},
               {"one miss back-dated", times(40, "x") + ".x.x", 1, 42, 26, 28},
               {"alternate days", times(28, ".x"), 1, 3, 14, 28}};
  for (const auto& row : table) {
    CAPTURE(row.name);
    const Streak is = streak(row.days);
    CHECK(is.lengths.plain == row.plain);
    CHECK(is.lengths.current == row.lengths);
    CHECK(is.last_28 == row.last_28);
    CHECK(is.of_28 == row.of_28);
  }
  CHECK(lengths(times(28, ".x"), 3).current == 28);
}

TEST_CASE("today is never a miss") {
  CHECK(lengths("xxxxx").current == 5);
  CHECK(lengths("xxxxx.").current == 5);
  CHECK(lengths("xxxxx.", 7).current == 5);
  CHECK(lengths("xxxxx..", 7).current == 0);
  CHECK(lengths("xxxxx...").current == 5);
  CHECK(lengths("xxxxx....").current == 0);
}

TEST_CASE("an empty ledger has no streak and all its free rest days") {
  const StreakLengths none = lengths("...");
  CHECK(none.current == 0);
  CHECK(none.longest == 0);
  CHECK(none.plain == 0);
  CHECK_FALSE(none.since.has_value());
  CHECK(none.rests_left == 2);
  CHECK(strength_of({}, {}, friday_year_start) == 0);
}

TEST_CASE("a streak has its first day, and its length before it ended") {
  const Picture ended = picture("xxxx.....");
  const StreakLengths over = streak_lengths(ended.acted, {}, ended.today, {});
  CHECK(over.current == 0);
  CHECK(over.previous == 4);
  CHECK(over.longest == 4);
  CHECK_FALSE(over.since.has_value());
  const Picture back = picture("xxxx...x");
  CHECK(streak_lengths(back.acted, {}, back.today, {}).since == back.today);
  const Picture kept = picture("xxxx..xx");
  CHECK(streak_lengths(kept.acted, {}, kept.today, {}).since == kept.acted.front());
}

TEST_CASE("the fast streak is that of the definition") {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Life life(random, 45);
    const Rhythm rhythm{random.between(0, 7)};
    const Definition longhand(life.acted, life.rests, life.today, rhythm);
    const StreakLengths fast = streak_lengths(life.acted, life.rests, life.today, rhythm);
    REQUIRE(fast.current == longhand.current());
    REQUIRE(fast.longest == longhand.longest());
  }
}

TEST_CASE("adding an act never shortens the streak or the longest one") {
  for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    Life life(random);
    const Rhythm rhythm{random.between(0, 7)};
    const StreakLengths before = streak_lengths(life.acted, life.rests, life.today, rhythm);
    const Day added = life.today - random.between(0, 70);
    const auto place = std::ranges::lower_bound(life.acted, added);
    if (place == life.acted.end() || *place != added) life.acted.insert(place, added);
    const StreakLengths after = streak_lengths(life.acted, life.rests, life.today, rhythm);
    REQUIRE(after.current >= before.current);
    REQUIRE(after.longest >= before.longest);
    REQUIRE(after.plain >= before.plain);
  }
}

TEST_CASE("with a rhythm of seven days the streak is the plain one") {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Life life(random);
    const StreakLengths is = streak_lengths(life.acted, life.rests, life.today, {7});
    REQUIRE(is.current == is.plain);
  }
}

TEST_CASE("with a rhythm of no days every act that was ever done is in the streak") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Life life(random);
    REQUIRE(streak_lengths(life.acted, life.rests, life.today, {0}).current ==
            static_cast<int>(life.acted.size()));
  }
}

TEST_CASE("shifting all days changes nothing but where the streak began") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    Life life(random);
    const int weeks = random.between(-20'000, 20'000);
    const int shift = weeks * 7 + (life.rests.weekdays == 0 ? random.between(0, 6) : 0);
    std::vector<Day> moved;
    for (Day day : life.acted) moved.push_back(day + shift);
    RestCalendar rests;
    rests.weekdays = life.rests.weekdays;
    for (auto range : life.rests.days.ranges())
      rests.days.add({range.since + shift, range.until + shift});
    const StreakLengths here = streak_lengths(life.acted, life.rests, life.today, {});
    const StreakLengths there = streak_lengths(moved, rests, life.today + shift, {});
    REQUIRE(std::tie(here.current, here.longest, here.plain, here.previous, here.rests_left) ==
            std::tie(there.current, there.longest, there.plain, there.previous, there.rests_left));
    REQUIRE(here.since.has_value() == there.since.has_value());
    if (here.since) REQUIRE(*here.since + shift == *there.since);
    REQUIRE(strength_of(life.acted, life.rests, life.today) ==
            strength_of(moved, rests, life.today + shift));
  }
}

TEST_CASE("the streak has the acts since its first day, and days to come change nothing") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    Life life(random);
    const StreakLengths is = streak_lengths(life.acted, life.rests, life.today, {});
    const auto held =
        std::ranges::count_if(life.acted, [&](Day day) { return is.since && day >= *is.since; });
    REQUIRE(held == is.current);
    REQUIRE(is.longest >= is.current);
    REQUIRE(is.longest >= is.previous);
    life.acted.push_back(life.today + random.between(1, 9));
    REQUIRE(streak_lengths(life.acted, life.rests, life.today, {}).current == is.current);
  }
}

TEST_CASE("free rest days are left as long as one more miss today would keep the streak") {
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    Life life(random);
    const Rhythm rhythm{random.between(0, 7)};
    const StreakLengths is = streak_lengths(life.acted, life.rests, life.today, rhythm);
    REQUIRE(is.rests_left >= 0);
    REQUIRE(is.rests_left <= rhythm.rests());
    const bool open = is.current > 0 && life.acted.back() != life.today;
    if (!open || life.rests.contains(life.today)) continue;
    const StreakLengths missed = streak_lengths(life.acted, life.rests, life.today + 1, rhythm);
    REQUIRE((missed.current == is.current) == (is.rests_left > 0));
    ++tried;
  }
  CHECK(tried > 400);
}

TEST_CASE("each day without an act says what it did to the length of the streak") {
  std::array<int, 8> seen{};
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Life life(random);
    const Rhythm rhythm{random.between(0, 7)};
    Summary summary;
    for (Day day : life.acted) summary.days.push_back({day, {1, 0, 0, 0}});
    for (const StreakDay& each : streak_days(summary, {}, life.rests, life.today, rhythm, 28)) {
      ++seen[static_cast<std::size_t>(each.kind)];
      const auto end = std::ranges::lower_bound(life.acted, each.day);
      const std::vector<Day> earlier(life.acted.begin(), end);
      const bool is_acted = end != life.acted.end() && *end == each.day;
      REQUIRE((each.kind == DayKind::acted) == is_acted);
      if (is_acted) continue;
      REQUIRE((each.kind == DayKind::before) == earlier.empty());
      if (earlier.empty()) continue;
      REQUIRE((each.kind == DayKind::resting) == life.rests.contains(each.day));
      if (each.kind == DayKind::resting) continue;
      REQUIRE((each.kind == DayKind::open) == (each.day == life.today));
      if (each.kind == DayKind::open) continue;
      const int before = streak_lengths(earlier, life.rests, each.day, rhythm).current;
      const int after = streak_lengths(earlier, life.rests, each.day + 1, rhythm).current;
      const DayKind expected = before == 0       ? DayKind::quiet
                               : before == after ? DayKind::rest
                               : after == 0      ? DayKind::ended
                                                 : DayKind::shortened;
      REQUIRE(each.kind == expected);
      const bool is_break = expected == DayKind::ended || expected == DayKind::shortened;
      if (is_break) REQUIRE(each.used == rhythm.rests() + 1);
      if (expected == DayKind::rest) REQUIRE((each.used >= 1 && each.used <= rhythm.rests()));
    }
  }
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(DayKind::open); ++kind)
    CHECK(seen[kind] > 100);
}

TEST_CASE("days that rest are taken out of the calendar") {
  const Picture away = picture("xxxxxxx.............xx");
  RestCalendar holiday;
  holiday.days.add({away.today - 14, away.today - 2});
  const StreakLengths with = streak_lengths(away.acted, holiday, away.today, {});
  CHECK(with.current == 9);
  CHECK(with.plain == 9);
  CHECK(with.rests_left == 2);
  CHECK(streak_lengths(away.acted, {}, away.today, {}).current == 2);
  RestCalendar weekends;
  weekends.weekdays = 0b110'0000;
  const Picture weekdays = picture(times(4, "xxxxx.."), test::day("2026-01-05"));
  CHECK(streak_lengths(weekdays.acted, weekends, weekdays.today, {7}).current == 20);
  CHECK(streak_lengths(weekdays.acted, weekends, weekdays.today, {7}).plain == 20);
  CHECK(weekends.contains(test::day("2026-01-03")));
  CHECK_FALSE(weekends.contains(test::day("2026-01-05")));
}

TEST_CASE("an act on a day of rest counts all the same") {
  const Picture it = picture("xxx.x");
  RestCalendar rests;
  rests.days.add({it.today - 4, it.today});
  CHECK(streak_lengths(it.acted, rests, it.today, {7}).current == 4);
}

TEST_CASE("the strength of a habit has Loop's values") {
  const auto after = [](int days) {
    const Picture it = picture(times(days, "x"));
    return strength_of(it.acted, {}, it.today);
  };
  CHECK(after(7) == doctest::Approx(0.3115).epsilon(0.0002));
  CHECK(after(20) == doctest::Approx(0.6557).epsilon(0.0002));
  CHECK(after(100) == doctest::Approx(0.9952).epsilon(0.0001));
  const Picture half = picture(times(20, "x") + times(13, ".") + ".");
  CHECK(strength_of(half.acted, {}, half.today) == doctest::Approx(after(20) / 2));
  RestCalendar rests;
  rests.days.add({half.today - 13, half.today});
  CHECK(strength_of(half.acted, rests, half.today) == doctest::Approx(after(20)));
}

TEST_CASE("each state of today has its name") {
  CHECK(streak("...").state == StreakState::fresh);
  CHECK(streak("xx").state == StreakState::done);
  CHECK(streak("xx.").state == StreakState::open);
  CHECK(streak("xxxxxx..").state == StreakState::open);
  CHECK(streak("xxxxxx...").state == StreakState::last_rest);
  CHECK(streak("xxxxxx...").without_today == 0);
  CHECK(streak("xx.xx..").state == StreakState::last_rest);
  CHECK(streak("xx.xx..").without_today == 2);
  CHECK(streak("xx.", 7).state == StreakState::last_rest);
  CHECK(streak("xxx.....").state == StreakState::rested);
  RestCalendar rests;
  rests.days.add({friday_year_start, friday_year_start + 30});
  CHECK(streak("xx.", 5, rests).state == StreakState::resting);
  CHECK(streak("xx.", 5, rests).rest_until.has_value());
  CHECK_FALSE(streak("xx.").rest_until.has_value());
  CHECK(streak("xxx", 5, rests).state == StreakState::done);
  CHECK(slug(StreakState::fresh) == "new");
  CHECK(slug(StreakState::done) == "done");
  CHECK(slug(StreakState::open) == "open");
  CHECK(slug(StreakState::last_rest) == "last-rest");
  CHECK(slug(StreakState::resting) == "resting");
  CHECK(slug(StreakState::rested) == "rested");
}

TEST_CASE("a streak counts by act as well, each act by its own days") {
  Summary summary;
  for (int i = 0; i < 100; ++i)
    summary.days.push_back(
        {friday_year_start + i, {i % 2 == 0 ? 2U : 0U, 1, 0, i == 99 ? 1U : 0U}});
  const Streak is = streak_of(summary, {}, friday_year_start + 99, {5});
  CHECK(is.last_7 == 7);
  CHECK(is.last_28 == 28);
  CHECK(is.last_90 == 90);
  CHECK(is.lengths.current == 100);
  CHECK(is.acts[index(Act::check_in)].current == 3);
  CHECK(is.acts[index(Act::offer)].current == 100);
  CHECK(is.acts[index(Act::listen)].current == 0);
  CHECK(is.acts[index(Act::thank)].current == 1);
  CHECK(is.acts_last_28 == std::array{14, 28, 0, 1});
  CHECK(acted_days(summary, friday_year_start + 9).size() == 10);
  CHECK(acted_days(summary, friday_year_start + 9, Act::check_in).size() == 5);
}

TEST_CASE("a streak goes on from what earlier days came to") {
  Random random(17);
  for (int i = 0; i < 3000; ++i) {
    const Life life(random, 400);
    const Rhythm rhythm{random.between(0, 7)};
    Summary summary;
    for (Day day : life.acted)
      summary.days.push_back(
          {day, {random.chance(50) ? 1U : 0U, random.chance(20) ? 2U : 0U, 1U, 0}});
    Summary cut = summary;
    for (int cuts = random.between(1, 3), back = 330; cuts > 0; --cuts) {
      back = random.between(90, back);
      const Day until = life.today - back;
      const StreakCheckpoint streaks = streak_checkpoint(cut, life.rests, until, rhythm);
      cut.before.emplace().streaks = streaks;
      std::erase_if(cut.days, [&](const DayActs& acts) { return acts.day < until; });
    }
    const Streak whole = streak_of(summary, life.rests, life.today, rhythm);
    const Streak resumed = streak_of(cut, life.rests, life.today, rhythm);
    const auto is_same = [](const StreakLengths& a, const StreakLengths& b) {
      return a.current == b.current && a.longest == b.longest && a.plain == b.plain &&
             a.previous == b.previous && a.since == b.since && a.rests_left == b.rests_left;
    };
    INFO("life ", i);
    REQUIRE(is_same(resumed.lengths, whole.lengths));
    REQUIRE(is_same(streak_lengths(cut, life.rests, life.today, rhythm), whole.lengths));
    for (Act act : all_acts) REQUIRE(is_same(resumed.acts[index(act)], whole.acts[index(act)]));
    REQUIRE(resumed.state == whole.state);
    REQUIRE(resumed.of_28 == whole.of_28);
    REQUIRE(resumed.strength == whole.strength);
    REQUIRE(weekly_strength(cut, life.rests, life.today, 12) ==
            weekly_strength(summary, life.rests, life.today, 12));
  }
}

TEST_CASE("the streak of one act is the one it would have alone") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const Life life(random, 150);
    Summary summary;
    for (Day day : life.acted)
      summary.days.push_back({day,
                              {random.chance(70) ? 1U : 0U, random.chance(40) ? 2U : 0U,
                               random.chance(20) ? 1U : 0U, 1}});
    summary.days.push_back({life.today + 1, {1, 1, 1, 1}});
    const Streak all = streak_of(summary, life.rests, life.today, {});
    for (Act act : all_acts) {
      const auto acted = acted_days(summary, life.today, act);
      const Streak one = streak_of(summary, life.rests, life.today, {}, act);
      const StreakLengths expected = streak_lengths(acted, life.rests, life.today, {});
      REQUIRE(one.lengths.current == expected.current);
      REQUIRE(one.lengths.longest == expected.longest);
      REQUIRE(one.lengths.since == expected.since);
      REQUIRE(one.lengths.plain == expected.plain);
      REQUIRE(one.strength == doctest::Approx(strength_of(acted, life.rests, life.today)));
      REQUIRE(one.last_90 ==
              std::ranges::count_if(acted, [&](Day day) { return day > life.today - 90; }));
      REQUIRE((one.state == StreakState::fresh) == acted.empty());
      REQUIRE(one.last_28 == all.acts_last_28[index(act)]);
      REQUIRE(one.of_28 == all.of_28);
      REQUIRE(one.acts[0].current == all.acts[0].current);
    }
  }
}

}  // namespace connect::streak_test
