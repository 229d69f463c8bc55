// Phrases about streaks, suggestions and ranges of days, also for counts of none and one.
#include "render/terminal/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "domain/streak/streak_days.hpp"
#include "render/terminal/pages.hpp"
#include "support/show.hpp"

namespace connect::words_test {

using namespace render;

namespace {

const Day first_day = test::day("2026-01-05");  // a Monday

/// Days from 'x' (acted) and '.' (not); the last letter is today.
Summary summary_from(std::string_view days) {
  Summary summary;
  for (std::size_t i = 0; i < days.size(); ++i)
    if (days[i] == 'x') summary.days.push_back({first_day + static_cast<int>(i), {1, 0, 0, 0}});
  return summary;
}

Day last_of(std::string_view days) { return first_day + (static_cast<int>(days.size()) - 1); }

Streak streak_on(std::string_view days, int rhythm = 5, const RestCalendar& rests = {}) {
  return streak_of(summary_from(days), rests, last_of(days), {rhythm});
}

/// What `streak --explain` prints below its calendar.
std::string explained(std::string_view days, int rhythm = 5) {
  const Summary summary = summary_from(days);
  const auto explained_days = streak_days(summary, std::nullopt, {}, last_of(days), {rhythm},
                                          static_cast<int>(days.size()));
  const std::string page =
      painted(explained_page(explained_days, streak_on(days, rhythm), std::nullopt, 0), {});
  return page.substr(page.find("\n\n") + 2);
}

std::string skipping(int rhythm) {
  const std::string text = explained("x", rhythm);
  return text.substr(0, text.size() - 1);
}

Report suggested(std::uint32_t shown, std::uint32_t taken) {
  Report report;
  report.prompts_shown = shown;
  report.prompts_taken = taken;
  return report;
}

}  // namespace

TEST_CASE("the last day that a streak can spare says whether the streak would end or go on") {
  CHECK(streak_on("xxxx...").state == StreakState::last_rest);
  CHECK(state_words(streak_on("xxxx...")) ==
        "an act today keeps the streak; without one a new streak starts, and that is fine too");
  CHECK(streak_on("xxxx....").lengths.current == 0);
  CHECK(streak_on("xx.xx..").state == StreakState::last_rest);
  CHECK(
      state_words(streak_on("xx.xx..")) ==
      "an act today keeps the whole streak; without one it goes on with its last 2 days, and that "
      "is fine too");
  CHECK(streak_on("xx.xx...").lengths.current == 2);
  CHECK(state_words(streak_on("xxxx..")) == "no act yet; 1 free rest day left");
}

TEST_CASE("one sentence says why the streak does not reach further back") {
  CHECK(explained("xxxxx") == skipping(5) + "\n");
  CHECK(explained("xxxx....") ==
        "It ended on Sun 11 Jan: a third day without an act within seven.\n" + skipping(5) + "\n");
  CHECK(explained("xxxx...x") ==
        "It counts from Mon 12 Jan; the one before ended on Sun 11 Jan: a third day\n"
        "  without an act within seven.\n" +
            skipping(5) + "\n");
  // Every other day: the streak is shortened again and again, and only the last time counts.
  CHECK(explained(".x.x.x.x.x") ==
        "It counts from Sat 10 Jan; earlier days fell away on Tue 13 Jan, a third day\n"
        "  without an act within seven.\n" +
            skipping(5) + "\n");
  CHECK(streak_on(".x.x.x.x.x").lengths.since == test::day("2026-01-10"));
}

TEST_CASE("the number of the day that ends a streak is that of the rhythm") {
  CHECK(explained("xx.", 7) == skipping(7) + "\n");
  CHECK(explained("xx..", 7) ==
        "It ended on Wed 7 Jan: a day without an act.\n" + skipping(7) + "\n");
  CHECK(explained("xx...", 6) ==
        "It ended on Thu 8 Jan: a second day without an act within seven.\n" + skipping(6) + "\n");
  CHECK(explained("x........", 1) ==
        "It ended on Mon 12 Jan: a seventh day without an act within seven.\n" + skipping(1) +
            "\n");
}

TEST_CASE("how many days may be skipped is said for every rhythm") {
  const std::string back = " in any seven. Log a skipped day later to get it back.";
  CHECK(skipping(7) ==
        "Every day counts in a rhythm of seven days. A missed day that you log later\n"
        "counts, too.");
  CHECK(skipping(6) == "You may skip one day" + back);
  CHECK(skipping(5) == "You may skip two days" + back);
  CHECK(skipping(1) == "You may skip six days" + back);
  CHECK(skipping(0) == "In a rhythm of no days, no missed day ends the streak.");
}

TEST_CASE("a headline has no count of none or of one") {
  CHECK(headline(streak_on("...")) == "Nothing logged yet");
  CHECK(headline(streak_on("x")) == "Acted on the first day");
  CHECK(headline(streak_on("x.")) == "Acted on the first day");
  CHECK(headline(streak_on("x..")) == "Acted on 1 of the last 2 days");
  CHECK(headline(streak_on("x" + std::string(40, '.'))) == "No act in the last 27 days");
  RestCalendar rests;
  rests.days.add({first_day + 2, first_day + 60});
  CHECK(headline(streak_on("xx" + std::string(40, '.'), 5, rests)) == "Only rest days recently");
  CHECK(headline(streak_on("xx" + std::string(40, '.') + "x", 5, rests)) ==
        "Acted on one day; the others were rest days");
}

TEST_CASE("how often suggestions were followed is said for none, one, some and all") {
  CHECK(suggestions_words(suggested(1, 0)) == "an act on 1 day");
  CHECK(suggestions_words(suggested(1, 1)) == "an act on 1 day; you did it on that day");
  CHECK(suggestions_words(suggested(12, 0)) == "an act on 12 days");
  CHECK(suggestions_words(suggested(12, 9)) == "an act on 12 days; you did it on 9 of them");
  CHECK(suggestions_words(suggested(12, 12)) == "an act on 12 days; you did it on all of them");
}

TEST_CASE("a range of days names a year once") {
  const Day today = test::day("2026-11-23");
  const auto words = [&](const char* since, const char* until) {
    return range_words({test::day(since), test::day(until)}, today);
  };
  CHECK(words("2026-12-24", "2026-12-27") == "Thu 24 Dec to Sun 27 Dec");
  CHECK(words("2025-01-01", "2025-12-31") == "Wed 1 Jan to Wed 31 Dec 2025");
  CHECK(words("2025-12-31", "2026-01-01") == "Wed 31 Dec 2025 to Thu 1 Jan");
  CHECK(words("2025-12-31", "2025-12-31") == "Wed 31 Dec 2025");
}

TEST_CASE("the heading of an act begins with its word on the command line") {
  for (Act act : all_acts) {
    std::string word(slug(act));
    std::ranges::replace(word, '-', ' ');
    std::string start = heading(act).substr(0, word.size());
    start[0] = static_cast<char>(start[0] - 'A' + 'a');
    CHECK(start == word);
    std::string tail(title(act).substr(1));  // the first letter may be a small one
    CHECK(heading(act).ends_with(tail));
  }
}

}  // namespace connect::words_test
