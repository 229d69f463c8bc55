// Reader for the habits of dijo, a JSON array. Days of a `Bit` are true or false, those of a
// `Count` are numbers, and those of a `Float` are objects with an integer and its number of decimal
// places.
#include <cmath>

#include "store/import/json_text.hpp"
#include "store/import/readers.hpp"

namespace connect::store {
namespace {

using nlohmann::json;

/// Without zeros at the end: "2.5".
std::string amount_text(double amount) {
  std::string text = std::to_string(amount);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// The value of a day as a number; nothing if dijo does not write such a value.
std::optional<double> amount_of(const json& value) {
  if (value.is_boolean()) return value.get<bool>() ? 1 : 0;
  if (value.is_number()) return value.get<double>();
  if (!value.is_object()) return std::nullopt;
  const auto number = value.find("value");
  const auto places = value.find("precision");
  if (number == value.end() || !number->is_number()) return std::nullopt;
  if (places == value.end()) return number->get<double>();
  if (!places->is_number()) return std::nullopt;
  return number->get<double>() / std::pow(10.0, places->get<double>());
}

void take_day(std::string place, const std::string& habit, const std::string& origin,
              const std::string& date, const json& value, Harvest& harvest) {
  const auto day = day_from_iso(date);
  if (!day)
    return harvest.refuse(std::move(place), "the day is not a date such as 2026-11-23", habit);
  const auto amount = amount_of(value);
  if (!amount || !std::isfinite(*amount))
    return harvest.refuse(std::move(place), "a value that dijo does not write", habit);
  harvest.add({std::move(place),
               *day,
               habit,
               *amount > 0 ? Row::Said::done : Row::Said::missed,
               with_amount("", value.is_boolean() || *amount <= 0 ? "" : amount_text(*amount)),
               {},
               {},
               origin});
}

void take_dijo_habit(std::string place, const json& habit, Harvest& harvest) {
  const std::string name = habit.is_object() ? text_member(habit, "name") : "";
  const auto stats = habit.is_object() ? habit.find("stats") : habit.end();
  if (!habit.is_object() || stats == habit.end() || !stats->is_object())
    return harvest.refuse(std::move(place), "not a habit with its days under \"stats\"", name);
  for (const auto& [date, value] : stats->items())
    take_day(place + ", " + date, name, place, date, value, harvest);
}

}  // namespace

void read_dijo(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) {
    const auto document = json_document(source, harvest);
    if (!document) continue;
    if (!document->is_array()) harvest.refuse(source.name, "not a list of habits");
    std::size_t number = 0;
    if (document->is_array())
      for (const json& habit : *document)
        take_dijo_habit(source.name + " habit " + std::to_string(++number), habit, harvest);
  }
}

}  // namespace connect::store
