// The property that the cache must have: with it, every command prints the same bytes as without
// it, whatever happened to the ledger between two commands.
#include <doctest/doctest.h>

#include <cstdlib>

#include "connect/app.hpp"
#include "store/cache/summary_cache.hpp"
#include "support/lifetime.hpp"
#include "support/memory_programs.hpp"
#include "support/records.hpp"
#include "support/repetitions.hpp"

namespace connect::cached_answers_test {
namespace {

using namespace test;
using testing::MemoryFiles;
using testing::MemoryPrograms;

using Words = std::vector<std::string>;

const std::string path = "/data/connect/ledger.jsonl";

const std::vector<Words> questions = {
    {},
    {"--json"},
    {"streak"},
    {"streak", "--json"},
    {"streak", "--act", "thank"},
    {"streak", "--explain"},
    {"list", "--limit", "10"},
    {"list", "--json", "--limit", "3", "--with", "Maya"},
    {"list", "--format", "ndjson", "--period", "month", "--act", "thank"},
    {"list", "--format", "csv", "--period", "2025"},
    {"list", "@Maya"},
    {"list", "thank", "month", "@Sam"},
    {"list", "+work", "2w", "--json"},
    {"list", "tea", "maya"},
    {"list", "30d", "@Mya"},
    {"list", "november", "listen", "--reverse", "--limit", "5"},
    {"list", "since", "60d", "@zoe,@sam"},
    {"report", "@Maya", "--format", "json"},
    {"report", "thank", "365d", "--by", "month"},
    {"report", "work", "2025..", "--redact", "+work"},
    {"report", "@Sam", "--redact", "--by", "person"},
    {"export", "@Sam", "12m", "--format", "csv"},
    {"streak", "@Maya", "--explain"},
    {"streak", "thank", "@Sam", "--json"},
    {"people"},
    {"people", "--json"},
    {"people", "--overdue"},
    {"get", "today.count", "streak.current", "streak.longest", "people.overdue"},
    {"get", "today.done", "streak.current", "streak.longest"},
    {"why"},
    {"prompt"},
    {"prompt", "--json"},
    {"prompt", "--why"},
    {"prompt", "--another"},
    {"prompt", "@Maya"},
    {"prompt", "--small", "--place", "remote"},
    {"export", "--format", "csv"},
    {"complete", "people"},
    {"complete", "tags"},
    {"log", "offer", "@Maja", "--dry-run"},
    {"done", "--dry-run"},
};

Words report(Random& random) {
  static const std::vector<std::string> periods = {
      "all",     "month",   "365d",    "today",
      "week",    "2024",    "2025-03", "2024-10-01..2026-11-30",
      "2026-09", "2026-06", "2025-12", "2026-01-01..2026-03-31"};
  static const std::vector<std::string> groups = {"day", "week", "month", "act", "person", "tag"};
  static const std::vector<std::string> formats = {"text", "json", "ndjson", "csv", "md", "svg"};
  return {"report",   random.pick(periods), "--by", random.pick(groups),
          "--format", random.pick(formats)};
}

/// A question of every kind of reading now and then, many of those that the cache answers.
Words question(Random& random) {
  return random.chance(35) ? report(random) : random.pick(questions);
}

Words change(Random& random, Lifetime& life) {
  static const std::vector<Words> changes = {
      {"log", "thank", "@Maya", "+work"},
      {"log", "listen", "@Zoe", "--on", "yesterday"},
      {"log", "offer", "@Sam", "--on", "2025-06-01"},
      {"notice", "@Tom", "helped"},
      {"rest", "today"},
      {"rest", "2026-01-01..2026-01-20"},
      {"rest", "--off", "today"},
      {"people", "set", "Maya", "--every", "7d"},
      {"people", "set", "Sam", "--resting"},
      {"people", "rename", "Tom", "Sam"},
      {"undo"},
      {"redo"},
      {"done"},
      {"prompt", "--another"},
      {"prompt", "@Zoe", "--place", "in-person"},
      {"amend", "last", "--on", "2025-02-02"},
      {"remove", "last"},
      {"doctor", "--fix"},
  };
  if (random.chance(10)) return {"forget", life.id_of_a_line()};
  return random.pick(changes);
}

/// A machine with a cache and one without, to which the same happens.
class Twins {
 public:
  explicit Twins(const std::string& ledger) {
    facts_.data_home = "/data";
    facts_.config_home = "/config";
    facts_.state_home = "/state";
    facts_.offset_at = [](Day, int) { return 60; };
    facts_.columns = 100;
    put(ledger);
  }

