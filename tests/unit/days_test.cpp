// The cached days for reports: with them, reports say the same as from the whole ledger.
#include <doctest/doctest.h>

#include "domain/report/report.hpp"
#include "render/json.hpp"
#include "store/cache/appends.hpp"
#include "store/cache/continuing.hpp"
#include "store/cache/days_file.hpp"
#include "store/cache/days_reader.hpp"
#include "support/diary.hpp"
#include "support/kept_files.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"

namespace connect::days_test {
namespace {

using namespace test;
using store::CoveredDays;
using testing::MemoryFiles;

const std::string path = "/home/ledger.jsonl";

void add_feelings(std::vector<std::string>& out, const FeelingHistory& history) {
  for (const CheckIn& note : history.check_ins)
    out.push_back("felt " + std::to_string(note.day) + " " + text_of(note.feelings));
  for (const FeelingPair& pair : history.pairs)
    out.push_back("pair " + std::to_string(pair.day) + " " + text_of(pair.before) + " " +
                  text_of(pair.after));
  for (const CheckIn& note : history.usual)
    out.push_back("usual " + std::to_string(note.day) + " " + text_of(note.feelings));
  for (auto day : history.act_days) out.push_back("acted " + std::to_string(day));
}

/// All that reports of these days since one of them may say, as text.
std::vector<std::string> answers_since(Day since, CoveredDays days, Day today) {
  std::vector<std::string> out;
  out.push_back("bad " + std::to_string(days.account.bad_lines) + " newer " +
                std::to_string(days.account.newer));
  Chronicle& chronicle = days.chronicle;
  const DayRange period = {since, today};
  add_feelings(out, feeling_history(chronicle, {*day_of({1, 1, 1}), today}, today));
  chronicle.felt.clear();  // what they come to takes long to compute, and is told of elsewhere
  chronicle.noted.clear();
  const History history = history_of(going_on(chronicle));
  const auto tell = [&](Day on, const ReportWish& wish) {
    const RestCalendar rests{history.rests, 0};
    const Streak streak = streak_of(history, rests, on, {});
    out.push_back(render::report_json(report_of(chronicle, history, wish, streak, rests), false));
  };
  for (By by : {By::day, By::week, By::month, By::act, By::person, By::tag})
    tell(today, {period, by});
  for (int past : {25, 352, 360, 365, 366, 390}) tell(today + past, {period, By::person});
  const bool has_all = since == *day_of({1, 1, 1});
  tell(today, {{today - 20, today - 3}, By::tag, false, has_all});
  tell(today, {period, By::person, false, has_all});
  return out;
}

std::vector<std::string> answers(CoveredDays days, Day today) {
  return answers_since(*day_of({1, 1, 1}), std::move(days), today);
}

store::Question question(Day today) { return {today, {}}; }

/// The days as they come back from the cache.
std::optional<CoveredDays> put_aside(CoveredDays& days, Day today, bool is_recent = false) {
  sum_up_earlier(days.chronicle, today, {});
  if (is_recent) leave_out_earlier(days.chronicle);
  return store::unpacked_days(store::packed(days));
}

/// What is put aside of the whole ledger.
std::string kept_of(MemoryFiles& files, Day today) {
  auto days = *store::whole_days(files, path);
  sum_up_earlier(days.chronicle, today, {});
  return store::packed(days);
}

std::vector<std::string> whole_answers(MemoryFiles& files, Day today) {
  auto days = store::whole_days(files, path);
  REQUIRE(bool(days));
  return answers(*std::move(days), today);
}

/// A ledger that is long enough to be put aside.
struct LongLedger {
  LongLedger() {
    for (int i = 0; i < 600; ++i, ++on.number) add(logged(iso(on), Act::thank, {"Maya"}));
  }

