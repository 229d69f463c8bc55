#include "store/upkeep/redactor.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "domain/text/name_folding.hpp"
#include "store/format/codec.hpp"
#include "store/format/pieces.hpp"
#include "store/upkeep/mentions.hpp"

namespace connect::store {
namespace {

using RecordIds = std::unordered_set<std::string>;

/// What happens to a record.
enum class Fate : std::uint8_t { stays, changed, gone };

bool names_them(const std::vector<std::string>& list, const Erasure& what) {
  return std::ranges::any_of(list, [&](const auto& name) {
    return std::ranges::find(what.names, fold_key(name)) != what.names.end();
  });
}

bool names_them(const std::string& name, const Erasure& what) {
  return names_them(std::vector{name}, what);
}

/// Removes the person from a list; true when they were in it.
bool strike(std::vector<std::string>& list, const Erasure& what) {
  return std::erase_if(list, [&](const auto& name) { return names_them(name, what); }) > 0;
}

/// Removes tags that mention the person: maya, maya-birthday.
bool strike_tags(std::vector<std::string>& tags, const Erasure& what) {
  return std::erase_if(tags, [&](const auto& tag) { return mentions(tag, what.names); }) > 0;
}

/// Redacts one record: removes what it says about the person. `gone`: nothing worth keeping is
/// left.
class Redactor {
 public:
  Redactor(const Erasure& what, const RecordIds& about) : what_(what), about_(about) {}

  Fate operator()(Record& record) const {
    const bool is_about = about_.contains(record.id);
    const Fate fate = std::visit([&](auto& body) { return redact(body, is_about); }, record.body);
    if (fate == Fate::changed) record.redacted = true;
    return fate;
  }

 private:
  bool hush_note(std::string& note, bool is_about) const {
    if (note.empty() || !(is_about || mentions(note, what_.names))) return false;
    note.clear();
    return true;
  }

  Fate redact(Logged& said, bool is_about) const {
    const bool was_with = strike(said.with, what_);
    const bool was_tag = strike_tags(said.tags, what_);
    const bool was_note = hush_note(said.note, is_about);
    return was_with || was_tag || was_note ? Fate::changed : Fate::stays;
  }

  Fate redact(Amended& said, bool) const {
    const bool was_with = said.set.with && strike(*said.set.with, what_);
    const bool was_tag = said.set.tags && strike_tags(*said.set.tags, what_);
    const bool was_note = said.set.note && hush_note(*said.set.note, about_.contains(said.ref));
    return was_with || was_tag || was_note ? Fate::changed : Fate::stays;
  }

  Fate redact(Prompted& said, bool) const {
    if (said.person.empty() || !names_them(said.person, what_)) return Fate::stays;
    said.person.clear();
    return Fate::changed;
  }

  /// A kindness of theirs or a follow-up with them, or one whose note mentions them, is removed as
  /// a whole.
  Fate redact(const Noticed& said, bool) const { return fate_of(said); }
  Fate redact(const Asked& said, bool) const { return fate_of(said); }

  Fate redact(const OwnSuggestion& said, bool) const {
    const bool is_of_them = mentions(said.text, what_.names) || mentions(said.hint, what_.names);
    return is_of_them ? Fate::gone : Fate::stays;
  }

  template <class About>
  Fate fate_of(const About& said) const {
    return names_them(said.with, what_) || mentions(said.note, what_.names) ? Fate::gone
                                                                            : Fate::stays;
  }

  /// Somebody else's date or address may mention the person.
  Fate redact(PersonSet& said, bool) const {
    if (names_them(said.name, what_) || (said.renamed && names_them(*said.renamed, what_)))
      return Fate::gone;
    const bool was_date = said.dates && std::erase_if(*said.dates, [&](const PersonDate& each) {
                                          return mentions(each.what, what_.names);
                                        }) > 0;
    const bool was_reach = said.reach && mentions(*said.reach, what_.names);
    if (was_reach) said.reach->clear();
    return was_date || was_reach ? Fate::changed : Fate::stays;
  }

  Fate redact(const Felt&, bool) const { return Fate::stays; }
  Fate redact(const Trial&, bool) const { return Fate::stays; }
  Fate redact(const Rested&, bool) const { return Fate::stays; }
  Fate redact(const Foreign&, bool) const { return Fate::stays; }

  const Erasure& what_;
  const RecordIds& about_;
};

class Eraser {
 public:
  Eraser(std::vector<Piece> pieces, const Erasure& what)
      : pieces_(std::move(pieces)),
        what_(what),
        about_(what.about.begin(), what.about.end()),
        gone_(what.ids.begin(), what.ids.end()) {
    for (const Piece& piece : pieces_) {
      if (auto id = about_whom(piece.record, what)) about_.insert(*std::move(id));
      if (!std::holds_alternative<Foreign>(piece.record.body)) known_.insert(piece.record.id);
    }
    spread_to_corrections();
  }

