#include "store/import/mapping.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "domain/ledger/id.hpp"
#include "domain/text/name_folding.hpp"
#include "store/format/codec.hpp"

namespace connect::store {
namespace {

/// Keeps the last row of each habit and day, at the position of the first. Rows of two habits with
/// the same name, which differ in origin, do not replace each other.
void keep_last(std::vector<Row>& rows) {
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Row> kept;
  for (Row& row : rows) {
    const auto [place, is_new] =
        places.emplace(iso(row.day) + row.origin + '\n' + row.habit, kept.size());
    if (is_new) {
      kept.push_back(std::move(row));
    } else {
      kept[place->second] = std::move(row);
    }
  }
  rows = std::move(kept);
}

/// Merges the done rows of two habits with the same name on one day into one entry with both notes.
void unite_done(std::vector<Row>& rows) {
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Row> kept;
  for (Row& row : rows) {
    const bool is_done = row.said == Row::Said::done;
    const auto place =
        is_done ? places.emplace(iso(row.day) + row.habit, kept.size()).first : places.end();
    if (!is_done || place->second == kept.size()) {
      kept.push_back(std::move(row));
    } else if (std::string& note = kept[place->second].note; note != row.note) {
      note.append(note.empty() || row.note.empty() ? "" : "\n").append(row.note);
    }
  }
  rows = std::move(kept);
}

/// The mapping for this habit, else the one for `*`, else the default of the format.
std::optional<HabitMapping> mapping_of(const std::string& habit, const ImportFormat& format,
                                       std::span<const HabitMapping> mappings) {
  const std::string key = fold_key(habit);
  const HabitMapping* found = nullptr;
  for (const HabitMapping& mapping : mappings) {
    if (fold_key(mapping.habit) == key) return mapping;
    if (mapping.habit == "*") found = &mapping;
  }
  if (found != nullptr) return *found;
  if (habit == format.check_in) return HabitMapping{habit, Act::check_in, ""};
  return std::nullopt;
}

/// Noon of the day in UTC, in Unix milliseconds.
std::int64_t noon_of(Day day) { return (std::int64_t{day.number} * 24 + 12) * 3'600'000; }

class Mapper {
 public:
  Mapper(Harvest& harvest, const ImportFormat& format, std::span<const HabitMapping> mappings)
      : harvest_(harvest), format_(format), mappings_(mappings) {}

  std::vector<ImportedHabit> map() {
    if (format_.rows == ImportFormat::Rows::a_day) {
      keep_last(harvest_.rows);
      unite_done(harvest_.rows);
    }
    for (const Row& row : harvest_.rows) take(row);
    add_rests();
    for (const auto& habit : harvest_.left_out) habit_of(habit);
    return std::move(habits_);
  }

 private:
  /// Whether a habit was skipped on a day, and whether another one was not.
  struct DayOff {
    std::string place;
    bool skipped = false;
    bool other = false;
  };

  void take(const Row& row) {
    ImportedHabit& habit = habit_of(row.habit);
    const auto& mapping = habit.mapping;
    if (mapping && !mapping->act) {
      habit.count += row.said == Row::Said::done ? 1 : 0;
      return;
    }
    DayOff& day = days_[row.day];
    day.place = row.place;
    (row.said == Row::Said::skipped ? day.skipped : day.other) = true;
    if (row.said != Row::Said::done) return;
    ++habit.count;
    if (mapping) add_act(row, *mapping);
  }

  ImportedHabit& habit_of(const std::string& name) {
    const auto [place, is_new] = places_.emplace(name, habits_.size());
    if (is_new) habits_.push_back({name, 0, mapping_of(name, format_, mappings_)});
    return habits_[place->second];
  }

  void add_act(const Row& row, const HabitMapping& mapping) {
    Logged said;
    said.day = row.day;
    said.act = *mapping.act;
    said.with = row.with;
    said.tags = row.tags;
    said.note = row.note;
    const auto is_there = [&](const auto& name) {
      return fold_key(name) == fold_key(mapping.person);
    };
    if (!mapping.person.empty() && std::ranges::none_of(said.with, is_there))
      said.with.push_back(mapping.person);
    const Id id = content_id(noon_of(row.day), source_of(row),
                             std::string(slug(said.act)) + ":" + mapping.person);
    add(row.place, id, row.day, std::move(said));
  }

  /// What identifies a row in its file, as the source of its id. Where rows are separate entries
  /// that is all of the content, and a counter for equal rows.
  std::string source_of(const Row& row) {
    std::string source = std::string(format_.name) + '\n' + row.habit + '\n' + iso(row.day);
    if (format_.rows != ImportFormat::Rows::separate) return source;
    source += '\n' + row.note;
    for (const auto* names : {&row.with, &row.tags})
      for (const auto& name : *names) source += '\n' + name;
    const int time = ++seen_[source];
    return source + '\n' + std::to_string(time);
  }

  /// A day that every habit skipped becomes a rest day.
  void add_rests() {
    std::string as;
    for (const auto& [habit, act, person] : mappings_)
      as.append(habit).append(act ? slug(*act) : "").append(person).append("\n");
    for (auto& [day, off] : days_)
      if (off.skipped && !off.other)
        add(std::move(off.place), content_id(noon_of(day), "rest " + iso(day), as), day,
            Rested{{day, day}, true});
  }

  void add(std::string place, Id id, Day day, Body body) {
    Record record{uuid_text(id), harvest_.moment_of(day), std::move(body)};
    std::string line = encode(record);
    harvest_.add(std::move(place), {std::move(record), std::move(line)});
  }

  Harvest& harvest_;
  const ImportFormat& format_;
  std::span<const HabitMapping> mappings_;
  std::vector<ImportedHabit> habits_;
  std::unordered_map<std::string, std::size_t> places_;
  std::unordered_map<std::string, int> seen_;
  std::map<Day, DayOff> days_;
};

}  // namespace

bool is_left_out(const std::string& habit, const ImportFormat& format,
                 std::span<const HabitMapping> mappings) {
  const auto mapping = mapping_of(habit, format, mappings);
  return mapping && !mapping->act;
}

std::vector<ImportedHabit> map_rows(Harvest& harvest, const ImportFormat& format,
                                    std::span<const HabitMapping> mappings) {
  return Mapper(harvest, format, mappings).map();
}

}  // namespace connect::store