  void add(Body body) { files.contents[path] += line(std::move(body)); }
  /// As the program itself adds it.
  void append(Body body) {
    std::string text = line(std::move(body));
    text.pop_back();
    store::note_append(files, "/cache", *files.append(path, text, Files::Care::durable));
  }
  std::string line(Body body) {
    const std::int64_t at = instant_at(on, 30'000 + ++made, 0).seconds;
    return store::encode({uuid_text(new_id(at * 1000, {})), {at, 0}, std::move(body)}) + "\n";
  }
  CoveredDays read(std::optional<Day> since = {}, StreakRules rules = {}) {
    return *store::read_days(files, path, "/cache", {on, rules}, since);
  }
  std::vector<std::string> kept() { return answers(read(), on); }

  MemoryFiles files;
  Day on = day("2024-01-01");
  int made = 0;
};

}  // namespace

TEST_CASE("days that were put aside and the rest of the ledger say what the whole ledger says") {
  std::size_t continued = 0, read_whole = 0;
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    Diary diary(seed);
    Random random(seed);
    MemoryFiles files;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    const auto expected = whole_answers(files, diary.today);
    for (int n = 0; n < 8 && !diary.lines.empty(); ++n) {
      const std::size_t split = diary.lines.size() - random.below(std::min<std::size_t>(
                                                         diary.lines.size(), n < 5 ? 6 : 60));
      INFO("seed ", seed, " split ", split);
      MemoryFiles then;
      then.contents[path] = text_of(diary.lines, 0, split);
      const auto on = question(diary.today);
      auto part = store::whole_days(then, path);
      if (part->next_line == 0) continue;
      auto whole = store::continued_days(files, path, *put_aside(*part, diary.today),
                                         *files.state(path), on);
      whole.has_value() ? ++continued : ++read_whole;
      if (!whole) continue;
      // Put aside once more, it still says the same.
      auto again = put_aside(*whole, diary.today);
      REQUIRE(answers(*std::move(whole), diary.today) == expected);
      if (again->next_line == 0) continue;
      again = store::continued_days(files, path, *std::move(again), *files.state(path), on);
      REQUIRE(again.has_value());
      REQUIRE(answers(*std::move(again), diary.today) == expected);
    }
  }
  CHECK(continued > 500);
  CHECK(read_whole > 300);
}

TEST_CASE("reports of the last year say the same without the days before it") {
  std::size_t continued = 0, left_out = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Diary diary(seed, {{450}, {900}}, 2);
    Random random(seed);
    INFO("seed ", seed);
    const Day since = recent_since(diary.today);
    MemoryFiles files;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    const auto expected = answers_since(since, *store::whole_days(files, path), diary.today);
    const std::size_t split = diary.lines.size() - random.below(8);
    MemoryFiles then;
    then.contents[path] = text_of(diary.lines, 0, split);
    auto part = store::whole_days(then, path);
    if (part->next_line == 0) continue;
    const std::size_t rows = part->chronicle.days.size();
    // Summed up a month ago, and once more since then.
    auto kept = put_aside(*part, diary.today - 30, true);
    kept = put_aside(*kept, diary.today, true);
    left_out += rows - kept->chronicle.days.size();
    auto whole = store::continued_days(files, path, *std::move(kept), *files.state(path),
                                       question(diary.today));
    if (!whole) continue;
    ++continued;
    REQUIRE(answers_since(since, *std::move(whole), diary.today) == expected);
  }
  CHECK(continued > 10);
  CHECK(left_out > 2000);
}

TEST_CASE("no flipped bit and no missing end of the days goes unnoticed") {
  Diary diary(7);
  MemoryFiles files;
  files.contents[path] = text_of(diary.lines, 0, 5);
  const std::string bytes = kept_of(files, diary.today);
  check_every_change_is_noticed(
      bytes, [](std::string_view other) { return store::unpacked_days(other).has_value(); });
}

TEST_CASE("days of another file, or of an older state of it, are not used") {
  Diary diary(11);
  MemoryFiles files;
  files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
  const std::string kept = kept_of(files, diary.today);
  const auto is_used = [&] {
    return store::continued_days(files, path, *store::unpacked_days(kept), *files.state(path),
                                 question(diary.today))
        .has_value();
  };
  check_only_this_ledger_is_answered_for(files.contents[path], is_used);
}

