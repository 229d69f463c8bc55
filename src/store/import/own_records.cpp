// Our own records: the lines of a ledger, and the documents that connect makes of them. A line is
// kept as it stands, so that what a newer version wrote into it stays.
#include "connect/text.hpp"
#include "store/codec.hpp"
#include "store/import/json_text.hpp"
#include "store/import/readers.hpp"

namespace connect::store {
namespace {

/// An entry as `connect list` shows it lacks what makes it a record, and holds nulls.
std::optional<Record> listed_entry(std::string line) {
  line.insert(1, line.size() > 2 ? R"("v":1,"op":"log",)" : R"("v":1,"op":"log")");
  Decoded decoded = decode(line);
  if (decoded.kind != LineKind::record) return std::nullopt;
  return std::move(decoded.record);
}

void take(std::string place, const std::string& line, Harvest& harvest) {
  if (line.size() > longest_record) return harvest.refuse(std::move(place), "longer than 64 KiB");
  if (!line.starts_with('{')) return harvest.refuse(std::move(place), "not a JSON object");
  Decoded decoded = decode(line);
  if (decoded.kind == LineKind::record)
    return harvest.add(std::move(place), {std::move(decoded.record), json_escaped_hidden(line)});
  auto entry = decoded.kind == LineKind::foreign ? listed_entry(line) : std::nullopt;
  if (!entry) return harvest.refuse(std::move(place), decoded.reason);
  std::string encoded = encode(*entry);
  harvest.add(std::move(place), {*std::move(entry), std::move(encoded)});
}

}  // namespace

void read_own_ndjson(Sources sources, Harvest& harvest) {
  for (const Source& source : sources)
    each_line(source.text, [&](std::size_t number, std::string_view line) {
      take(place_in(source, number), std::string(trimmed_spaces(line)), harvest);
    });
}

void read_own_json(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) {
    if (!is_sound_json(source, harvest)) continue;
    const auto on_element = [&](std::size_t line, std::string_view element) {
      take(place_in(source, line), on_one_line(element), harvest);
    };
    if (!each_element(source.text, "records", on_element) &&
        !each_element(source.text, "entries", on_element))
      harvest.refuse(source.name, "no list of records or entries in it");
  }
}

}  // namespace connect::store
