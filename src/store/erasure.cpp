#include "store/erasure.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "connect/text.hpp"
#include "store/checkup.hpp"
#include "store/codec.hpp"
#include "store/conflict_copies.hpp"
#include "store/drafts.hpp"
#include "store/mentions.hpp"
#include "store/pieces.hpp"
#include "store/places.hpp"

namespace connect::store {
namespace {

using Ids = std::unordered_set<std::string>;

/// What is to become of one record.
enum class Fate : std::uint8_t { stays, changed, gone };

bool names_them(const std::vector<std::string>& list, const Erasure& what) {
  return std::ranges::any_of(list, [&](const auto& name) {
    return std::ranges::find(what.names, fold_key(name)) != what.names.end();
  });
}

bool names_them(const std::string& name, const Erasure& what) {
  return names_them(std::vector{name}, what);
}

/// Takes the person out of a list. True when they were in it.
bool strike(std::vector<std::string>& list, const Erasure& what) {
  return std::erase_if(list, [&](const auto& name) { return names_them(name, what); }) > 0;
}

/// Makes one kind of record say nothing of a person any more.
class Silence {
 public:
  Silence(const Erasure& what, const Ids& about) : what_(what), about_(about) {}

  Fate operator()(Record& record) const {
    const bool is_about = about_.contains(record.id);
    return std::visit([&](auto& body) { return hush(body, is_about); }, record.body);
  }

 private:
  bool hush_note(std::string& note, bool is_about) const {
    if (note.empty() || !(is_about || mentions(note, what_.names))) return false;
    note.clear();
    return true;
  }

  Fate hush(Logged& said, bool is_about) const {
    const bool was_with = strike(said.with, what_);
    const bool was_tag = strike(said.tags, what_);
    const bool was_note = hush_note(said.note, is_about);
    return was_with || was_tag || was_note ? Fate::changed : Fate::stays;
  }

  Fate hush(Amended& said, bool) const {
    const bool was_with = said.set.with && strike(*said.set.with, what_);
    const bool was_tag = said.set.tags && strike(*said.set.tags, what_);
    const bool was_note = said.set.note && hush_note(*said.set.note, about_.contains(said.ref));
    return was_with || was_tag || was_note ? Fate::changed : Fate::stays;
  }

  Fate hush(Prompted& said, bool) const {
    if (said.person.empty() || !names_them(said.person, what_)) return Fate::stays;
    said.person.clear();
    return Fate::changed;
  }

  /// What was noticed of them, or tells of them, has nothing left to say.
  Fate hush(const Noticed& said, bool) const {
    return names_them(said.with, what_) || mentions(said.note, what_.names) ? Fate::gone
                                                                            : Fate::stays;
  }

  Fate hush(const PersonSet& said, bool) const {
    const bool is_theirs =
        names_them(said.name, what_) || (said.renamed && names_them(*said.renamed, what_));
    return is_theirs ? Fate::gone : Fate::stays;
  }

  Fate hush(const Felt&, bool) const { return Fate::stays; }
  Fate hush(const Rested&, bool) const { return Fate::stays; }
  Fate hush(const Foreign&, bool) const { return Fate::stays; }

  const Erasure& what_;
  const Ids& about_;
};

const Amended* correction(const Record& record) { return std::get_if<Amended>(&record.body); }

/// The record, or the one it corrects, when it names the person.
std::optional<std::string> about_whom(const Record& record, const Erasure& what) {
  if (const auto* said = std::get_if<Logged>(&record.body))
    if (names_them(said->with, what)) return record.id;
  if (const auto* said = correction(record))
    if (said->set.with && names_them(*said->set.with, what)) return said->ref;
  return std::nullopt;
}

/// Whether a text that is no record holds what is to go.
bool speaks_of(const std::string& text, const Erasure& what) {
  const auto holds = [&](const std::string& part) {
    return !part.empty() && text.find(part) != text.npos;
  };
  return std::ranges::any_of(what.ids, holds) || std::ranges::any_of(what.notes, holds) ||
         mentions(text, what.names);
}

class Eraser {
 public:
  Eraser(std::vector<Piece> pieces, const Erasure& what)
      : pieces_(std::move(pieces)),
        what_(what),
        about_(what.about.begin(), what.about.end()),
        gone_(what.ids.begin(), what.ids.end()) {
    for (const Piece& piece : pieces_)
      if (auto id = about_whom(piece.record, what)) about_.insert(*std::move(id));
    spread_to_corrections();
  }

