// The cached index: with it, the everyday commands say the same as from the whole ledger, or it is
// not used.
#include "domain/summary/summary_window.hpp"

#include <doctest/doctest.h>

#include <bit>

#include "domain/streak/streak_days.hpp"
#include "domain/suggest/prompt.hpp"
#include "store/cache/summary_cache.hpp"
#include "store/format/codec.hpp"
#include "support/diary.hpp"
#include "support/kept_files.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_files.hpp"

namespace connect::summary_window_test {
namespace {

using namespace test;
using testing::MemoryFiles;

const std::string path = "/home/ledger.jsonl";
const Bank bank;

std::string lengths_text(const StreakLengths& lengths) {
  return std::to_string(lengths.current) + " " + std::to_string(lengths.longest) + " " +
         std::to_string(lengths.plain) + " " + std::to_string(lengths.previous) + " " +
         (lengths.since ? iso(*lengths.since) : "-") + " " + std::to_string(lengths.rests_left);
}

/// All that may be said of a streak, to the last bit.
void add_streak_lines(const Summary& summary, Day today, StreakRules rules,
                      std::vector<std::string>& out) {
  const RestCalendar rests{summary.rests, rules.rest_weekdays};
  const Streak streak = streak_of(summary, rests, today, rules.rhythm);
  out.push_back("streak " + lengths_text(streak.lengths) + " " + std::string(slug(streak.state)));
  out.push_back(std::to_string(streak.last_7) + " " + std::to_string(streak.last_28) + " " +
                std::to_string(streak.last_90) + " of " + std::to_string(streak.of_28) + " " +
                std::to_string(std::bit_cast<std::uint64_t>(streak.strength)));
  out.push_back("lengths " + lengths_text(streak_lengths(summary, rests, today, rules.rhythm)));
  for (Act act : all_acts)
    out.push_back("act " + lengths_text(streak.acts[index(act)]) + " " +
                  std::to_string(streak.acts_last_28[index(act)]));
  for (double strength : weekly_strength(summary, rests, today, 12))
    out.push_back("week " + std::to_string(std::bit_cast<std::uint64_t>(strength)));
  for (const auto act : {std::optional<Act>(), std::optional(Act::thank)}) {
    std::string days = "days";
    for (const StreakDay& each : streak_days(summary, act, rests, today, rules.rhythm, 28))
      days += " " + std::to_string(static_cast<int>(each.kind)) + "/" + std::to_string(each.used);
    out.push_back(days);
  }
}

/// All that an everyday command may say, as text.
std::vector<std::string> answers(const store::ReadReport& report, const Summary& summary,
                                 const Question& question) {
  const Day today = question.today;
  std::vector<std::string> out;
  Summary told = summary;
  told.settled.clear();  // the cache keeps the last ones only
  std::erase_if(told.shown, [&](const ShownSuggestion& each) { return each.day < today; });
  std::erase_if(told.days, [&](const DayActs& acts) { return acts.day <= today - 90; });
  add_summary_lines(told, out);
  out.push_back("seed " + std::to_string(seed_on(summary, today)) + " bad " +
                std::to_string(report.bad_lines) + " newer " + std::to_string(report.newer));
  for (std::size_t i = 0, named = 0; i < report.problems.size() && named < 3; ++i)
    if (report.problems[i].damage == store::Damage::bad_line ||
        report.problems[i].damage == store::Damage::foreign) {
      out.push_back("line " + std::to_string(report.problems[i].line));
      ++named;
    }
  for (const DayRange& rest : summary.rests.ranges())
    out.push_back("rest " + iso(rest.since) + " " + iso(rest.until));
  for (const auto& tag : known_tags(summary)) out.push_back("tag " + tag);
  for (const auto& spelling : spellings) {
    const auto name = summary.people.find(spelling);
    const auto tag = summary.tags.find(spelling);
    out.push_back(spelling + " " + (name ? summary.people.display(*name) : "-") + " " +
                  (tag ? summary.tags.display(*tag) : "-"));
  }
  out.push_back("entries " + std::to_string(summary.entries));
  add_streak_lines(summary, today, question.rules, out);
  for (Day on : {today, today + 1, today + 5}) {
    std::vector<PromptWish> wishes = {{}, {true, {}}, {true, Act::thank}, {true, Act::offer}};
    for (const PromptWish& wish : wishes) {
      const auto note_of = [](const OpenNote& kindness) { return iso(kindness.day); };
      const Prompt prompt = prompt_of(summary, on, bank, {}, wish, note_of);
      out.push_back("prompt " + prompt.record + " " + prompt.instead_of + " " + prompt.text + " " +
                    prompt.why + prompt.noticed);
    }
  }
  return out;
}

std::vector<std::string> answers(const store::CachedSummary& cached, const Question& question) {
  return answers(cached.report, cached.summary, question);
}

/// Whether the latest entries are the same, as far as both summaries know them.
bool agree_on_latest(const store::CachedSummary& a, const store::CachedSummary& b) {
  if (a.summary.latest.empty() || b.summary.latest.empty()) return true;
  return std::ranges::equal(
      a.summary.latest, b.summary.latest, [](const EntryRef& one, const EntryRef& other) {
        const bool is_known = one.line.length > 0 && other.line.length > 0;
        return one.day == other.day && one.stamp == other.stamp &&
               (!is_known || (one.line == other.line && one.corrections == other.corrections));
      });
}

std::string packed_on(store::CachedSummary cached, const Question& question) {
  move_checkpoint(cached.summary, question.today, question.rules);
  static_cast<void>(split_older_days(cached.summary, question.today));
  return store::packed(cached);
}

/// The summary as it comes back from the cache.
std::optional<store::CachedSummary> put_aside(const store::CachedSummary& cached,
                                              const Question& question) {
  return store::unpacked(packed_on(cached, question), Parts::details);
}

/// It extended by the rest of the ledger, if the ledger still begins as it did.
std::optional<store::CachedSummary> extended(MemoryFiles& files, store::CachedSummary cached,
                                             const Question& question) {
  if (cached.path != path || !store::has_covered_bytes(files, path, cached) ||
      !covers(cached.summary, question))
    return std::nullopt;
  return store::extended(files, path, std::move(cached), *files.state(path), question);
}

}  // namespace

TEST_CASE("an index and the rest of the ledger say what the whole ledger says") {
  std::size_t continued = 0, read_whole = 0, known = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    Diary diary(seed);
    MemoryFiles files;
    files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
    const auto all = store::whole_summary(files, path, diary.today);
    REQUIRE(bool(all));
    const auto expected = answers(*all, {diary.today, {}});
    for (std::size_t split = 1; split <= diary.lines.size(); ++split) {
      INFO("seed ", seed, " split ", split);
      MemoryFiles then;
      then.contents[path] = text_of(diary.lines, 0, split);
      const Day snapshot = diary.today - static_cast<int>(seed % 5);
      const auto part = store::whole_summary(then, path, snapshot);
      if (part->next_line == 0) continue;
      const auto index = put_aside(*part, {snapshot, {}});
      REQUIRE(index.has_value());
      const auto whole = extended(files, *index, {diary.today, {}});
      if (!whole) {
        ++read_whole;
        continue;
      }
      ++continued;
      REQUIRE(answers(*whole, {diary.today, {}}) == expected);
      REQUIRE(agree_on_latest(*whole, *all));
      known += whole->summary.latest.size();
      // Put aside once more, it still says the same.
      if (whole->next_line == 0 || !whole->summary.details) continue;  // neither is put aside
      const auto again = put_aside(*whole, {diary.today, {}});
      const auto same = extended(files, *again, {diary.today, {}});
      REQUIRE(same.has_value());
      REQUIRE(answers(*same, {diary.today, {}}) == expected);
      REQUIRE(agree_on_latest(*same, *all));
    }
  }
  CHECK(known > 20'000);
  CHECK(continued > 3000);
  CHECK(read_whole > 1000);
}

TEST_CASE("what long past days came to goes on from index to index") {
  std::size_t continued = 0, read_whole = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    const Diary diary(seed, {{150}, {450}}, 1);
    const StreakRules rules{{random.between(0, 7)},
                            static_cast<std::uint8_t>(random.chance(40) ? random.below(128) : 0)};
    std::optional<store::CachedSummary> index;
    for (std::size_t end = diary.lines.size() / 3; end <= diary.lines.size();
         end += 1 + random.below(15)) {
      INFO("seed ", seed, " end ", end);
      MemoryFiles files;
      files.contents[path] = text_of(diary.lines, 0, end);
      // Now and then nobody comes by for long.
      const int away = random.chance(10) ? random.between(1, 300) : 0;
      const Question question{diary.days_of_lines[end - 1] + away, rules};
      const auto whole = store::whole_summary(files, path, question.today);
      std::optional<store::CachedSummary> next;
      if (index) next = extended(files, *index, question);
      next ? ++continued : ++read_whole;
      if (next) REQUIRE(answers(*next, question) == answers(*whole, question));
      if (next) REQUIRE(agree_on_latest(*next, *whole));
      if (!next) next = *whole;
      index.reset();
      if (next->next_line != 0) index = put_aside(*next, question);
    }
  }
  CHECK(continued > 250);
  CHECK(read_whole > 100);
}