  Erased erased(const std::vector<Record>& tombstones) {
    Erased out;
    std::string bytes;
    for (const Piece& piece : pieces_) {
      if (const auto text = left_of(piece, out)) bytes.append(*text).append("\n");
    }
    out.forgotten.assign(met_.begin(), met_.end());
    bool is_changed = out.records + out.unreadable > 0;
    for (const Record& tombstone : tombstones) {
      if (marked_.contains(correction_in(tombstone)->ref)) continue;
      bytes.append(encode(tombstone)).append("\n");
      is_changed = true;
    }
    if (is_changed) out.bytes = std::move(bytes);
    return out;
  }

 private:
  /// Adds to `gone_` the records of which redaction leaves nothing, then the corrections of all
  /// records that are removed, and the corrections of those.
  void spread_to_corrections() {
    const Redactor redactor(what_, about_);
    for (const Piece& piece : pieces_) {
      Record record = piece.record;
      if (piece.kind == Piece::Kind::record && !what_.names.empty() &&
          redactor(record) == Fate::gone)
        gone_.insert(record.id);
    }
    for (std::size_t before = 0; before != gone_.size();) {
      before = gone_.size();
      for (const Piece& piece : pieces_)
        if (const auto* said = correction_in(piece.record))
          if (!said->forgotten && gone_.contains(said->ref)) gone_.insert(piece.record.id);
    }
  }

  /// The text that remains of a piece; nothing when it is removed.
  std::optional<std::string> left_of(const Piece& piece, Erased& out) {
    if (piece.kind != Piece::Kind::record) return left_of_unreadable(piece, out);
    if (gone_.contains(piece.record.id)) {
      // A correction needs no tombstone: that of its record is enough.
      if (correction_in(piece.record) == nullptr) met_.insert(piece.record.id);
      ++out.records;
      return std::nullopt;
    }
    if (const auto* said = correction_in(piece.record); said != nullptr && said->forgotten)
      marked_.insert(said->ref);
    if (std::holds_alternative<Foreign>(piece.record.body)) {
      auto left = left_of_unreadable(piece, out);
      // A marker of the safety journal has the id of a record.
      if (!left && !known_.contains(piece.record.id)) met_.insert(piece.record.id);
      return left;
    }
    Record record = piece.record;
    if (what_.names.empty() || Redactor(what_, about_)(record) == Fate::stays) return piece.text;
    ++out.records;
    return encode(record);
  }

  std::optional<std::string> left_of_unreadable(const Piece& piece, Erased& out) const {
    if (piece.kind == Piece::Kind::marker || !speaks_of(piece.text, what_)) return piece.text;
    ++out.unreadable;
    return std::nullopt;
  }

  std::vector<Piece> pieces_;
  const Erasure& what_;
  RecordIds about_;            // entries whose notes are about the person
  RecordIds known_;            // records of kinds that are known here
  RecordIds gone_;             // records to remove
  std::set<std::string> met_;  // those that were found here
  RecordIds marked_;           // records that have a tombstone
};

/// Whether an unreadable piece contains the id of a forgotten record.
bool holds_forgotten_id(const Piece& piece, const Tombstones& tombstones) {
  constexpr std::size_t shortest = 8;  // bytes; a shorter id does not identify a line
  return piece.kind == Piece::Kind::unreadable &&
         std::ranges::any_of(tombstones.forgotten(), [&](const auto& each) {
           return each.second.size() >= shortest && piece.text.find(each.second) != piece.text.npos;
         });
}

}  // namespace

bool speaks_of(const std::string& text, const Erasure& what) {
  const auto holds = [&](const std::string& part) {
    return !part.empty() && text.find(part) != text.npos;
  };
  return std::ranges::any_of(what.ids, holds) || std::ranges::any_of(what.notes, holds) ||
         mentions(text, what.names);
}

std::optional<std::string> about_whom(const Record& record, const Erasure& what) {
  if (const auto* said = std::get_if<Logged>(&record.body))
    if (names_them(said->with, what)) return record.id;
  if (const auto* said = correction_in(record))
    if (said->set.with && names_them(*said->set.with, what)) return said->ref;
  return std::nullopt;
}

Erased without(std::string_view bytes, const Erasure& what, const std::vector<Record>& tombstones) {
  return Eraser(pieces_of(bytes), what).erased(tombstones);
}

Erased without(std::string_view bytes, const Tombstones& given) {
  Erased out;
  std::string left;
  Tombstones tombstones = given;
  std::unordered_set<std::string> redacted;  // each redacted form is kept once
  const auto pieces = pieces_of(bytes);
  for (const Piece& piece : pieces)
    if (piece.record.redacted) redacted.insert(encode(piece.record));
  for (const Piece& piece : pieces) {
    Record record = piece.record;
    const bool is_record = piece.kind == Piece::Kind::record;
    const auto fate = is_record ? tombstones.apply(record) : Tombstones::Fate::stays;
    if (fate == Tombstones::Fate::stays && (is_record || !holds_forgotten_id(piece, tombstones))) {
      left.append(piece.text).append("\n");
      continue;
    }
    ++(is_record ? out.records : out.unreadable);
    if (fate != Tombstones::Fate::changed) continue;
    if (const std::string less = encode(record); redacted.insert(less).second)
      left.append(less).append("\n");
  }
  if (out.records + out.unreadable > 0) out.bytes = std::move(left);
  return out;
}

}  // namespace connect::store