  Erased erased(const std::vector<Record>& tombstones) {
    Erased out;
    std::string bytes;
    for (const Piece& piece : pieces_) {
      if (const auto text = left_of(piece, out)) bytes.append(*text).append("\n");
    }
    if (out.records + out.unreadable == 0) return out;
    for (const Record& tombstone : tombstones)
      if (met_.contains(correction(tombstone)->ref) &&
          !marked_.contains(correction(tombstone)->ref))
        bytes.append(encode(tombstone)).append("\n");
    out.bytes = std::move(bytes);
    return out;
  }

 private:
  /// A correction goes with its record, and what corrects that one too; so does one of what is
  /// noticed of the person.
  void spread_to_corrections() {
    const Silence silence(what_, about_);
    for (const Piece& piece : pieces_) {
      Record record = piece.record;
      if (piece.kind == Piece::Kind::record && !what_.names.empty() &&
          silence(record) == Fate::gone)
        gone_.insert(record.id);
    }
    for (std::size_t before = 0; before != gone_.size();) {
      before = gone_.size();
      for (const Piece& piece : pieces_)
        if (const auto* said = correction(piece.record))
          if (!said->forgotten && gone_.contains(said->ref)) gone_.insert(piece.record.id);
    }
  }

  /// The text that stays of a piece; nothing when it goes.
  std::optional<std::string> left_of(const Piece& piece, Erased& out) {
    if (piece.kind != Piece::Kind::record) return left_of_unreadable(piece, out);
    if (gone_.contains(piece.record.id)) {
      met_.insert(piece.record.id);
      ++out.records;
      return std::nullopt;
    }
    if (const auto* said = correction(piece.record); said != nullptr && said->forgotten)
      marked_.insert(said->ref);
    if (std::holds_alternative<Foreign>(piece.record.body)) return left_of_unreadable(piece, out);
    Record record = piece.record;
    if (what_.names.empty() || Silence(what_, about_)(record) == Fate::stays) return piece.text;
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
  Ids about_;   // entries whose notes are about the person
  Ids gone_;    // records that go
  Ids met_;     // of these, the ones that were here
  Ids marked_;  // records that a tombstone tells of
};

/// What lies in a folder that cannot be listed would be passed over, and so would stay.
Status can_be_listed(Files& files, const std::set<std::string>& folders) {
  for (const auto& folder : folders)
    if (const auto names = files.list(folder); !names) return names.error();
  return success();
}

std::vector<std::string> places(Files& files, const Facts& facts, const std::string& ledger) {
  std::vector<std::string> paths = conflict_paths(files, ledger);
  paths.push_back(rejected_path(files.real_path(ledger)));
  for (auto& path : backups_of(files, facts, ledger)) paths.push_back(std::move(path));
  for (auto& path : journals_of(files, facts, ledger).all()) paths.push_back(std::move(path));
  paths.push_back(ledger);
  return paths;
}

/// Every record of these files. One that is not there has none; one that cannot be read is an
/// error, for what it says would stay.
Status each_record(Files& files, const std::vector<std::string>& paths,
                   const std::function<void(const Record&)>& take) {
  for (const auto& path : paths) {
    Scanner scanner(take, [](const Problem&) {});
    const auto found = files.read(path, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
    scanner.finish();
    if (!found) return found.error();
  }
  return success();
}

/// Records that ever named the person, whatever was corrected since, and in whichever file.
Result<std::vector<std::string>> about_them(Files& files, const std::vector<std::string>& paths,
                                            const Erasure& what) {
  Ids about;
  const auto read = each_record(files, paths, [&](const Record& record) {
    if (auto id = about_whom(record, what)) about.insert(*std::move(id));
  });
  if (!read) return read.error();
  return std::vector(about.begin(), about.end());
}

/// One file. In a dry run only the reading is done.
Result<Forgotten::Place> erase_in(Files& files, const std::string& path, const Erasure& what,
                                  const std::vector<Record>& tombstones) {
  Forgotten::Place place{path, 0, 0};
  const auto erased = [&](std::string_view old) {
    Erased out = without(old, what, tombstones);
    place.records = out.records;
    place.unreadable = out.unreadable;
    return out.bytes;
  };
  if (what.dry_run) {
    const auto bytes = files.whole(path);
    if (!bytes) return bytes.error();
    static_cast<void>(erased(bytes->value_or("")));
    return place;
  }
  Rewriting how;
  how.make = [&](std::string_view old) -> Result<std::optional<std::string>> {
    return erased(old);
  };
  how.fits = [&](std::string_view written) { return !without(written, what, {}).bytes; };
  const auto done = files.rewrite(path, how);
  if (!done) return done.error();
  return place;
}

/// A draft that speaks of it goes as a whole: what its other lines say is about the same.
Status erase_drafts(Files& files, const Facts& facts, const Erasure& what, Forgotten& out) {
  for (const auto& path : drafts(files, facts)) {
    const auto bytes = files.whole(path);
    if (!bytes) return bytes.error();
    if (!*bytes || !speaks_of(**bytes, what)) continue;
    if (!what.dry_run)
      if (auto done = files.remove(path); !done) return done;
    out.places.push_back({path, 1, 0});
  }
  return success();
}

/// Caches can be made again, and what was left over by a replacement is no use to anybody.
Status drop_caches(Files& files, const Facts& facts, const std::string& ledger) {
  auto paths = caches(files, facts);
  for (auto& path : leftovers(files, facts, ledger)) paths.push_back(std::move(path));
  for (const auto& path : paths)
    if (auto done = files.remove(path); !done) return done;
  return success();
}

}  // namespace

Erased without(std::string_view bytes, const Erasure& what, const std::vector<Record>& tombstones) {
  return Eraser(pieces_of(bytes), what).erased(tombstones);
}

Result<Forgotten> erase(Files& files, const Facts& facts, const std::string& ledger,
                        const Erasure& given, const std::vector<Record>& tombstones) {
  Forgotten out;
  Erasure what = given;
  if (const auto seen = can_be_listed(files, folders_of(facts, ledger)); !seen) return seen.error();
  const auto paths = places(files, facts, ledger);
  if (!what.names.empty()) {
    auto about = about_them(files, paths, what);
    if (!about) return about.error();
    auto notes = notes_of(files, paths, *about);
    if (!notes) return notes.error();
    what.about = *std::move(about);
    what.notes = *std::move(notes);
  }
  if (auto done = erase_drafts(files, facts, what, out); !done) return done.error();
  for (const auto& path : paths) {
    const bool is_ledger = path == ledger;
    if (is_ledger && !what.dry_run)
      if (auto done = drop_caches(files, facts, ledger); !done) return done.error();
    auto place = erase_in(files, path, what, is_ledger ? tombstones : std::vector<Record>{});
    if (!place) return place.error();
    if (is_ledger) out.records = place->records;
    if (place->records + place->unreadable > 0) out.places.push_back(*std::move(place));
  }
  return out;
}

Result<std::vector<std::string>> ids_ending(Files& files, const std::vector<std::string>& paths,
                                            const std::string& word) {
  std::set<std::string> found;
  bool is_whole = false;
  const auto read = each_record(files, paths, [&](const Record& record) {
    if (std::holds_alternative<Foreign>(record.body) || correction(record) != nullptr) return;
    is_whole = is_whole || record.id == word;
    if (record.id.ends_with(word)) found.insert(record.id);
  });
  if (!read) return read.error();
  if (is_whole) return std::vector{word};
  return std::vector<std::string>(found.begin(), found.end());
}

Result<std::vector<std::string>> notes_of(Files& files, const std::vector<std::string>& paths,
                                          const std::vector<std::string>& given) {
  const Ids ids(given.begin(), given.end());
  constexpr std::size_t shortest = 8;  // a shorter text says nothing about whose line it was
  std::set<std::string> notes;
  const auto keep = [&](const std::string& id, const std::string& note) {
    if (note.size() >= shortest && ids.contains(id)) notes.insert(note);
  };
  const auto read = each_record(files, paths, [&](const Record& record) {
    if (const auto* said = std::get_if<Logged>(&record.body)) keep(record.id, said->note);
    if (const auto* said = std::get_if<Noticed>(&record.body)) keep(record.id, said->note);
    if (const auto* said = correction(record); said != nullptr && said->set.note)
      keep(said->ref, *said->set.note);
  });
  if (!read) return read.error();
  return std::vector(notes.begin(), notes.end());
}

}  // namespace connect::store
