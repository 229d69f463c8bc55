// Reader for the export of beaverhabits, a JSON document:
// {"habits":[{"name":"...","records":[{"day":"2021-01-01","done":true}]}]}.
#include "store/import/json_text.hpp"
#include "store/import/readers.hpp"

namespace connect::store {
namespace {

using nlohmann::json;

/// The member of this name if it is an array, else null.
const json* array_in(const json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found != object.end() && found->is_array() ? &*found : nullptr;
}

void take_record(std::string place, const std::string& habit, const std::string& origin,
                 const json& record, Harvest& harvest) {
  if (!record.is_object()) return harvest.refuse(std::move(place), "not an object", habit);
  const auto day = day_from_iso(text_member(record, "day"));
  if (!day)
    return harvest.refuse(std::move(place), "the day is not a date such as 2026-11-23", habit);
  const auto done = record.find("done");
  if (done == record.end() || !done->is_boolean())
    return harvest.refuse(std::move(place), "\"done\" is neither true nor false", habit);
  harvest.add({std::move(place),
               *day,
               habit,
               done->get<bool>() ? Row::Said::done : Row::Said::missed,
               text_member(record, "text"),
               {},
               {},
               origin});
}

void take_beaver_habit(const std::string& place, const json& habit, Harvest& harvest) {
  const json* records = array_in(habit, "records");
  const std::string name = habit.is_object() ? text_member(habit, "name") : "";
  if (records == nullptr) return harvest.refuse(place, "not a habit with a list of records", name);
  std::size_t number = 0;
  for (const json& record : *records)
    take_record(place + ", record " + std::to_string(++number), name, place, record, harvest);
}

}  // namespace

void read_beaverhabits(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) {
    const auto document = json_document(source, harvest);
    if (!document) continue;
    const json* habits = array_in(*document, "habits");
    if (habits == nullptr) harvest.refuse(source.name, "it has no list of habits");
    std::size_t number = 0;
    if (habits != nullptr)
      for (const json& habit : *habits)
        take_beaver_habit(source.name + " habit " + std::to_string(++number), habit, harvest);
  }
}

}  // namespace connect::store
