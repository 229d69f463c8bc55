// Reader for the CSV export of HabitBull: a row per habit and day, done if its value is above zero.
#include <algorithm>
#include <array>
#include <optional>

#include "store/import/readers.hpp"
#include "store/import/table.hpp"

namespace connect::store {
namespace {

/// The indices of the columns, and how many there are.
struct HabitbullColumns {
  std::size_t habit = 0, day = 0, value = 0, comment = 0, description = 0, category = 0, count = 0;
};

std::optional<HabitbullColumns> habitbull_columns(const std::vector<std::string>& header) {
  const auto place = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
  };
  HabitbullColumns columns{place("HabitName"),   place("CalendarDate"),     place("Value"),
                           place("CommentText"), place("HabitDescription"), place("HabitCategory"),
                           header.size()};
  if (std::max({columns.habit, columns.day, columns.value}) >= header.size()) return std::nullopt;
  return columns;
}

void take_habitbull_row(std::string place, const HabitbullColumns& columns, const TableRow& row,
                        Harvest& harvest) {
  if (!row.fault.empty()) return harvest.refuse(std::move(place), row.fault);
  if (row.fields.size() != columns.count)
    return harvest.refuse(std::move(place), "it does not have as many fields as the header");
  const auto field = [&](std::size_t column) {
    return column < columns.count ? row.fields[column] : std::string();
  };
  const std::string habit = field(columns.habit);
  const auto day = day_from_iso(field(columns.day));
  if (!day)
    return harvest.refuse(std::move(place), "the day is not a date such as 2026-11-23", habit);
  const std::string amount(trimmed_spaces(field(columns.value)));
  double value = 0;
  if (!reads_number(amount, value))
    return harvest.refuse(std::move(place), "the value is not a number", habit);
  harvest.add({std::move(place),
               *day,
               habit,
               value > 0 ? Row::Said::done : Row::Said::missed,
               with_amount(field(columns.comment), value > 1 ? amount : ""),
               {},
               {},
               field(columns.description) + '\n' + field(columns.category)});
}

}  // namespace

void read_habitbull(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) {
    TableReader reader(source.text, ',');
    TableRow row;
    if (!reader.next(row)) continue;
    if (!row.fault.empty()) {
      harvest.refuse(place_in(source, row.line), row.fault);
      continue;
    }
    const auto columns = habitbull_columns(row.fields);
    if (!columns) {
      harvest.refuse(place_in(source, row.line),
                     "no header with HabitName, CalendarDate and Value");
      continue;
    }
    while (reader.next(row)) take_habitbull_row(place_in(source, row.line), *columns, row, harvest);
  }
}

}  // namespace connect::store
