// The cached days for reports: with them, reports say the same as from the whole ledger.
#include "domain/summary/daily_details.hpp"

#include <doctest/doctest.h>

#include "domain/report/report.hpp"
#include "domain/summary/summary_views.hpp"
#include "render/json.hpp"
#include "store/cache/appends.hpp"
#include "store/cache/summary_cache.hpp"
#include "support/diary.hpp"
#include "support/kept_files.hpp"
#include "support/ledger_lines.hpp"
#include "support/lifetime.hpp"
#include "support/memory_files.hpp"

namespace connect::daily_details_test {
namespace {

using namespace test;
using store::CachedSummary;
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
std::vector<std::string> answers_since(Day since, CachedSummary cached, Day today) {
  std::vector<std::string> out;
  out.push_back("bad " + std::to_string(cached.report.bad_lines) + " newer " +
                std::to_string(cached.report.newer));
  Summary& summary = cached.summary;
  const DayRange period = {since, today};
  add_feelings(out, feeling_history(summary, {*day_of({1, 1, 1}), today}, today));
  summary.details->felt.clear();  // their analysis takes long, and has tests of its own
  summary.details->rated.clear();
  const auto tell = [&](Day on, const ReportWish& wish) {
    const RestCalendar rests{summary.rests, 0};
    const Streak streak = streak_of(summary, rests, on, {});
    out.push_back(render::report_json(report_of(summary, wish, streak, rests), false));
  };
  for (By by : {By::day, By::week, By::month, By::year, By::weekday, By::act, By::person, By::tag})
    tell(today, {period, by});
  for (int past : {25, 352, 360, 365, 366, 390}) tell(today + past, {period, By::person});
  const bool has_all = since == *day_of({1, 1, 1});
  tell(today, {{today - 20, today - 3}, By::tag, false, has_all});
  tell(today, {period, By::person, false, has_all});
  return out;
}

std::vector<std::string> answers(CachedSummary cached, Day today) {
  return answers_since(*day_of({1, 1, 1}), std::move(cached), today);
}

Question question(Day today, Day since = *day_of({1, 1, 1})) { return {today, {}, since}; }

/// A summary as it comes back from its two cache files.
struct Stored {
  Stored(CachedSummary cached, Day today) {
    move_checkpoint(cached.summary, today, {});
    if (const auto split = split_older_days(cached.summary, today))
      older = store::packed_older(*split, cached.older);
    bytes = store::packed(cached);
  }
  std::optional<CachedSummary> recent() const { return store::unpacked(bytes, Parts::details); }
  /// With all days again.
  CachedSummary whole() const { return joined(*recent()); }
  CachedSummary joined(CachedSummary cached) const {
    REQUIRE(store::rejoin_older(cached, older));
    return cached;
  }

  std::string bytes, older;
};

std::optional<CachedSummary> extended(MemoryFiles& files, CachedSummary cached,
                                      const Question& asked) {
  if (!store::has_covered_bytes(files, path, cached) || !covers(cached.summary, asked))
    return std::nullopt;
  return store::extended(files, path, std::move(cached), *files.state(path), asked);
}

std::vector<std::string> whole_answers(MemoryFiles& files, Day today) {
  auto whole = store::whole_summary(files, path, today);
  REQUIRE(bool(whole));
  return answers(*std::move(whole), today);
}

std::string listed(const Summary& summary, const Names& names,
                   std::span<const DailyDetails::Share> shares) {
  std::string out;
  for (const DailyDetails::Share& share : shares) {
    std::vector<std::string> list;
    for (NameIndex name : summary.details->lists[share.list]) list.push_back(names.display(name));
    out += text_of(list) + std::to_string(share.count);
  }
  return out;
}

/// The details of these days, with names instead of the numbers of lists, and the latest entries of
/// the last year.
std::vector<std::string> details_since(Day since, const Summary& summary, Day today) {
  const DailyDetails& details = *summary.details;
  std::vector<std::string> out;
  for (std::size_t row = details.row_since(since); row < details.rows.size(); ++row) {
    std::string line = iso(details.rows[row].acts.day);
    for (const auto count : details.rows[row].acts.counts) line += " " + std::to_string(count);
    line += listed(summary, summary.people, details.with_on(row));
    out.push_back(line + listed(summary, summary.tags, details.tagged_on(row)));
    if (details.rows[row].acts.day >= today - 366)
      out.push_back(text_of(latest_entry(summary, row)));
  }
  for (const FeelingPair& pair : details.felt)
    if (Day{pair.day} >= since)
      out.push_back(std::to_string(pair.day) + text_of(pair.before) + text_of(pair.after));
  for (const CheckIn& rating : details.rated)
    if (Day{rating.day} >= since)
      out.push_back(std::to_string(rating.day) + text_of(rating.feelings));
  const auto add_suggested = [&](Day day, Act act) {
    if (day >= since) out.push_back(iso(day) + " " + std::string(slug(act)));
  };
  for (const auto& each : details.suggested) add_suggested(each.day, each.act);
  for (const ResolvedSuggestion& each : resolved_suggestions(summary)) {
    const bool is_in_details = summary.before && each.day < summary.before->settled;
    if (!each.declined && !is_in_details) add_suggested(each.day, each.act);
  }
  return out;
}

/// A ledger that is long enough to be cached.
struct LongLedger {
  LongLedger() {
    for (int i = 0; i < 600; ++i, ++on.number) add(logged(iso(on), Act::thank, {"Maya"}));
  }

