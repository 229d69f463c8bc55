#include "store/reading/notes_reader.hpp"

#include <set>
#include <unordered_map>

#include "store/reading/ledger_reader.hpp"

namespace connect::store {
namespace {

using EntryIds = std::set<std::string, std::less<>>;

/// The id on a line that this program wrote for an entry; empty for any other line. A repeated "id"
/// or "op" would make the line bad, so the id cannot be another one.
std::string_view logged_id(std::string_view line) {
  constexpr std::string_view before = R"({"v":1,"id":")";
  constexpr std::string_view after = R"(","op":"log",)";
  constexpr std::size_t id_size = 36;  // of a UUID
  if (line.size() < before.size() + id_size || !line.starts_with(before)) return {};
  const auto id = line.substr(before.size(), id_size);
  const bool is_plain = id.find('"') == id.npos && id.find('\\') == id.npos;
  return is_plain && line.substr(before.size() + id_size).starts_with(after) ? id : "";
}

/// The ledger with all records that can affect the notes of these entries; most other entries are
/// skipped without being parsed.
Result<Ledger> part_of(Files& files, const std::string& path, const EntryIds& ids) {
  ReadReport report;
  Fold fold(Notes::keep);
  LedgerReader reader(fold, report);
  reader.passes_over = [&](std::string_view line) {
    const auto id = logged_id(line);
    return !id.empty() && !ids.contains(id);
  };
  if (const auto found = read_into(fold, report, files, path, reader); !found) return found.error();
  return std::move(fold).settled();
}

}  // namespace

Status add_notes(Files& files, const std::string& path, std::vector<EntryText>& entries) {
  EntryIds ids;
  for (const EntryText& entry : entries) ids.insert(entry.id);
  const auto part = part_of(files, path, ids);
  if (!part) return part.error();
  std::unordered_map<Id, std::string_view, IdHash> notes;
  // An entry that was removed since the entries were read still gets its note.
  for (const auto& all : {part->entries(), part->removed()})
    for (const Entry& entry : all) notes.emplace(entry.id, part->note(entry));
  for (EntryText& entry : entries) {
    const auto note = notes.find(id_from_text(entry.id));
    if (note == notes.end())
      return Error{ErrorKind::busy, path + " was replaced while it was being read",
                   "run the same command again"};
    entry.said.note = note->second;
  }
  return success();
}

std::string kindness_note(Files& files, const std::string& path, const OpenKindness& kindness) {
  if (kindness.line.length > 0) {
    const Decoded line = decode(files.bytes_at(path, kindness.line.offset, kindness.line.length));
    const auto* said = std::get_if<Noticed>(&line.record.body);
    if (line.kind == LineKind::record && said != nullptr &&
        id_from_text(line.record.id) == kindness.stamp.id)
      return said->note;
  }
  const auto reading = read_ledger(files, path, Notes::leave);
  if (!reading) return "";
  for (const Kindness& each : reading->ledger.kindnesses())
    if (each.stamp == kindness.stamp) return each.note;
  return "";
}

}  // namespace connect::store
