// Reader for the export of Loop Habit Tracker: for each habit a Checkmarks.csv with
// `Date,Value,Notes`, and one for all habits with a column each. YES_AUTO, a day that Loop filled
// in by itself, counts as missed, because nothing was done on it.
#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "store/import/readers.hpp"
#include "store/import/table.hpp"

namespace connect::store {
namespace {

/// A parsed cell. The first kinds are those of Row::Said.
struct Mark {
  enum class Kind : std::uint8_t { done, missed, skipped, unknown } kind = Kind::unknown;
  std::string amount;
};

struct Word {
  std::string_view word;
  Mark::Kind kind;
};
constexpr std::array<Word, 10> words = {{{"YES_MANUAL", Mark::Kind::done},
                                         {"YES_AUTO", Mark::Kind::missed},
                                         {"NO", Mark::Kind::missed},
                                         {"SKIP", Mark::Kind::skipped},
                                         {"UNKNOWN", Mark::Kind::unknown},
                                         {"2", Mark::Kind::done},
                                         {"1", Mark::Kind::missed},
                                         {"0", Mark::Kind::missed},
                                         {"3", Mark::Kind::skipped},
                                         {"-1", Mark::Kind::unknown}}};

/// Parses the value of a cell; amounts are in thousandths. Nothing if Loop does not write such a
/// value.
std::optional<Mark> mark_in_cell(std::string_view value) {
  if (value.empty()) return Mark{};
  for (const Word& known : words)
    if (known.word == value) return Mark{known.kind, ""};
  double thousandths = 0;
  if (!reads_number(value, thousandths)) return std::nullopt;
  if (thousandths <= 0) return Mark{Mark::Kind::missed, ""};
  std::array<char, 32> amount{};
  std::snprintf(amount.data(), amount.size(), "%.10g", thousandths / 1000);
  return Mark{Mark::Kind::done, amount.data()};
}

/// A habit of a file. `origin`: tells it apart from another one of the same name.
struct Habit {
  std::string name;
  std::string origin;
};

void take_cell(std::string place, Day day, const Habit& habit, std::string_view value,
               std::string_view note, Harvest& harvest) {
  const auto mark = mark_in_cell(trimmed_spaces(value));
  if (!mark)
    return harvest.refuse(std::move(place), "a value that Loop does not write", habit.name);
  if (mark->kind == Mark::Kind::unknown) return;
  harvest.add({std::move(place),
               day,
               habit.name,
               static_cast<Row::Said>(mark->kind),
               with_amount(note, mark->amount),
               {},
               {},
               habit.origin});
}

/// The habit of each column: from the header of the file for all habits, or that of the file
/// itself.
struct LoopColumns {
  bool wide = false;  // the file for all habits
  std::vector<Habit> habits;
  std::size_t count = 3;  // fields of a row: Date, Value, Notes, or those of the header
};

LoopColumns loop_columns(const TableRow& header, const Source& source) {
  const auto& names = header.fields;
  const bool has_header = names[0] == "Date";
  const bool is_of_one = names.size() > 1 && names[1] == "Value" && names.size() <= 3;
  if (!has_header || (is_of_one && !source.habit.empty()))
    return {false, {{source.habit, source.name}}};
  LoopColumns columns{true, {}, names.size()};
  for (std::size_t i = 1; i < names.size(); ++i)
    columns.habits.push_back({names[i], std::to_string(i)});
  return columns;
}

/// Whether a row has the width of the header. Loop does not quote a name with a comma, and ends
/// header and rows with a comma; a row of another width would give the days of one habit to the
/// next.
bool has_width(const TableRow& row, const LoopColumns& columns) {
  const std::size_t size = row.fields.size();
  if (!columns.wide) return size <= columns.count;
  const bool ends_with_comma = columns.habits.empty() || columns.habits.back().name.empty();
  return size == columns.count || (ends_with_comma && size + 1 == columns.count &&
                                   (size == 1 || !row.fields.back().empty()));
}

void take_wide_row(const std::string& place, Day day, const LoopColumns& columns,
                   const TableRow& row, Harvest& harvest) {
  for (std::size_t i = 0; i < columns.habits.size() && i + 1 < row.fields.size(); ++i)
    if (!columns.habits[i].name.empty())
      take_cell(place, day, columns.habits[i], row.fields[i + 1], "", harvest);
}

void take_loop_row(const Source& source, const LoopColumns& columns, const TableRow& row,
                   Harvest& harvest) {
  const std::string place = place_in(source, row.line);
  const std::string habit = columns.wide ? "" : columns.habits[0].name;
  const auto day = day_from_iso(row.fields[0]);
  std::string why;
  if (!columns.wide && habit.empty()) why = "the file does not name its habit; import its folder";
  if (!has_width(row, columns))
    why = columns.wide
              ? "it does not have as many fields as the header; is there a comma in a habit's name?"
              : "it has more fields than Date, Value and Notes";
  if (!day) why = "the day is not a date such as 2026-11-23";
  if (!row.fault.empty()) why = row.fault;
  if (!why.empty()) return harvest.refuse(place, why, habit);
  if (columns.wide) return take_wide_row(place, *day, columns, row, harvest);
  take_cell(place, *day, columns.habits[0], row.fields.size() > 1 ? row.fields[1] : "",
            row.fields.size() > 2 ? row.fields[2] : "", harvest);
}

}  // namespace

void read_loop(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) {
    TableReader reader(source.text, ',');
    TableRow row;
    if (!reader.next(row)) continue;
    if (row.fields[0] == "Date" && !row.fault.empty()) {
      harvest.refuse(place_in(source, row.line), row.fault, source.habit);
      continue;
    }
    if (row.fields[0] == "Position") {
      harvest.refuse(place_in(source, row.line),
                     "this is the list of habits; import its folder instead");
      continue;
    }
    const LoopColumns columns = loop_columns(row, source);
    if (row.fields[0] != "Date") take_loop_row(source, columns, row, harvest);
    while (reader.next(row)) take_loop_row(source, columns, row, harvest);
  }
}

}  // namespace connect::store
