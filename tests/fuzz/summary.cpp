// Fuzz target: with a cached summary of an older state of the ledger, every answer is the same as
// from a full read. The first line of an input is how many lines of the ledger are covered; the
// rest is the ledger.
#include <charconv>

#include "cli/machine.hpp"
#include "domain/report/report.hpp"
#include "fuzz/target.hpp"
#include "render/json.hpp"
#include "store/cache/summary_cache.hpp"

namespace connect::fuzz {
namespace {

using testing::Machine;

/// A line that makes the ledger long enough to be cached.
const std::string& padding() {
  static const std::string line =
      R"({"v":1,"id":"018c251d-1000-7000-8000-000000000000","op":"log",)"
      R"("at":"2023-12-01T12:00:00+01:00","day":"2023-12-01","act":"offer","note":")" +
      std::string(store::cached_size, 'x') + "\"}\n";
  return line;
}

/// The offset after this many lines.
std::size_t after_lines(std::string_view text, unsigned lines) {
  std::size_t at = 0;
  for (; lines > 0; --lines) {
    const auto end = text.find('\n', at);
    if (end == text.npos) return text.size();
    at = end + 1;
  }
  return at;
}

bool is_same(const Outcome& a, const Outcome& b) {
  return a.code == b.code && a.out == b.out && a.err == b.err;
}

/// What a summary answers on this day.
std::string answers_of(const store::CachedSummary& of, Day today) {
  static const Bank bank;
  const Summary& summary = of.summary;
  const RestCalendar rests{summary.rests, 0};
  const Streak streak = streak_of(summary, rests, today, {});
  std::string out = render::streak_json(streak, {}) +
                    render::people_json(known_people(summary), today) +
                    render::prompt_json(prompt_of(summary, today, bank), today, false) +
                    std::to_string(of.report.bad_lines) + " " + std::to_string(of.report.newer) +
                    " " + std::to_string(of.bytes.size()) + " " + std::to_string(of.next_line);
  for (const By by : {By::day, By::act, By::person, By::tag})
    for (const int days : {182, 30})  // the period before is read, too
      out += render::report_json(
          report_of(summary, {{today - (days - 1), today}, by}, streak, rests), false);
  return out;
}

/// Caches the summary of the first bytes and goes on with the others, without a command.
void check_extended(std::string_view ledger, std::size_t covered, Day today) {
  const std::string path = "/ledger.jsonl";
  testing::MemoryFiles files;
  files.contents[path] = ledger.substr(0, covered);
  auto first = store::whole_summary(files, path, today);
  if (!first || first->next_line == 0) return;
  move_checkpoint(first->summary, today, {});
  must(split_older_days(first->summary, today).has_value(), "all days had rows");
  auto cached = store::unpacked(store::packed(*first), Parts::details);
  must(cached.has_value(), "a summary that was written can be read");
  files.contents[path] = ledger;
  const Question question{today, {}, today - 366};
  must(covers(cached->summary, question), "a summary answers on the day it is cached");
  const auto more = store::extended(files, path, *std::move(cached), *files.state(path), question);
  const auto whole = store::whole_summary(files, path, today);
  if (!more || !whole || lacks_older_days(more->summary, question)) return;
  must(answers_of(*more, today) == answers_of(*whole, today), "extended, the same as read whole");
}

}  // namespace

void target(std::string_view input) {
  const auto end = std::min(input.find('\n'), input.size());
  unsigned lines = 0;
  std::from_chars(input.data(), input.data() + end, lines);
  const auto ledger = input.substr(std::min(end + 1, input.size()));
  const auto covered = after_lines(ledger, lines);
  check_extended(ledger, covered, *day_of({2026, 11, 23}));  // the machine's date

  Machine caching;
  Machine whole;
  whole.facts.cache_home.clear();
  std::string& cached = caching.files.contents[caching.ledger];
  cached = padding();
  cached += ledger.substr(0, covered);
  testing::answer_to(caching, {"connect", "streak"});  // writes the summary
  cached = whole.files.contents[whole.ledger] = padding() + std::string(ledger);
  whole.commands = caching.commands;
  for (const char* line :
       {"connect streak --json", "connect people --json", "connect complete tags",
        "connect report 365d --json", "connect report all --by person --json",
        "connect prompt --json", "connect prompt --another --json"}) {
    const auto words = testing::words_of(line);
    must(is_same(testing::answer_to(caching, words), testing::answer_to(whole, words)), line);
  }
  must(cached == whole.files.contents[whole.ledger], "the same is written");
}

}  // namespace connect::fuzz
