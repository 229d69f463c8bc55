// Readers for connect's own records: the lines of a ledger, and the documents of `list` and
// `export`. A line keeps its bytes, so that fields of a newer version survive; only names are
// tidied, and hidden characters are escaped.
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"
#include "store/format/codec.hpp"
#include "store/import/json_text.hpp"
#include "store/import/readers.hpp"

namespace connect::store {
namespace {

/// Parses an entry as `connect list` prints it: without "v" and "op", and with nulls.
std::optional<Record> listed_entry(std::string line) {
  line.insert(1, line.size() > 2 ? R"("v":1,"op":"log",)" : R"("v":1,"op":"log")");
  Decoded decoded = decode(line);
  if (decoded.kind != LineKind::record) return std::nullopt;
  auto& said = std::get<Logged>(decoded.record.body);
  said.with = tidied_names(said.with);
  said.tags = tidied_names(said.tags);
  return std::move(decoded.record);
}

/// The strings in this array, if there is one.
std::vector<std::string> names_in(const nlohmann::ordered_json& object, const char* list) {
  std::vector<std::string> names;
  const auto found = object.find(list);
  if (found == object.end() || !found->is_array()) return names;
  for (const auto& name : *found)
    if (name.is_string()) names.push_back(name.get<std::string>());
  return names;
}

/// Tidies the names in a record or in its "set". Returns whether any of them changed.
bool tidy_names(nlohmann::ordered_json& object) {
  bool changed = false;
  for (const char* list : {"with", "tags"}) {
    const auto names = names_in(object, list);
    if (auto tidy = tidied_names(names); tidy != names) {
      object[list] = std::move(tidy);
      changed = true;
    }
  }
  for (const char* text : {"name", "person"}) {
    const auto found = object.find(text);
    if (found == object.end() || !found->is_string()) continue;
    const auto name = found->get<std::string>();
    if (std::string tidy = tidied(name); tidy != name) {
      *found = std::move(tidy);
      changed = true;
    }
  }
  return changed;
}

/// The line with tidy names; the same bytes if they are tidy already. Requires a line that decode()
/// accepts, which is valid JSON and not nested deeply.
std::string with_tidy_names(const std::string& line) {
  auto object = nlohmann::ordered_json::parse(line, nullptr, false);
  if (!object.is_object()) return line;
  // A kindness or a follow-up without a person stays as it is, and is refused for its empty name.
  const std::string op = object.value("op", "");
  const bool is_of_nobody =
      (op == "notice" || op == "ask") && tidied_names(names_in(object, "with")).empty();
  if (is_of_nobody) return line;
  bool changed = tidy_names(object);
  if (const auto set = object.find("set"); set != object.end() && set->is_object())
    changed = tidy_names(*set) || changed;
  return changed ? object.dump() : line;
}

void take_own_line(std::string place, const std::string& line, Harvest& harvest) {
  if (line.size() > longest_record) return harvest.refuse(std::move(place), "longer than 64 KiB");
  if (!line.starts_with('{')) return harvest.refuse(std::move(place), "not a JSON object");
  Decoded decoded = decode(line);
  if (decoded.kind == LineKind::record) {
    if (std::holds_alternative<Foreign>(decoded.record.body))
      return harvest.add(std::move(place), {std::move(decoded.record), json_escaped_hidden(line)});
    const std::string tidy = with_tidy_names(line);
    if (tidy != line) decoded = decode(tidy);
    return harvest.add(std::move(place), {std::move(decoded.record), json_escaped_hidden(tidy)});
  }
  auto entry = decoded.kind == LineKind::foreign ? listed_entry(line) : std::nullopt;
  if (!entry) return harvest.refuse(std::move(place), decoded.reason);
  std::string encoded = encode(*entry);
  harvest.add(std::move(place), {*std::move(entry), std::move(encoded)});
}

}  // namespace

void read_own_ndjson(Sources sources, Harvest& harvest) {
  for (const Source& source : sources)
    each_line(source.text, [&](std::size_t number, std::string_view line) {
      take_own_line(place_in(source, number), std::string(trimmed_spaces(line)), harvest);
    });
}

void read_own_json(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) {
    if (!is_sound_json(source, harvest)) continue;
    const auto on_element = [&](std::size_t line, std::string_view element) {
      take_own_line(place_in(source, line), on_one_line(element), harvest);
    };
    if (!each_element(source.text, "records", on_element) &&
        !each_element(source.text, "entries", on_element))
      harvest.refuse(source.name, "it has no list of records or entries");
  }
}

}  // namespace connect::store
