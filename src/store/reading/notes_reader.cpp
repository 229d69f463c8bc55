#include "store/reading/notes_reader.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "store/reading/ledger_reader.hpp"

namespace connect::store {
namespace {

/// The id on a line that this program wrote for an entry or a suggestion; empty for any other line.
/// A repeated "id" or "op" would make the line bad, so the id cannot be another one.
std::string_view frequent_id(std::string_view line) {
  constexpr std::string_view before = R"({"v":1,"id":")";
  constexpr std::size_t id_size = 36;  // of a UUID
  if (line.size() < before.size() + id_size || !line.starts_with(before)) return {};
  const auto id = line.substr(before.size(), id_size);
  const auto after = line.substr(before.size() + id_size);
  const bool is_plain = id.find('"') == id.npos && id.find('\\') == id.npos;
  const bool is_frequent =
      after.starts_with(R"(","op":"log",)") || after.starts_with(R"(","op":"prompt",)");
  return is_plain && is_frequent ? id : "";
}

/// The ledger with all records that can affect these entries and suggestions; most others are
/// skipped without being parsed. `start`: the records from there on in the file itself, without its
/// conflict copies.
Result<Ledger> part_of(Files& files, const std::string& path, const RecordIds& ids,
                       std::optional<Start> start = {}) {
  ReadReport report;
  Fold fold(Notes::keep);
  LedgerReader reader(fold, report);
  reader.passes_over = [&](std::string_view line) {
    const auto id = frequent_id(line);
    return !id.empty() && !ids.contains(id);
  };
  const auto found =
      start ? reader.read(files, path, *start) : read_into(fold, report, files, path, reader);
  if (!found) return found.error();
  return std::move(fold).settled();
}

/// The start of the first line of the last `size` bytes; the beginning of a shorter file.
Start near_end(Files& files, const std::string& path, std::size_t size) {
  const auto state = files.state(path);
  if (!state || state->size <= size) return {};
  const std::uint64_t from = state->size - size;
  const auto end = files.bytes_at(path, from, size).find('\n');
  return {from + (end == std::string::npos ? size : end + 1), 1};
}

/// Whether the ledger has all of these suggestions, and what they were made of.
bool has_all(const Ledger& ledger, const RecordIds& ids) {
  const auto has_note = [&](Id id) {
    const auto has_id = [&](const PersonNote& note) { return note.stamp.id == id; };
    return std::ranges::any_of(ledger.asks(), has_id) ||
           std::ranges::any_of(ledger.kindnesses(), has_id);
  };
  std::size_t found = 0;
  for (const ShownSuggestion& each : ledger.suggestions()) {
    if (!ids.contains(ledger.id_text(each.stamp.id))) continue;
    if (each.ref != Id{} && !has_note(each.ref)) return false;
    ++found;
  }
  return found == ids.size();
}

/// The record on this line; none if there is no such record.
std::optional<Record> record_at(Files& files, const std::string& path, LineRef line) {
  if (line.length == 0 || line.length > longest_record) return std::nullopt;
  Decoded decoded = decode(files.bytes_at(path, line.offset, line.length));
  return decoded.kind == LineKind::record ? std::optional(std::move(decoded.record)) : std::nullopt;
}

}  // namespace

Status add_notes(Files& files, const std::string& path, std::vector<EntryText>& entries) {
  RecordIds ids;
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

Result<Ledger> read_suggestions(Files& files, const std::string& path, const RecordIds& ids) {
  constexpr std::size_t end_size = 128 * 1024;  // bytes: some months
  if (auto end = part_of(files, path, ids, near_end(files, path, end_size));
      end && has_all(*end, ids))
    return end;
  return part_of(files, path, ids);
}

std::optional<Ledger> read_entries(Files& files, const std::string& path, const Summary& summary,
                                   std::span<const EntryRef> entries) {
  Fold fold(summary, Notes::keep);
  for (const EntryRef& entry : entries) {
    const auto record = record_at(files, path, entry.line);
    if (!record || id_from_text(record->id) != entry.stamp.id) return std::nullopt;
    fold.add(*record);
    for (const LineRef& line : entry.corrections) {
      const auto correction = record_at(files, path, line);
      if (!correction) return std::nullopt;
      fold.add(*correction);
    }
  }
  Ledger ledger = std::move(fold).settled();
  const auto is_same = [](const Entry& entry, const EntryRef& ref) {
    return entry.day == ref.day && stamp_of(entry) == ref.stamp;
  };
  if (!std::ranges::equal(ledger.entries(), entries, is_same)) return std::nullopt;
  return ledger;
}

std::string note_of(Files& files, const std::string& path, const OpenNote& open) {
  if (const auto record = record_at(files, path, open.line);
      record && id_from_text(record->id) == open.stamp.id) {
    if (const auto* said = std::get_if<Noticed>(&record->body)) return said->note;
    if (const auto* said = std::get_if<Asked>(&record->body)) return said->note;
  }
  const auto reading = read_ledger(files, path, Notes::leave);
  if (!reading) return "";
  for (const auto notes : {reading->ledger.kindnesses(), reading->ledger.asks()})
    for (const PersonNote& each : notes)
      if (each.stamp == open.stamp) return each.note;
  return "";
}

}  // namespace connect::store
