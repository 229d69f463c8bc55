// Records for tests: short ways to write one, and random ones that collide on purpose (few ids, few
// moments, few names in many spellings).
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/id.hpp"
#include "support/random.hpp"
#include "support/show.hpp"
#include "support/some_dates.hpp"

namespace connect::test {

/// The n-th test id: a UUIDv7, or foreign text for every seventh.
inline std::string id_number(std::size_t n) {
  if (n % 7 == 6) return "their-" + std::to_string(n);
  return uuid_text(new_id(1'700'000'000'000 + static_cast<std::int64_t>(n), {}));
}

/// A record with the id of that number, `second` seconds after a fixed moment.
inline Record record(std::size_t id, int second, Body body) {
  return {id_number(id), {1'700'000'000 + second, 60}, std::move(body)};
}

inline Logged logged(std::string_view on, Act act = Act::thank,
                     std::vector<std::string> with = {}) {
  Logged body;
  body.day = day(on);
  body.act = act;
  body.with = std::move(with);
  return body;
}

inline Amended amended(std::size_t ref, Changes set) { return {id_number(ref), std::move(set)}; }

inline Changes removal(bool removed = true) {
  Changes set;
  set.removed = removed;
  return set;
}

inline const std::array<std::string, 9> spellings = {"Maya", "MAYA", "maya", "Sam",   "Zoë",
                                                     "zoe",  "Ruth", "ruth", "李小龍"};

/// Random records of the days around New Year 2026.
class RandomRecords {
 public:
  /// References are drawn from the first `ids` ids.
  RandomRecords(Random& random, std::size_t ids) : random_(random), ids_(ids) {}

  Record record_of(std::size_t id) {
    return {id_number(id),
            {1'767'000'000 + random_.between(0, 12),
             random_.chance(80) ? std::int16_t{60} : std::int16_t{0}},
            body()};
  }

  Body body() {
    switch (random_.between(0, 14)) {
      case 0: return Felt{a_day(), feelings()};
      case 1:
        return Prompted{a_day(),      act(), "thank-07",   random_.pick(spellings),
                        maybe_id(50), "ask", maybe_id(30), false,
                        wishes()};
      case 12: return Asked{a_day(), names(2), note()};
      case 13: return own_suggestion();
      case 14: return Trial{a_day(), random_.chance(30), random_.chance(80) ? 1.0 / 3 : 0.25};
      case 2: return Noticed{a_day(), names(2), note()};
      case 3: return rested();
      case 4: return person_set();
      case 5:
      case 6:
      case 7: return Amended{id_number(random_.below(ids_)), changes(), random_.chance(20)};
      default: return entry();
    }
  }

  Day a_day() { return day("2025-12-28") + random_.between(0, 9); }
  Act act() { return random_.pick(all_acts); }

  Wishes wishes() {
    Wishes wish{random_.chance(20), random_.chance(20), random_.chance(20)};
    if (random_.chance(20)) wish.place = place();
    return wish;
  }

  OwnSuggestion own_suggestion() {
    return {act(),
            random_.chance(50) ? "Ask {someone} about the garden." : "Feed the neighbour's cat.",
            random_.chance(50) ? "Then wait." : "",
            place(),
            random_.pick(std::array{Setting::any, Setting::home, Setting::work}),
            random_.pick(std::array{Effort::small, Effort::medium})};
  }

  Place place() { return random_.pick(std::array{Place::any, Place::in_person, Place::remote}); }

  Logged entry() {
    Logged said{a_day(), act(), names(3), names(2), note(), feelings(), feelings(), maybe_id(20)};
    if (random_.chance(10)) said.ask = {id_number(random_.below(ids_))};
    if (random_.chance(10)) said.kindness = {id_number(random_.below(ids_)), id_number(0)};
    return said;
  }

  Changes changes() {
    Changes set;
    if (random_.chance(45)) return removal(random_.chance(70));
    if (random_.chance(30)) set.day = a_day();
    if (random_.chance(30)) set.act = act();
    if (random_.chance(20)) set.at = Instant{1'767'000'000 + random_.between(0, 99), -30};
    if (random_.chance(30)) set.with = names(2);
    if (random_.chance(20)) set.tags = names(1);
    if (random_.chance(30)) set.note = note();
    if (random_.chance(20)) set.before = feelings();
    if (random_.chance(20)) set.felt = feelings();
    if (random_.chance(15)) set.removed = random_.chance(50);
    return set;
  }

  std::vector<std::string> names(std::size_t most) {
    std::vector<std::string> out(random_.below(most + 1));
    for (auto& name : out) name = random_.pick(spellings);
    return out;
  }

  std::string note() {
    return random_.chance(30) ? "" : "note " + std::to_string(random_.below(4));
  }

  Feelings feelings() {
    Feelings out;
    for (auto& item : out.items) item = static_cast<std::int8_t>(random_.between(-1, 10));
    return out;
  }

 private:
  std::string maybe_id(int percent) {
    return random_.chance(percent) ? id_number(random_.below(ids_)) : "";
  }

  Rested rested() {
    const Day since = a_day();
    return {{since, since + random_.between(0, 5)}, random_.chance(60)};
  }

  PersonSet person_set() {
    PersonSet body;
    body.name = random_.pick(spellings);
    if (random_.chance(50)) body.every_days = random_.between(0, 30);
    if (random_.chance(50)) body.resting = random_.chance(50);
    if (random_.chance(30)) body.renamed = random_.pick(spellings);
    if (random_.chance(40)) body.dates = some_dates(random_);
    if (random_.chance(30)) body.place = random_.pick(std::array{Place::any, Place::remote});
    if (random_.chance(30)) body.setting = random_.pick(std::array{Setting::any, Setting::work});
    if (random_.chance(30)) body.reach = random_.pick(std::array{"", "tel:1", "tel:2"});
    return body;
  }

  Random& random_;
  std::size_t ids_;
};

}  // namespace connect::test