TEST_CASE("another rhythm, other rest days or an earlier day ask for the whole ledger") {
  const Diary diary(5, {{300}, {300}}, 1);
  MemoryFiles files;
  files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
  const Question question{diary.today, {{4}, 0b1000000}};
  const auto index = put_aside(*store::whole_summary(files, path, diary.today), question);
  const auto is_used = [&](const Question& asked) {
    return extended(files, *index, asked).has_value();
  };
  CHECK(is_used(question));
  CHECK(is_used({diary.today + 400, question.rules}));
  CHECK(is_used({diary.today - 10, question.rules}));
  CHECK_FALSE(is_used({diary.today - 11, question.rules}));
  CHECK_FALSE(is_used({diary.today, {{5}, 0b1000000}}));
  CHECK_FALSE(is_used({diary.today, {{4}, 0}}));
}

TEST_CASE("a rest among days that were counted already asks for the whole ledger") {
  MemoryFiles files;
  const Day today = day("2026-06-30");
  std::string lines;
  const auto add = [&](Day on, Body body) {
    const std::int64_t at = instant_at(on, 40000, 0).seconds;
    lines += store::encode({uuid_text(new_id(at * 1000, {})), {at, 0}, std::move(body)}) + "\n";
  };
  for (int back = 300; back > 1; --back)
    add(today - back, logged(iso(today - back), Act::thank, {}));
  files.contents[path] = lines;
  const auto index = put_aside(*store::whole_summary(files, path, today), {today, {}});
  const std::string before = lines;
  const auto is_used_after_rest = [&](DayRange days) {
    lines = before;
    add(today, Rested{days, true});
    files.contents[path] = lines;
    return extended(files, *index, {today, {}}).has_value();
  };
  CHECK(is_used_after_rest({today - 100, today}));
  CHECK_FALSE(is_used_after_rest({today - 101, today}));
}

