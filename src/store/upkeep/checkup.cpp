#include "store/upkeep/checkup.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "domain/text/counted.hpp"
#include "domain/text/shell_word.hpp"
#include "store/cache/appends.hpp"
#include "store/cache/packing.hpp"
#include "store/cache/summary_cache.hpp"
#include "store/format/line_check.hpp"
#include "store/journal/drafts.hpp"
#include "store/reading/conflict_copies.hpp"
#include "store/upkeep/erasure.hpp"

namespace connect::store {
namespace {

constexpr std::string_view mends_it = "connect doctor --fix";

std::vector<std::string> paths_in(Files& files, const std::string& folder) {
  auto names = files.names_in(folder);
  for (auto& name : names) name.insert(0, folder + "/");
  return names;
}

std::string how_many_records(std::size_t number) {
  return counted(static_cast<std::int64_t>(number), "record");
}

/// Whether the file name ends like that of a temporary file: temporary_mark and six characters.
bool is_leftover(const std::string& path) {
  const auto mark = path.rfind(temporary_mark);
  return mark != path.npos && path.find('/', mark) == path.npos &&
         path.size() == mark + temporary_mark.size() + 6;
}

/// Every file with text of the user, and the program's own folders.
std::vector<std::string> private_paths(Files& files, const Facts& facts,
                                       const std::string& ledger) {
  std::vector<std::string> paths = {folder_and_name(ledger).first, ledger,
                                    rejected_path(files.real_path(ledger))};
  for (auto& copy : conflict_paths(files, ledger)) paths.push_back(std::move(copy));
  if (!facts.state_home.empty()) {
    paths.push_back(facts.state_home + "/connect");
    for (auto& path : journals_of(files, facts, ledger).all()) paths.push_back(std::move(path));
    paths.push_back(backup_folder(facts));
    for (auto& path : paths_in(files, backup_folder(facts))) paths.push_back(std::move(path));
  }
  if (!facts.cache_home.empty()) paths.push_back(facts.cache_home + "/connect");
  for (const auto& path : caches(files, facts)) paths.push_back(path);
  return paths;
}

void look_at_privacy(Checkup& out, Files& files, const Facts& facts) {
  for (const auto& path : private_paths(files, facts, out.ledger)) {
    auto found = files.privacy_findings(path);
    const auto has = [&](const char* kind) {
      return std::ranges::find(found, kind, &Finding::kind) != found.end();
    };
    // Only the owner of a file can take permissions away.
    if (has("permissions") && !has("owner")) out.loose.push_back(path);
    std::ranges::move(found, std::back_inserter(out.findings));
  }
}

Result<bool> read_lines(LineCheck& check, Files& files, const std::string& path) {
  const auto found = files.read(path, 0, [&](std::string_view bytes) { check.feed(bytes); });
  check.finish();
  return found;
}

void look_at_journal(Checkup& out, Files& files, const Facts& facts, const LineCheck& check,
                     const Tombstones& tombstones) {
  auto missing = missing_lines(files, facts, out.ledger, [&](const std::string& id) {
    return check.has(id) || tombstones.is_forgotten(id_from_text(id));
  });
  if (!missing) {
    out.findings.push_back({"journal", std::nullopt, missing.error().message,
                            "this is the safety journal, which undo and doctor need; check who "
                            "owns it and its folder"});
    return;
  }
  out.missing = std::move(missing->own);
  for (const Kept& line : out.missing)
    out.findings.push_back({"missing", std::nullopt,
                            "this machine wrote a record on " + iso(local_day(line.record.at)) +
                                " that the ledger does not have",
                            std::string(mends_it) + " adds it again; connect forget " +
                                line.record.id + " erases it"});
  if (missing->doubtful > 0)
    out.findings.push_back({"missing", std::nullopt,
                            "an earlier safety journal has " + how_many_records(missing->doubtful) +
                                " that the ledger does not have; they may be from another ledger",
                            "if they belong to this one: connect merge " +
                                shell_word(journals_of(files, facts, out.ledger).older.front())});
}

/// Reports text that was forgotten, here or on another machine, and is in a file again or still.
Status look_for_forgotten(Checkup& out, Files& files, const Facts& facts,
                          const Tombstones& tombstones) {
  const auto found = erase_again(files, facts, out.ledger, tombstones, true);
  if (!found) return found.error();
  out.has_returned = !found->places.empty();
  for (const auto& place : found->places)
    out.findings.push_back(
        {"returned", std::nullopt,
         how_many_records(place.records + place.unreadable) +
             (place.records + place.unreadable == 1 ? " that was forgotten is"
                                                    : " that were forgotten are") +
             " still or again in " + place.path,
         std::string(mends_it) + " erases the text; run it on the machine it came from, too"});
  return success();
}

/// Reports a link whose target does not exist.
void look_at_link(Checkup& out, Files& files) {
  const std::string target = files.real_path(out.ledger);
  const auto [folder, name] = folder_and_name(out.ledger);
  if (!out.exists && target != files.real_path(folder) + "/" + name)
    out.findings.push_back({"link", std::nullopt,
                            "the ledger is a link to " + target + ", which does not exist",
                            "put the file back there, or point the link to where the file is"});
}

void look_at_absence(Checkup& out, Files& files, const Facts& facts, bool is_empty) {
  if (!is_empty) return;
  const std::string known = remembered(files, facts, out.ledger);
  if (known.empty()) return;
  out.findings.push_back(
      {"gone", std::nullopt,
       "the ledger is " + std::string(out.exists ? "empty" : "gone") + ", but " + known,
       "look for it in the trash or in your backups, and put it back; " + std::string(mends_it) +
           " restores only what this machine wrote"});
}

void look_at_copies(Checkup& out, Files& files) {
  for (const auto& copy : conflict_copies(files, out.ledger))
    out.findings.push_back({"conflict-copy", std::nullopt,
                            "a sync tool left a copy beside the ledger: " + copy,
                            "its records are counted; connect merge merges them for good"});
}

/// Some sync tools name a copy as a person would; such files are not read with the ledger.
void look_at_similar_files(Checkup& out, Files& files, const LineCheck& check) {
  for (const auto& path : similar_paths(files, out.ledger)) {
    std::size_t missing = 0;
    Scanner scanner([&](const Record& record) { missing += !check.has(record.id); },
                    [](const Problem&) {});
    const auto found = files.read(path, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
    scanner.finish();
    if (!found || missing == 0) continue;
    out.findings.push_back({"conflict-copy", std::nullopt,
                            path + " beside the ledger has " + how_many_records(missing) +
                                " that the ledger does not have",
                            "if it is a copy that a sync tool left, run connect merge " +
                                shell_word(path) + "; if it is another ledger, nothing is wrong",
                            true});
  }
}

/// Whether a cache file can be used, or will be replaced by the next command that needs it.
bool is_sound_cache(Files& files, const std::string& path) {
  const auto read = files.whole_if_readable(path);
  if (!read || is_of_another_version(*read)) return true;
  if (path.ends_with(summary_ending)) return unpacked(*read, Parts::details).has_value();
  std::string_view bytes = *read;
  const Kind kind = path.ends_with(older_ending) ? Kind::older : Kind::appends;
  return unsealed(kind, bytes).has_value() && bytes.empty();
}

void look_at_debris(Checkup& out, Files& files, const Facts& facts) {
  for (const auto& path : leftovers(files, facts, out.ledger)) {
    out.findings.push_back({"leftover", std::nullopt, path + " is a leftover temporary file",
                            std::string(mends_it) + " removes it"});
    out.debris.push_back(path);
  }
  for (const auto& path : caches(files, facts)) {
    if (is_sound_cache(files, path)) continue;
    out.findings.push_back({"cache", std::nullopt, path + " is not a valid cache",
                            "it does no harm; " + std::string(mends_it) + " removes it"});
    out.debris.push_back(path);
  }
}

}  // namespace

std::set<std::string> folders_of(const Facts& facts, const std::string& ledger) {
  std::set<std::string> folders = {folder_and_name(ledger).first};
  for (const auto& home : {facts.state_home, facts.cache_home})
    if (!home.empty()) folders.insert(home + "/connect");
  if (!facts.state_home.empty()) {
    folders.insert(backup_folder(facts));
    folders.insert(drafts_folder(facts));
  }
  return folders;
}

std::vector<std::string> leftovers(Files& files, const Facts& facts, const std::string& ledger) {
  std::vector<std::string> out;
  for (const auto& folder : folders_of(facts, ledger))
    for (const auto& path : paths_in(files, folder))
      if (is_leftover(path)) out.push_back(path);
  return out;
}

std::vector<std::string> caches(Files& files, const Facts& facts) {
  if (facts.cache_home.empty()) return {};
  auto paths = paths_in(files, facts.cache_home + "/connect");
  std::erase_if(paths, [](const auto& path) {
    const auto ends_so = [&](std::string_view ending) { return path.ends_with(ending); };
    return std::ranges::none_of(std::array{summary_ending, older_ending, appends_ending},
                                ends_so) &&
           std::ranges::none_of(former_endings, ends_so);
  });
  return paths;
}

Result<Checkup> examine(Files& files, const Facts& facts, const std::string& ledger, Day today) {
  Checkup out;
  out.ledger = ledger;
  LineCheck check(facts.now, today);
  const auto found = read_lines(check, files, ledger);
  if (!found) return found.error();
  out.exists = *found;
  out.is_ledger = check.is_ledger();
  if (!out.is_ledger) {
    out.findings.push_back({"no-ledger", std::nullopt, ledger + " is not a connect ledger",
                            "nothing is written to it; use another file: --ledger FILE; or if this "
                            "was your ledger, move the file away, then run " +
                                std::string(mends_it) +
                                ", which restores what this machine wrote"});
    return out;
  }
  for (const auto& copy : conflict_paths(files, ledger)) check.know_also(files, copy);
  look_at_absence(out, files, facts, check.is_empty());
  const auto tombstones = tombstones_of(files, ledger);
  if (!tombstones) return tombstones.error();
  auto lines = check.findings();
  std::ranges::move(lines, std::back_inserter(out.findings));
  out.entries = check.entries();
  out.is_tidy = check.is_tidy();
  out.ahead = check.ahead();
  if (auto looked = look_for_forgotten(out, files, facts, *tombstones); !looked)
    return looked.error();
  look_at_link(out, files);
  look_at_journal(out, files, facts, check, *tombstones);
  look_at_copies(out, files);
  look_at_similar_files(out, files, check);
  look_at_privacy(out, files, facts);
  look_at_debris(out, files, facts);
  return out;
}

}  // namespace connect::store