  void add(Body body) { files.contents[path] += line(std::move(body)); }
  /// As the program itself adds it.
  void append(Body body) {
    std::string text = line(std::move(body));
    text.pop_back();
    CHECK(files.append(path, text, Files::Care::durable, store::noting(files, "/cache")));
  }
  std::string line(Body body) {
    const std::int64_t at = instant_at(on, 30'000 + ++made, 0).seconds;
    return store::encode({uuid_text(new_id(at * 1000, {})), {at, 0}, std::move(body)}) + "\n";
  }
  CachedSummary read(Day since = *day_of({1, 1, 1}), StreakRules rules = {}) {
    return *store::read_summary(files, path, "/cache", {on, rules, since});
  }
  std::vector<std::string> kept() { return answers(read(), on); }

  MemoryFiles files;
  Day on = day("2024-01-01");
  int made = 0;
};

}  // namespace

TEST_CASE("cached days and the rest of the ledger give the answers of the whole ledger") {
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
      const auto part = store::whole_summary(then, path, diary.today);
      if (part->next_line == 0) continue;
      const Stored stored(*part, diary.today);
      auto whole = extended(files, *stored.recent(), question(diary.today));
      whole.has_value() ? ++continued : ++read_whole;
      if (!whole) continue;
      *whole = stored.joined(*std::move(whole));
      REQUIRE(answers(*whole, diary.today) == expected);
      // Cached again, it still gives the same answers.
      if (whole->next_line == 0) continue;
      const Stored again(*std::move(whole), diary.today);
      auto same = extended(files, *again.recent(), question(diary.today));
      REQUIRE(same.has_value());
      REQUIRE(answers(again.joined(*std::move(same)), diary.today) == expected);
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
    const Day since = diary.today - 182;
    const Day asked = period_before({since, diary.today}, diary.today).since;
    MemoryFiles files;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    const auto expected =
        answers_since(since, *store::whole_summary(files, path, diary.today), diary.today);
    const std::size_t split = diary.lines.size() - random.below(8);
    MemoryFiles then;
    then.contents[path] = text_of(diary.lines, 0, split);
    const auto part = store::whole_summary(then, path, diary.today);
    if (part->next_line == 0) continue;
    const std::size_t rows = part->summary.details->rows.size();
    // Cached a month ago, and again since then with all days put back.
    const Stored month_ago(*part, diary.today - 30);
    const Stored stored(month_ago.whole(), diary.today);
    auto recent = stored.recent();
    left_out += rows - recent->summary.details->rows.size();
    const auto whole = extended(files, *std::move(recent), question(diary.today, asked));
    if (!whole) continue;
    ++continued;
    REQUIRE(answers_since(since, *whole, diary.today) == expected);
  }
  CHECK(continued > 10);
  CHECK(left_out > 2000);
}

TEST_CASE("what was split off goes back only where it belongs") {
  LongLedger ledger;
  const auto whole = *store::whole_summary(ledger.files, path, ledger.on);
  const Stored stored(whole, ledger.on);
  CHECK(stored.recent()->summary.details->rows.size() == 400);
  CHECK(stored.whole().summary.details->rows.size() == 600);
  const auto is_joined = [&](const std::string& bytes) {
    CachedSummary cached = *stored.recent();
    return store::rejoin_older(cached, bytes);
  };
  CHECK_FALSE(is_joined(""));
  CHECK_FALSE(is_joined(stored.older + "x"));
  CHECK_FALSE(is_joined(Stored(whole, ledger.on - 50).older));
}

TEST_CASE("no flipped bit and no missing end of the days that were split off goes unnoticed") {
  LongLedger ledger;
  const Day then = ledger.on - 180;
  const Stored stored(*store::whole_summary(ledger.files, path, then), then);
  CachedSummary cached = *stored.recent();
  check_every_change_is_noticed(stored.older, [&](std::string_view bytes) {
    if (!store::rejoin_older(cached, bytes)) return false;
    cached = *stored.recent();
    return true;
  });
}

TEST_CASE("of ten years reports get all details, or those of the last year without the others") {
  const Day first = *day_of({1, 1, 1});
  Random random(10);
  Lifetime life(random, day("2026-06-30"));
  MemoryFiles files;
  files.contents[path] = life.past(3650, true);
  int continued = 0;
  for (int days = 0; days < 80; ++days, ++life.today.number) {
    INFO("days ", days);
    const auto read = [&](Day since) {
      return store::read_summary(files, path, "/cache", {life.today, {}, since})->summary;
    };
    const Day since = life.today - 366;
    const Summary last_year = read(since);
    if (days % 8 == 0) {
      const Summary whole = store::whole_summary(files, path, life.today)->summary;
      const Summary all = read(first);
      const auto details_of = [&](Day begin, const Summary& summary) {
        return details_since(begin, summary, life.today);
      };
      continued += all.before.has_value() ? 1 : 0;
      REQUIRE(details_of(first, all) == details_of(first, whole));
      REQUIRE(details_of(since, last_year) == details_of(since, whole));
      if (days > 0) REQUIRE(last_year.details->rows.size() < whole.details->rows.size());
    }
    files.contents[path] += life.past(0, true);
  }
  CHECK(continued > 7);
}

TEST_CASE("the details of a long ledger are cached, continued, and written anew when needed") {
  LongLedger ledger;
  ledger.kept();
  const std::string cache = store::cache_path("/cache", path, store::summary_ending);
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

TEST_CASE("days are split off about once a month, and the clock may be put back") {
  LongLedger ledger;
  ledger.kept();
  const std::string older = store::cache_path("/cache", path, store::older_ending);
  const std::string first = ledger.files.contents[older];
  const auto rows = [&] { return ledger.read(ledger.on - 30).summary.details->rows.size(); };
  CHECK(rows() < 410);
  int put_back = 0;
  for (int day = 0; day < 60; ++day, ++ledger.on.number) {
    for (int i = 0; i < 3; ++i) ledger.append(logged(iso(ledger.on), Act::thank, {"Maya"}));
    put_back += rows() > 440 ? 1 : 0;
    if (day == 30) CHECK(ledger.files.contents[older] == first);
  }
  CHECK(put_back == 1);
  CHECK(rows() < 440);
  CHECK(ledger.files.contents[older] != first);
  CHECK(ledger.kept() == whole_answers(ledger.files, ledger.on));
  ledger.on = ledger.on - 200;
  CHECK(rows() > 440);
}

TEST_CASE("a cache that is written after the clock was put back can be used") {
  LongLedger ledger;
  const std::string& cache =
      ledger.files.contents[store::cache_path("/cache", path, store::summary_ending)];
  ledger.on = ledger.on + 20;
  ledger.read();
  const std::string first = cache;
  for (int i = 0; i < 40; ++i) ledger.add(Felt{ledger.on, {{1, 2, 3}}});
  ledger.on = ledger.on - 5;
  CHECK(ledger.read().summary.before.has_value());  // not read whole
  CHECK(cache != first);
  CHECK(store::unpacked(cache, Parts::details).has_value());
  CHECK(ledger.read().summary.before.has_value());
  CHECK(ledger.kept() == whole_answers(ledger.files, ledger.on));
}

TEST_CASE("an entry that belongs before what was counted asks for the whole ledger") {
  LongLedger ledger;
  const Stored stored(*store::whole_summary(ledger.files, path, ledger.on), ledger.on);
  const auto is_continued = [&](Day on, int second) {
    MemoryFiles files = ledger.files;
    const std::int64_t made = instant_at(ledger.on, 0, 0).seconds * 1000;
    files.contents[path] += store::encode({uuid_text(new_id(made, {})), instant_at(on, second, 0),
                                           logged(iso(on), Act::offer, {"Sam"})}) +
                            "\n";
    auto all = extended(files, *stored.recent(), question(ledger.on));
    if (!all) return false;
    CHECK(answers(stored.joined(*std::move(all)), ledger.on) == whole_answers(files, ledger.on));
    return true;
  };
  CHECK(is_continued(ledger.on, 100));
  CHECK(is_continued(ledger.on - 1, 80'000));
  CHECK_FALSE(is_continued(ledger.on - 1, 100));
  CHECK(is_continued(ledger.on - days_open, 80'000));
  CHECK_FALSE(is_continued(ledger.on - days_open - 1, 80'000));
  CHECK(is_continued(ledger.on + 1, 100));
  CHECK_FALSE(is_continued(day("2023-05-05"), 100));
}

}  // namespace connect::daily_details_test