TEST_CASE("an index does not grow with the days of a ledger, nor with ids of other programs") {
  const auto size_after = [](int days, bool has_foreign_ids) {
    MemoryFiles files;
    std::string& lines = files.contents[path];
    const Day today = day("2026-06-30");
    for (int back = days; back > 0; --back) {
      const Day on = today - back;
      const std::int64_t at = instant_at(on, 40000, 0).seconds;
      const auto id = [&](int kind) {
        return has_foreign_ids ? "their-" + std::to_string(10'000 * kind + back)
                               : uuid_text(new_id(at * 1000 + kind, {}));
      };
      const Prompted shown{on, Act::thank, "thank-01", "", ""};
      lines += store::encode({id(1), {at, 0}, shown}) + "\n";
      lines += store::encode({id(2), {at, 0}, logged(iso(on), Act::thank, {"Maya"})}) + "\n";
    }
    return packed_on(*store::whole_summary(files, path, today), {today, {}}).size();
  };
  for (const bool has_foreign_ids : {false, true})
    CHECK(size_after(500, has_foreign_ids) == size_after(3000, has_foreign_ids));
}

TEST_CASE("of years of suggestions the last ones are enough") {
  Random random(3);
  MemoryFiles files;
  std::string lines;
  Day on = day("2024-01-01");
  for (int i = 0; i < 700; ++i, ++on.number) {
    const std::int64_t at = instant_at(on, 40000, 0).seconds;
    const auto add = [&](int order, const Body& body) {
      lines += store::encode({uuid_text(new_id(at * 1000 + order, {})), {at, 0}, body}) + "\n";
    };
    const Suggestion& shown = *random.pick(bank.items());
    add(0, Prompted{on, shown.act, std::string(shown.id), "", ""});
    if (random.chance(60)) add(1, logged(iso(on), shown.act, {"Maya"}));
  }
  files.contents[path] = lines.substr(0, lines.size() - 2000);
  files.contents[path].resize(files.contents[path].rfind('\n') + 1);
  const auto index = put_aside(*store::whole_summary(files, path, on - 9), {on - 9, {}});
  REQUIRE(index.has_value());
  CHECK(index->summary.before->is_cut);
  CHECK(index->summary.settled.size() == 200);
  files.contents[path] = lines;
  const auto whole = extended(files, *index, {on, {}});
  REQUIRE(whole.has_value());
  CHECK(is_enough(whole->summary, on, bank));
  CHECK(answers(*whole, {on, {}}) == answers(*store::whole_summary(files, path, on), {on, {}}));
}

TEST_CASE("no flipped bit and no missing end of an index goes unnoticed") {
  Diary diary(7);
  MemoryFiles files;
  files.contents[path] = text_of(diary.lines, 0, 5);
  auto index = store::whole_summary(files, path, diary.today);
  REQUIRE(bool(index));
  const std::string bytes = packed_on(*index, {diary.today, {}});
  check_every_change_is_noticed(bytes, [](std::string_view other) {
    return store::unpacked(other, Parts::details).has_value();
  });
}

TEST_CASE("an index of another file, or of an older state of it, is not used") {
  Diary diary(11);
  MemoryFiles files;
  files.contents[path] = text_of(diary.lines, 0, diary.lines.size());
  const auto index = put_aside(*store::whole_summary(files, path, diary.today), {diary.today, {}});
  REQUIRE(index.has_value());
  const auto is_used = [&] { return extended(files, *index, {diary.today, {}}).has_value(); };
  check_only_this_ledger_is_answered_for(files.contents[path], is_used);
}

}  // namespace connect::summary_window_test
