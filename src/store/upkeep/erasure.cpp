#include "store/upkeep/erasure.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "store/format/scanner.hpp"
#include "store/journal/drafts.hpp"
#include "store/journal/places.hpp"
#include "store/reading/conflict_copies.hpp"
#include "store/upkeep/checkup.hpp"

namespace connect::store {
namespace {

/// Files in a folder that cannot be listed would be missed and keep their text: an error.
Status can_be_listed(Files& files, const std::set<std::string>& folders) {
  for (const auto& folder : folders)
    if (const auto names = files.list(folder); !names) return names.error();
  return success();
}

/// All files to erase from, except drafts; the ledger is the last.
std::vector<std::string> places(Files& files, const Facts& facts, const std::string& ledger) {
  std::vector<std::string> paths = conflict_paths(files, ledger);
  paths.push_back(rejected_path(files.real_path(ledger)));
  for (auto& path : backups_of(files, facts, ledger)) paths.push_back(std::move(path));
  for (auto& path : journals_of(files, facts, ledger).all()) paths.push_back(std::move(path));
  paths.push_back(ledger);
  return paths;
}

/// Calls `take` with every record of these files. A missing file has none; one that cannot be read
/// is an error, because its text would stay.
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

/// The ids of records that ever named the person, in any file, even if that was corrected since.
Result<std::vector<std::string>> about_them(Files& files, const std::vector<std::string>& paths,
                                            const Erasure& what) {
  std::unordered_set<std::string> about;
  const auto read = each_record(files, paths, [&](const Record& record) {
    if (auto id = about_whom(record, what)) about.insert(*std::move(id));
  });
  if (!read) return read.error();
  return std::vector(about.begin(), about.end());
}

using Change = std::function<Erased(std::string_view old)>;

/// Changes one file; a dry run only reads it.
Result<Erased> change_file(Files& files, const std::string& path, const Change& change,
                           bool dry_run) {
  Erased done;
  if (dry_run) {
    const auto bytes = files.whole(path);
    if (!bytes) return bytes.error();
    return change(bytes->value_or(""));
  }
  Rewriting how;
  how.make = [&](std::string_view old) -> Result<std::optional<std::string>> {
    done = change(old);
    return done.bytes;
  };
  how.fits = [&](std::string_view written) { return !change(written).bytes; };
  if (const auto rewritten = files.rewrite(path, how); !rewritten) return rewritten.error();
  return done;
}

/// Changes all files in this order; `change_for` returns the change for each. `records` counts
/// those of the last one, the ledger.
Result<Forgotten> change_files(Files& files, const std::vector<std::string>& paths,
                               const std::function<Change(const std::string& path)>& change_for,
                               bool dry_run) {
  Forgotten out;
  for (const auto& path : paths) {
    const auto done = change_file(files, path, change_for(path), dry_run);
    if (!done) return done.error();
    out.ids.insert(out.ids.end(), done->forgotten.begin(), done->forgotten.end());
    if (path == paths.back()) out.records = done->records;
    if (done->records + done->unreadable > 0)
      out.places.push_back({path, done->records, done->unreadable});
  }
  std::ranges::sort(out.ids);
  out.ids.erase(std::unique(out.ids.begin(), out.ids.end()), out.ids.end());
  return out;
}

using Places = std::vector<Forgotten::Place>;

/// A draft that mentions what is erased is removed as a whole: its other lines are about the same.
Result<Places> erase_drafts(Files& files, const Facts& facts, const Erasure& what) {
  Places out;
  for (const auto& path : drafts(files, facts)) {
    const auto bytes = files.whole(path);
    if (!bytes) return bytes.error();
    if (!*bytes || !speaks_of(**bytes, what)) continue;
    if (!what.dry_run)
      if (auto done = files.remove(path); !done) return done.error();
    out.push_back({path, 1, 0});
  }
  return out;
}

Forgotten with_drafts(Places places, Forgotten done) {
  places.insert(places.end(), done.places.begin(), done.places.end());
  done.places = std::move(places);
  return done;
}

/// Removes the caches, which can be computed again, and leftovers of interrupted rewrites.
Status drop_caches(Files& files, const Facts& facts, const std::string& ledger) {
  auto paths = caches(files, facts);
  for (auto& path : leftovers(files, facts, ledger)) paths.push_back(std::move(path));
  for (const auto& path : paths)
    if (auto done = files.remove(path); !done) return done;
  return success();
}

}  // namespace

Result<Forgotten> erase(Files& files, const Facts& facts, const std::string& ledger,
                        const Erasure& given, const Tombstone& tombstone) {
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
  const auto without_tombstones = [&](const std::string&) -> Change {
    return [&](std::string_view old) { return without(old, what, {}); };
  };
  auto found = change_files(files, paths, without_tombstones, true);
  if (!found) return found;
  auto in_drafts = erase_drafts(files, facts, what);
  if (!in_drafts) return in_drafts.error();
  if (!what.dry_run)
    if (auto done = drop_caches(files, facts, ledger); !done) return done.error();
  if (what.dry_run || found->places.empty()) return with_drafts(*std::move(in_drafts), *found);
  std::vector<Record> tombstones;
  for (const auto& id : found->ids)
    if (tombstone) tombstones.push_back(tombstone(id));
  // The safety journal gets them too, so that an old copy that replaces the ledger is detected.
  const auto journals = journals_of(files, facts, ledger).own;
  const auto with_tombstones = [&](const std::string& path) -> Change {
    const bool takes = path == ledger || std::ranges::find(journals, path) != journals.end();
    return [&, takes](std::string_view old) {
      return without(old, what, takes ? tombstones : std::vector<Record>{});
    };
  };
  const auto done = change_files(files, paths, with_tombstones, false);
  if (!done) return done.error();
  return with_drafts(*std::move(in_drafts), *done);
}

Result<Tombstones> tombstones_of(Files& files, const std::string& ledger) {
  Tombstones found;
  auto paths = conflict_paths(files, ledger);
  paths.push_back(ledger);
  const auto read = each_record(files, paths, [&](const Record& record) { found.add(record); });
  if (!read) return read.error();
  return found;
}

Result<Forgotten> erase_again(Files& files, const Facts& facts, const std::string& ledger,
                              const Tombstones& tombstones, bool dry_run) {
  if (tombstones.empty()) return Forgotten{};
  if (const auto seen = can_be_listed(files, folders_of(facts, ledger)); !seen) return seen.error();
  const auto paths = places(files, facts, ledger);
  const auto change_for = [&](const std::string&) -> Change {
    return [&](std::string_view old) { return without(old, tombstones); };
  };
  auto found = change_files(files, paths, change_for, true);
  if (!found || dry_run || found->places.empty()) return found;
  if (auto done = drop_caches(files, facts, ledger); !done) return done.error();
  return change_files(files, paths, change_for, false);
}

Result<std::vector<std::string>> ids_ending(Files& files, const std::vector<std::string>& paths,
                                            const std::string& word) {
  std::set<std::string> found;
  bool is_whole = false;
  const auto read = each_record(files, paths, [&](const Record& record) {
    if (std::holds_alternative<Foreign>(record.body) || correction_in(record) != nullptr) return;
    is_whole = is_whole || record.id == word;
    if (is_end_of_id(word, record.id)) found.insert(record.id);
  });
  if (!read) return read.error();
  if (is_whole) return std::vector{word};
  return std::vector<std::string>(found.begin(), found.end());
}

Result<std::vector<std::string>> notes_of(Files& files, const std::vector<std::string>& paths,
                                          const std::vector<std::string>& given) {
  const std::unordered_set<std::string> ids(given.begin(), given.end());
  constexpr std::size_t shortest = 8;  // bytes; a shorter text does not identify a line
  std::set<std::string> notes;
  const auto keep = [&](const std::string& id, const std::string& note) {
    if (note.size() >= shortest && ids.contains(id)) notes.insert(note);
  };
  const auto read = each_record(files, paths, [&](const Record& record) {
    if (const auto* said = std::get_if<Logged>(&record.body)) keep(record.id, said->note);
    if (const auto* said = std::get_if<Noticed>(&record.body)) keep(record.id, said->note);
    if (const auto* said = std::get_if<Asked>(&record.body)) keep(record.id, said->note);
    if (const auto* said = std::get_if<OwnSuggestion>(&record.body)) {
      keep(record.id, said->text);
      keep(record.id, said->hint);
    }
    if (const auto* said = correction_in(record); said != nullptr && said->set.note)
      keep(said->ref, *said->set.note);
  });
  if (!read) return read.error();
  return std::vector(notes.begin(), notes.end());
}

}  // namespace connect::store
