// The fold against a slow, recursive model that finds the deciding correction for one entry at a
// time. It shares no code with fold.cpp.
#include <doctest/doctest.h>

#include <map>

#include "support/ledger_lines.hpp"

namespace connect::fold_model_test {

using namespace test;

namespace {

constexpr std::size_t ids = 12;

struct Model {
  std::vector<Record> records;

  static auto stamp(const Record& record) {
    return std::pair(record.at.seconds, id_from_text(record.id));
  }

  /// The latest correction of `id` after `after` that sets the field and is not itself taken back.
  template <class T>
  const T* last_word(const std::string& id, std::optional<T> Changes::*field,
                     std::pair<std::int64_t, Id> after = {INT64_MIN, {}}) const {
    const Record* latest = nullptr;
    for (const Record& record : records) {
      const auto* said = std::get_if<Amended>(&record.body);
      if (said == nullptr || said->ref != id || !(said->set.*field) || stamp(record) <= after)
        continue;
      const bool* taken_back = last_word(record.id, &Changes::removed, stamp(record));
      if (taken_back != nullptr && *taken_back) continue;
      if (latest == nullptr || stamp(*latest) < stamp(record)) latest = &record;
    }
    return latest == nullptr ? nullptr : &*(std::get<Amended>(latest->body).set.*field);
  }

  template <class T>
  void correct(T& value, const std::string& id, std::optional<T> Changes::*field) const {
    if (const T* last = last_word(id, field)) value = *last;
  }

  /// Standing entries by id, names left as they were spelled.
  std::map<std::string, EntryText> entries() const {
    std::map<std::string, EntryText> out;
    for (const Record& record : records) {
      const auto* said = std::get_if<Logged>(&record.body);
      const bool* removed = last_word(record.id, &Changes::removed);
      if (said == nullptr || (removed != nullptr && *removed)) continue;
      EntryText entry{record.id, record.at, *said};
      correct(entry.at, record.id, &Changes::at);
      correct(entry.said.day, record.id, &Changes::day);
      correct(entry.said.act, record.id, &Changes::act);
      correct(entry.said.with, record.id, &Changes::with);
      correct(entry.said.tags, record.id, &Changes::tags);
      correct(entry.said.note, record.id, &Changes::note);
      correct(entry.said.before, record.id, &Changes::before);
      correct(entry.said.felt, record.id, &Changes::felt);
      out.emplace(record.id, entry);
    }
    return out;
  }
};

/// Names that are written in one way only, so that spelling plays no part here.
Record plainly_named(Record record) {
  const auto plain = [](std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const auto& name : names)
      if (const std::string one = "p" + std::to_string(hash_of(name) % 5);
          std::ranges::find(out, one) == out.end())
        out.push_back(one);
    names = out;
  };
  if (auto* entry = std::get_if<Logged>(&record.body)) {
    plain(entry->with);
    plain(entry->tags);
  } else if (auto* said = std::get_if<Amended>(&record.body)) {
    if (said->set.with) plain(*said->set.with);
    if (said->set.tags) plain(*said->set.tags);
  } else if (std::holds_alternative<PersonSet>(record.body)) {
    record.body = Foreign{1, "person"};
  }
  return record;
}

}  // namespace

TEST_CASE("every field of every entry has the value of its last standing correction") {
  std::size_t entries = 0, corrected = 0;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    RandomRecords make(random, ids);
    Model model;
    for (std::size_t id = 0; id < ids; ++id)
      model.records.push_back(plainly_named(
          random.chance(45) ? Record{id_number(id),
                                     {1'767'000'000 + random.between(0, 20), 0},
                                     Amended{id_number(random.below(ids)), make.changes(), false}}
                            : make.record_of(id)));
    const auto expected = model.entries();
    const Ledger ledger = folded(model.records);
    REQUIRE(ledger.entries().size() == expected.size());
    for (const Entry& entry : ledger.entries()) {
      const EntryText told = ledger.entry_text(entry);
      REQUIRE(expected.contains(told.id));
      const EntryText& wanted = expected.at(told.id);
      CAPTURE(text_of(told));
      CAPTURE(text_of(wanted));
      REQUIRE(told.at == wanted.at);
      auto said = wanted.said;
      if (said.prompt.starts_with("their-")) said.prompt = told.said.prompt;  // see fold_test
      REQUIRE(told.said == said);
      ++entries;
      corrected += ledger.last_correction(entry.id) != Stamp{} ? 1U : 0U;
    }
  }
  CHECK(entries > 5000);
  CHECK(corrected > 1000);
}

TEST_CASE("rests and facts of people are decided by the last that spoke of a day or a person") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    RandomRecords make(random, ids);
    std::vector<Record> records;
    std::map<Day, std::pair<Stamp, bool>> rests;
    std::map<std::string, std::pair<Stamp, int>> rhythms;
    for (std::size_t id = 0; id < 10; ++id) {
      const Stamp stamp{random.between(0, 9), id_from_text(id_number(id))};
      const Day since = make.a_day();
      const Rested rest{{since, since + random.between(0, 4)}, random.chance(60)};
      const std::string name = "p" + std::to_string(random.below(3));
      const int every = random.between(0, 30);
      const bool speaks_of_days = random.chance(50);
      Body body = rest;
      if (!speaks_of_days) body = PersonSet{name, every, {}, {}};
      records.push_back({id_number(id), {stamp.seconds, 0}, body});
      if (!speaks_of_days && (!rhythms.contains(name) || rhythms[name].first < stamp))
        rhythms[name] = {stamp, every};
      for (Day on = since; speaks_of_days && on <= rest.days.until; ++on.number)
        if (!rests.contains(on) || rests[on].first < stamp) rests[on] = {stamp, rest.rest};
    }
    const Ledger ledger = folded(records);
    for (Day on = day("2025-12-20"); on < day("2026-01-20"); ++on.number)
      REQUIRE(ledger.rests().contains(on) == (rests.contains(on) && rests[on].second));
    for (const auto& [name, rhythm] : rhythms)
      REQUIRE(ledger.facts(*ledger.people().find(name)).every_days == rhythm.second);
  }
}

}  // namespace connect::fold_model_test