  void put(const std::string& ledger) {
    for (auto* files : {&cached_, &plain_}) files->contents[path] = ledger;
  }
  std::string ledger() { return plain_.contents[path]; }

  /// Both are asked the same, and answer the same.
  void ask(const Words& words, Day today) {
    facts_.now = {instant_at(today, 43'200, 0).seconds + ++commands_, 60};
    facts_.random[8] = static_cast<std::uint8_t>(commands_);
    facts_.cache_home = "/cache";
    const Outcome with = run(words, facts_, cached_, programs_);
    facts_.cache_home.clear();
    const Outcome without = run(words, facts_, plain_, programs_);
    std::string line = "connect";
    for (const auto& word : words) line += " " + word;
    INFO(line);
    REQUIRE(with.out == without.out);
    REQUIRE(with.err == without.err);
    REQUIRE(with.code == without.code);
    REQUIRE(cached_.contents[path] == plain_.contents[path]);
  }

 private:
  Facts facts_;
  MemoryFiles cached_, plain_;
  MemoryPrograms programs_{plain_};  // no command here starts one
  int commands_ = 0;
};

/// So much of one line that even a short ledger is worth a cache.
std::string padding() {
  Logged said = logged("2023-12-01");
  said.note = std::string(store::cached_size, 'x');
  return store::encode(record(0, 0, said)) + "\n";
}

void happens(Random& random, Lifetime& life, Twins& twins) {
  const std::string before = twins.ledger();
  switch (random.below(8)) {
    case 0:
    case 1: twins.put(before + life.brought(random.between(1, 5))); break;
    case 2: twins.put(life.edited(before)); break;
    case 3: twins.put(life.edited(before) + life.brought(1)); break;
    case 4: twins.put(life.rearranged(before)); break;
    case 5: twins.put(life.rearranged(before) + life.brought(random.between(1, 9))); break;
    default: twins.ask(change(random, life), life.today);
  }
  if (random.chance(40)) life.today = life.today + random.between(0, random.chance(10) ? 400 : 3);
}

int days_of_diary(Random& random, std::uint64_t number) {
  if (number % 40 == 7) return random.between(1500, 3650);
  return number % 8 == 3 ? random.between(401, 900) : random.between(3, 60);
}

}  // namespace

TEST_CASE("with the cache every command answers as without it, whatever happened to the ledger") {
  const char* wish = std::getenv("CONNECT_SEED");
  const std::uint64_t first = wish == nullptr ? 20261129 : std::strtoull(wish, nullptr, 10);
  for (std::uint64_t n = 0; n < repetitions(200, 100'000); ++n) {
    const std::uint64_t seed = first + n;
    INFO("CONNECT_SEED=", seed, " tries this diary first");
    Random random(seed);
    Lifetime life(random, day("2026-11-20"));
    const bool rates = seed % 20 == 11;
    Twins twins(padding() + life.past(days_of_diary(random, seed), rates));
    for (int step = random.between(1, 4); step > 0; --step) {
      INFO("steps to go: ", step);
      for (int asked = random.between(1, 2); asked > 0; --asked)
        twins.ask(question(random), life.today);
      happens(random, life, twins);
    }
    for (int asked = 0; asked < 3; ++asked) twins.ask(question(random), life.today);
  }
}

TEST_CASE("with the cache a past period is compared with the whole year that ends with it") {
  const Day today = day("2026-11-20");
  std::string ledger = padding();
  for (int i = 0; i <= 800; ++i) {
    const Day on = today - (800 - i);
    const auto rating = [&](int least) {
      return Feelings{{-1, -1, static_cast<std::int8_t>(least + i % 5)}};
    };
    Logged said = logged(iso(on));
    said.before = rating(0);
    said.felt = rating(2);
    const auto id = static_cast<std::size_t>(i) * 2 + 1;
    ledger += store::encode(record(id, 0, said)) + "\n";
    ledger += store::encode(record(id + 1, 0, Felt{on, rating(i < 600 ? 1 : 5)})) + "\n";
  }
  Twins twins(ledger);
  twins.ask({"streak"}, today);
  for (const char* period : {"2026-09", "2026-01-01..2026-03-31", "2025-11", "2025", "365d", "all"})
    twins.ask({"report", period, "--json"}, today);
}

}  // namespace connect::cached_answers_test
