// A random ledger as lines, written day by day. Tests split it anywhere to check that reading on
// from a cached state gives the same as reading everything.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "domain/suggest/prompt.hpp"
#include "store/format/codec.hpp"
#include "support/records.hpp"

namespace connect::test {

/// Mostly lines as this program writes them each day; a few as syncing, editing and accidents leave
/// them (ids twice or from elsewhere, late and unreadable lines).
class Diary {
 public:
  explicit Diary(std::uint64_t seed, DayRange length = {{3}, {70}}, int busy = 3)
      : random_(seed), records_(random_, 30) {
    const int days = random_.between(length.since.number, length.until.number);
    for (int i = 0; i < days; ++i, ++today.number)
      for (int n = random_.between(0, busy); n > 0; --n) {
        lines.push_back(line());
        days_of_lines.push_back(today);
      }
  }

  Day today = day("2026-01-20") - random_days;
  std::vector<std::string> lines;
  std::vector<Day> days_of_lines;  // the day of each line

 private:
  static constexpr int random_days = 40;

  Record record(Body body) {
    const std::int64_t at = instant_at(today, random_.between(0, 80000), 0).seconds;
    latest_ = std::max(latest_ + 1, at * 1000);
    const std::int64_t made = random_.chance(4) ? latest_ - 90'000'000 : latest_;
    std::array<std::uint8_t, 16> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_.bits());
    std::string id = uuid_text(new_id(made, bytes));
    if (random_.chance(2)) id = "their-" + std::to_string(random_.below(5));
    if (!ids_.empty() && random_.chance(2)) id = random_.pick(ids_);
    ids_.push_back(id);
    return {id, {random_.chance(5) ? at - 90'000 : at, 60}, std::move(body)};
  }

  std::string any_id() {
    if (ids_.empty()) return "none";
    return random_.chance(70)
               ? ids_[ids_.size() - 1 - random_.below(std::min<std::size_t>(3, ids_.size()))]
               : random_.pick(ids_);
  }

  Day about_today() { return today - (random_.chance(80) ? 0 : random_.between(-3, 25)); }

  Body body() {
    const int kind = random_.between(0, 99);
    if (kind < 45) {
      Logged said = records_.entry();
      said.day = about_today();
      return said;
    }
    if (kind < 70)
      return Prompted{about_today(),
                      records_.act(),
                      random_.chance(10) ? any_id() : std::string(random_.pick(bank_.items())->id),
                      random_.pick(spellings),
                      random_.chance(30) ? any_id() : "",
                      random_.chance(20) ? "ask" : "",
                      random_.chance(20) ? any_id() : "",
                      random_.chance(5),
                      records_.wishes()};
    if (kind < 72) return records_.own_suggestion();
    if (kind < 74) return Felt{about_today(), records_.feelings()};
    if (kind < 78) return Noticed{about_today(), records_.names(2), records_.note()};
    if (kind < 81)
      return Asked{about_today() + random_.between(0, 12), records_.names(2), records_.note()};
    if (kind < 86) {
      const Day since = about_today() - (random_.chance(10) ? 120 : 0);
      return Rested{{since, since + random_.between(0, 5)}, random_.chance(70)};
    }
    if (kind < 92) {
      PersonSet said;
      said.name = random_.pick(spellings);
      if (random_.chance(60)) said.every_days = random_.between(0, 30);
      if (random_.chance(30)) said.resting = random_.chance(50);
      if (random_.chance(15)) said.renamed = random_.pick(spellings);
      if (random_.chance(30)) said.dates = some_dates(random_);
      if (random_.chance(20)) said.setting = random_.pick(std::array{Setting::any, Setting::home});
      if (random_.chance(20)) said.reach = random_.pick(std::array{"", "tel:1", "tel:2"});
      return said;
    }
    Changes set = records_.changes();
    if (set.day) set.day = about_today();
    if (set.at) set.at = instant_at(today, 40000, 0);
    return Amended{any_id(), set, random_.chance(30)};
  }

  std::string line() {
    if (random_.chance(4)) return random_.chance(50) ? "not a record" : "{\"v\":1,\"id\":\"torn";
    if (random_.chance(3)) return R"({"v":2,"id":"x","op":"wave","at":"2026-01-01T00:00:00Z"})";
    if (random_.chance(2)) return "<<<<<<< mine";
    return store::encode(record(body()));
  }

  const Bank bank_;
  Random random_;
  RandomRecords records_;
  std::int64_t latest_ = 0;
  std::vector<std::string> ids_;
};

/// The lines from `first` up to, not including, `last`, as a file holds them.
inline std::string text_of(const std::vector<std::string>& lines, std::size_t first,
                           std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += lines[i] + "\n";
  return out;
}

}  // namespace connect::test
