#include "store/upkeep/redate.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "store/format/codec.hpp"
#include "store/format/pieces.hpp"

namespace connect::store {
namespace {

/// The line of a journal marker that has the id of a record, with the record's new id.
std::string renamed(std::string line, const Redated& now) {
  const std::string old_id = "\"" + now.old_id + "\"";
  if (const auto at = line.find(old_id); at != line.npos)
    line.replace(at, old_id.size(), "\"" + now.record.id + "\"");
  return line;
}

}  // namespace

std::vector<Redated> redated(const std::vector<Record>& ahead, const NewRecord& new_record) {
  Changes removal;
  removal.removed = true;
  std::vector<Redated> out;
  Stamp after;
  for (const Record& old : ahead) {
    Record record = new_record(old.body, after);
    record.redacted = old.redacted;
    after = {record.at.seconds, id_from_text(record.id)};
    out.push_back({old.id, record, new_record(Amended{old.id, removal, true, true}, {})});
  }
  return out;
}

std::optional<std::string> with_redated(std::string_view bytes,
                                        const std::vector<Redated>& records) {
  std::string out;
  std::unordered_map<std::string_view, const Redated*> replaced;
  std::unordered_set<std::string> dropped;
  for (const Redated& each : records) replaced.emplace(each.old_id, &each);
  bool is_changed = false;
  for (const Piece& piece : pieces_of(bytes)) {
    const auto* said = std::get_if<Amended>(&piece.record.body);
    const bool is_record = piece.kind == Piece::Kind::record;
    const auto found = replaced.find(piece.record.id);
    if (is_record && said != nullptr && !said->forgotten &&
        (replaced.contains(said->ref) || dropped.contains(said->ref))) {
      dropped.insert(piece.record.id);
      is_changed = true;
      continue;
    }
    if (!is_record || found == replaced.end()) {
      out += piece.text;
    } else {
      is_changed = true;
      const bool is_mark = std::holds_alternative<Foreign>(piece.record.body);
      out += is_mark ? renamed(piece.text, *found->second) : encode(found->second->record);
    }
    out += '\n';
  }
  if (!is_changed) return std::nullopt;
  for (const Redated& each : records) out += encode(each.tombstone) + "\n";
  return out;
}

}  // namespace connect::store
