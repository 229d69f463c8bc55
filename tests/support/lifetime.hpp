// A ledger over months or years, and changes to it: lines that the program writes day by day, lines
// that other machines bring late, and damage by editors, scripts and accidents.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/id.hpp"
#include "domain/suggest/bank.hpp"
#include "store/format/codec.hpp"
#include "support/random.hpp"
#include "support/some_dates.hpp"

namespace connect::test {

/// Generates lines, the same ones for the same random numbers. `first` is the initial `today`.
class Lifetime {
 public:
  Lifetime(Random& random, Day first) : today(first), random_(random) {}

  Day today;

  /// The lines of `days` days up to `today`, alternating between busy and idle times. With `rates`,
  /// most days also have a rating of how the person feels.
  std::string past(int days, bool rates = false) {
    std::string lines;
    const Day end = today;
    int acts_percent = 50;
    for (today = end - days; today <= end; ++today.number) {
      if (rates && random_.chance(80)) lines += line(Felt{today, feelings()});
      if (today == a_year_before(end)) lines += line(prompt(today)) + line(memorable(today));
      if (random_.chance(4)) acts_percent = random_.pick(std::array{0, 3, 20, 80, 100});
      if (random_.chance(acts_percent)) lines += line(entry(today));
      if (random_.chance(acts_percent / 4)) lines += line(entry(today));
      if (random_.chance(acts_percent / 3)) lines += line(prompt(today));
      if (random_.chance(2)) lines += line(other());
    }
    today = end;
    return lines;
  }

  /// `count` lines of another machine, dated today or earlier; some ids come from a clock that was
  /// slow.
  std::string brought(int count) {
    std::string lines;
    for (; count > 0; --count) {
      const Day on = today - (random_.chance(50) ? 0 : random_.between(0, 500));
      const int kind = random_.between(0, 9);
      is_late_ = random_.chance(40);
      lines += line(kind < 6 ? Body(entry(on)) : kind < 8 ? prompt(on) : other());
      is_late_ = false;
      if (random_.chance(5)) lines += "not a record\n";
    }
    return lines;
  }

  /// Replaces one value by another of the same length that changes what the ledger says; returns
  /// the text unchanged when it holds no such value.
  std::string edited(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> changes = {
        {{"\"Maya\"", "\"Nora\""},
         {"\"thank\"", "\"offer\""},
         {"\"Sam\"", "\"Tom\""},
         {"\"offer\"", "\"thank\""},
         {"\"removed\":true", "\"removed\":null"},
         {"\"rest\":true ", "\"rest\":false"},
         {"\"tags\":[\"work\"", "\"tags\":[\"home\""}}};
    const auto& [from, to] = random_.pick(changes);
    const auto start = text.find(from, random_.below(text.size() + 1));
    const auto at = start != text.npos ? start : text.find(from);
    if (at != text.npos) text.replace(at, from.size(), to);
    return text;
  }

  /// The text with one line removed or repeated, two lines swapped, or the end cut off.
  std::string rearranged(const std::string& text) {
    std::vector<std::string> lines = lines_of(text);
    if (lines.size() < 3) return text;
    const std::size_t at = 1 + random_.below(lines.size() - 1);
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random_.below(4)) {
      case 0: lines.erase(place); break;
      case 1: std::swap(lines[at], lines[1 + random_.below(lines.size() - 1)]); break;
      case 2: lines.resize(at); break;
      default: lines.push_back(lines[at]);
    }
    std::string out;
    for (const auto& each : lines) out += each;
    return out;
  }

  std::string id_of_a_line() { return ids_.empty() ? "none" : random_.pick(ids_); }

 private:
  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
      lines.push_back(text.substr(at, end - at));
      at = end;
    }
    return lines;
  }

  std::string line(Body body) {
    const std::int64_t at = instant_at(today, random_.between(0, 80'000), 0).seconds;
    latest_ = std::max(latest_ + 1, at * 1000);
    const std::int64_t made =
        is_late_ ? latest_ - random_.between(1, 400'000) * std::int64_t{1000} : latest_;
    std::array<std::uint8_t, 16> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_.bits());
    std::string id = uuid_text(new_id(made, bytes));
    if (random_.chance(1)) id = "their-" + std::to_string(random_.below(50));
    ids_.push_back(id);
    return store::encode({id, {made / 1000, 60}, std::move(body)}) + "\n";
  }

  std::vector<std::string> people(std::size_t most) {
    std::vector<std::string> out(random_.below(most + 1));
    for (auto& name : out) name = random_.pick(names_);
    return out;
  }

  Logged entry(Day on) {
    Logged said;
    said.day = on;
    said.act = random_.pick(all_acts);
    said.with = people(2);
    if (random_.chance(20))
      said.tags = {random_.pick(std::array<std::string, 3>{"work", "home", "Work"})};
    if (random_.chance(20)) said.note = "a note";
    if (random_.chance(2)) said.before = feelings();
    if (random_.chance(2)) said.felt = feelings();
    if (random_.chance(10) && !ids_.empty()) said.prompt = ids_.back();
    return said;
  }

  /// An entry with all fields that are shown a year later.
  Logged memorable(Day on) {
    Logged said = entry(on);
    said.felt = feelings();
    said.prompt = ids_.back();
    return said;
  }

  Body prompt(Day on) {
    const Suggestion& shown = *random_.pick(bank_.items());
    return Prompted{on, shown.act, std::string(shown.id),
                    random_.chance(40) ? random_.pick(names_) : "",
                    random_.chance(15) && !ids_.empty() ? ids_.back() : ""};
  }

  Body other() {
    const Day on = today - (random_.chance(70) ? 0 : random_.between(0, 400));
    switch (random_.below(7)) {
      case 0: return Felt{on, feelings()};
      case 1: return Noticed{on, people(2), "helped"};
      case 2: return Rested{{on, on + random_.between(0, 9)}, random_.chance(75)};
      case 3: return person();
      default: return correction(on);
    }
  }

  Body person() {
    PersonSet said;
    said.name = random_.pick(names_);
    if (random_.chance(60)) said.every_days = random_.between(0, 30);
    if (random_.chance(30)) said.resting = random_.chance(50);
    if (random_.chance(25)) said.renamed = random_.pick(names_);
    if (random_.chance(30)) said.dates = some_dates(random_);
    if (random_.chance(20)) said.place = random_.pick(std::array{Place::any, Place::remote});
    if (random_.chance(20)) said.reach = random_.pick(std::array{"", "tel:1", "tel:2"});
    return said;
  }

  Body correction(Day on) {
    Changes set;
    if (random_.chance(30)) set.day = on;
    if (random_.chance(30)) set.with = people(2);
    if (random_.chance(20)) set.act = random_.pick(all_acts);
    if (random_.chance(30)) set.removed = random_.chance(80);
    const std::string ref = random_.chance(60) && !ids_.empty() ? ids_.back() : id_of_a_line();
    return Amended{ref, set, random_.chance(20)};
  }

  Feelings feelings() {
    Feelings out;
    for (auto& item : out.items) item = static_cast<std::int8_t>(random_.between(-1, 10));
    return out;
  }

  const Bank bank_;
  const std::array<std::string, 7> names_ = {"Maya", "Nora", "Sam", "Tom", "Zoë", "zoe", "李小龍"};
  Random& random_;
  std::int64_t latest_ = 0;
  bool is_late_ = false;
  std::vector<std::string> ids_;
};

}  // namespace connect::test