TEST_CASE("the days of a long ledger are kept, continued, and written anew when they cannot be") {
  LongLedger ledger;
  ledger.kept();
  const std::string cache = store::cache_path("/cache", path, store::days_ending);
  const std::string first = ledger.files.contents[cache];
  REQUIRE_FALSE(first.empty());
  ledger.append(logged(iso(ledger.on), Act::listen, {"Sam"}));
  const auto later = ledger.kept();
  CHECK(later == whole_answers(ledger.files, ledger.on));
  CHECK(ledger.files.contents[cache] == first);  // one line is no reason to write
  ledger.files.contents[cache][first.size() / 2] ^= 1;
  CHECK(ledger.kept() == later);
  CHECK(ledger.files.contents[cache] != first);
  const std::string second = ledger.files.contents[cache];
  ledger.add(Amended{uuid_text(new_id(instant_at(day("2024-01-01"), 30'001, 0).seconds * 1000, {})),
                     removal(), false});
  CHECK(ledger.kept() == whole_answers(ledger.files, ledger.on));
  CHECK(ledger.files.contents[cache] != second);
}

TEST_CASE("the last year has a small file of its own, which is asked when it knows enough") {
  LongLedger ledger;
  const std::string recent = store::cache_path("/cache", path, store::recent_ending);
  const std::string all = store::cache_path("/cache", path, store::days_ending);
  const auto rows = [&](std::optional<Day> since, StreakRules rules = {}) {
    return ledger.read(since, rules).chronicle.days.size();
  };
  rows(ledger.on - 30);
  CHECK_FALSE(ledger.files.contents[recent].empty());
  CHECK(ledger.files.contents[all].empty());
  CHECK(rows(ledger.on - 30) < 410);
  CHECK(rows(ledger.on - 500) == 600);
  CHECK_FALSE(ledger.files.contents[all].empty());
  const auto kept = ledger.files.contents[recent];
  CHECK(rows(ledger.on - 30, {{3}, 0}) < 410);  // another rhythm needs another sum
  CHECK(ledger.files.contents[recent] != kept);
  ledger.on = ledger.on - 100;  // the clock was put back
  CHECK(rows(ledger.on - 30) > 410);
}

TEST_CASE("an entry that belongs before what was counted asks for the whole ledger") {
  LongLedger ledger;
  const std::string kept = kept_of(ledger.files, ledger.on);
  const auto is_continued = [&](Day on, int second) {
    MemoryFiles files = ledger.files;
    const std::int64_t made = instant_at(ledger.on, 0, 0).seconds * 1000;
    files.contents[path] += store::encode({uuid_text(new_id(made, {})), instant_at(on, second, 0),
                                           logged(iso(on), Act::offer, {"Sam"})}) +
                            "\n";
    auto all = store::continued_days(files, path, *store::unpacked_days(kept), *files.state(path),
                                     question(ledger.on));
    if (!all) return false;
    CHECK(answers(*std::move(all), ledger.on) == whole_answers(files, ledger.on));
    return true;
  };
  CHECK(is_continued(ledger.on, 100));
  CHECK(is_continued(ledger.on - 1, 80'000));
  CHECK_FALSE(is_continued(ledger.on - 1, 100));
  CHECK(is_continued(ledger.on - 300, 80'000));
  CHECK(is_continued(ledger.on + 1, 100));
  CHECK_FALSE(is_continued(ledger.on - 450, 80'000));
  CHECK_FALSE(is_continued(day("2023-05-05"), 100));
}

TEST_CASE("a rest among days that were summed up asks for the whole ledger") {
  LongLedger ledger;
  const std::string kept = kept_of(ledger.files, ledger.on);
  const auto is_continued = [&](Day since) {
    MemoryFiles files = ledger.files;
    files.contents[path] += ledger.line(Rested{{since, ledger.on}, true});
    return store::continued_days(files, path, *store::unpacked_days(kept), *files.state(path),
                                 question(ledger.on))
        .has_value();
  };
  CHECK(is_continued(ledger.on - 300));
  CHECK_FALSE(is_continued(ledger.on - 500));
}

}  // namespace connect::days_test
