#include "store/journal/places.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "domain/ledger/id.hpp"
#include "store/format/scanner.hpp"

namespace connect::store {
namespace {

constexpr std::string_view heading_start = R"({"v":1,"journal":")";
constexpr std::string_view in_data_home = "/connect/ledger.jsonl";

/// The path as connect 1.0.0 compared it: absolute, without following links.
std::string as_given(const Facts& facts, const std::string& path) {
  return (std::filesystem::path(facts.folder) / path).lexically_normal().string();
}

std::string real(Files& files, const Facts& facts, const std::string& path) {
  const auto whole = std::filesystem::path(facts.folder) / path;
  return std::filesystem::path(files.real_path(whole.string())).lexically_normal().string();
}

/// The path of the default ledger, without any variable, option or link.
std::string usual_ledger(Files& files, const Facts& facts) {
  if (facts.home.empty()) return facts.data_home + std::string(in_data_home);
  return as_given(facts, files.real_path(facts.home) + "/.local/share" + std::string(in_data_home));
}

/// The part of file names that identifies a ledger: empty for the default ledger, else a hash.
std::string mark_of(Files& files, const Facts& facts, const std::string& real_path) {
  return real_path == usual_ledger(files, facts) ? "" : "-" + hex_of(hash_of(real_path));
}

/// The real path of the ledger, and the other paths by which 1.0.0 may have known it.
std::vector<std::string> paths_of(Files& files, const Facts& facts, const std::string& ledger) {
  const std::string whole = real(files, facts, ledger);
  std::vector<std::string> paths = {whole, as_given(facts, ledger)};
  for (const std::string& path :
       {facts.data_home + std::string(in_data_home), usual_ledger(files, facts)})
    if (real(files, facts, path) == whole) paths.push_back(as_given(facts, path));
  return paths;
}

std::string state_folder(const Facts& facts) { return facts.state_home + "/connect"; }

std::string journal_named(const Facts& facts, const std::string& mark) {
  return state_folder(facts) + "/journal" + mark + ".jsonl";
}

void add_once(std::vector<std::string>& paths, std::string path) {
  if (std::ranges::find(paths, path) == paths.end()) paths.push_back(std::move(path));
}

/// Whether 1.0.0 may have taken this for the default ledger, whatever XDG_DATA_HOME was then.
bool was_usual(const Facts& facts, const std::vector<std::string>& paths, Files& files) {
  return std::ranges::any_of(paths, [&](const std::string& path) {
    return path == as_given(facts, facts.data_home + std::string(in_data_home)) ||
           path == usual_ledger(files, facts);
  });
}

using Lines = std::unordered_set<std::uint64_t>;

/// Whether text of this record was erased: it is redacted, or a tombstone.
bool is_redacted(const Record& record) {
  const auto* amended = std::get_if<Amended>(&record.body);
  return record.redacted || (amended && amended->forgotten);
}

/// Adds the records of a file as hashes of id and text. Where text was erased, or for every record
/// with `ids_too`, the hash of the id alone is added as well. False when the file cannot be read.
bool add_line_hashes(Lines& lines, Files& files, const std::string& path, bool ids_too = false) {
  Scanner scanner([](const Record&) {}, [](const Problem&) {});
  scanner.on_text = [&](const Record& record, std::string_view text, std::size_t, Shape) {
    const auto* amended = std::get_if<Amended>(&record.body);
    lines.insert(hash_of(text, hash_of(record.id)));
    if (ids_too || is_redacted(record)) lines.insert(hash_of(record.id));
    if (amended && amended->forgotten) lines.insert(hash_of(amended->ref));
  };
  const auto found = files.read(path, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
  scanner.finish();
  return static_cast<bool>(found);
}

bool shares_a_line(const Lines& lines, Files& files, const std::string& path) {
  Lines others;
  // A file that cannot be read must not be left out silently.
  return !add_line_hashes(others, files, path, true) ||
         std::ranges::any_of(others, [&](auto line) { return lines.contains(line); });
}

bool begins_with_hash(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::size_t size = 16;
  return text.size() > size && text.find_first_not_of(digits) == size && text[size] == '-';
}

}  // namespace

JournalPlace journal_place(Files& files, const Facts& facts, const std::string& ledger) {
  if (facts.state_home.empty()) return {};
  const std::string whole = real(files, facts, ledger);
  const std::string mark = mark_of(files, facts, whole);
  const std::string heading = std::string(heading_start) + hex_of(hash_of(whole)) + R"("})";
  return {journal_named(facts, mark), mark.empty() ? heading : ""};
}

bool has_heading(Files& files, const JournalPlace& place) {
  return place.heading.empty() ||
         files.bytes_at(place.path, 0, place.heading.size() + 1) == place.heading + "\n";
}

std::string older_journal_path(const Facts& facts) { return journal_named(facts, "-1.0"); }

std::vector<std::string> Journals::all() const {
  std::vector<std::string> paths = older;
  paths.insert(paths.end(), own.begin(), own.end());
  return paths;
}

Journals journals_of(Files& files, const Facts& facts, const std::string& ledger) {
  Journals out;
  if (facts.state_home.empty()) return out;
  const JournalPlace place = journal_place(files, facts, ledger);
  const auto paths = paths_of(files, facts, ledger);
  // Only files that a listing shows to be absent are left out. Whatever is not a regular file, and
  // a folder that cannot be listed or is not a folder, is reported by whoever reads it.
  const auto names = files.list(state_folder(facts));
  const auto is_absent = [&](const std::string& path) {
    return names && !names->empty() &&
           std::ranges::find(*names, path.substr(state_folder(facts).size() + 1)) == names->end();
  };
  if (was_usual(facts, paths, files)) {
    const std::string older = older_journal_path(facts);
    const std::string_view begin = std::string_view(older).substr(state_folder(facts).size() + 1);
    for (const auto& name : names ? *names : std::vector<std::string>{})
      if (name.starts_with(begin)) out.older.push_back(state_folder(facts) + "/" + name);
    const std::string shared = journal_named(facts, "");
    if (files.bytes_at(shared, 0, heading_start.size()) != heading_start)
      add_once(out.older, shared);
  }
  for (const auto& path : paths) {
    add_once(out.older, journal_named(facts, mark_of(files, facts, path)));
    add_once(out.older, journal_named(facts, "-" + hex_of(hash_of(path))));
  }
  std::erase_if(out.older, [&](const auto& path) { return path == place.path || is_absent(path); });
  if (!is_absent(place.path))
    (has_heading(files, place) ? out.own : out.older).push_back(place.path);
  return out;
}

std::vector<std::string> former_sharers(Files& files, const Facts& facts,
                                        const std::string& ledger) {
  std::vector<std::string> out;
  const std::string whole = real(files, facts, ledger);
  for (std::string path : {usual_ledger(files, facts), facts.data_home + std::string(in_data_home)})
    if (real(files, facts, path) != whole) add_once(out, std::move(path));
  return out;
}

std::string backup_folder(const Facts& facts) {
  return facts.state_home.empty() ? "" : state_folder(facts) + "/backups";
}

std::string backup_prefix(Files& files, const Facts& facts, const std::string& ledger) {
  return "ledger" + mark_of(files, facts, real(files, facts, ledger)) + "-";
}

std::vector<std::string> backups_of(Files& files, const Facts& facts, const std::string& ledger) {
  std::vector<std::string> out;
  const std::string folder = backup_folder(facts);
  if (folder.empty()) return out;
  const auto paths = paths_of(files, facts, ledger);
  const std::string own = backup_prefix(files, facts, ledger);
  std::vector<std::string> former;
  for (const auto& path : paths) former.push_back("ledger-" + hex_of(hash_of(path)) + "-");
  constexpr std::string_view plain = "ledger-";
  const bool is_usual = own == plain;
  std::optional<Lines> lines;  // read only where a name is ambiguous
  const auto is_by_content = [&](const std::string& path) {
    if (!lines) {
      lines.emplace();
      add_line_hashes(*lines, files, ledger);
      for (const auto& journal : journals_of(files, facts, ledger).all())
        add_line_hashes(*lines, files, journal);
    }
    return lines->empty() ? is_usual : shares_a_line(*lines, files, path);
  };
  for (const auto& name : files.names_in(folder)) {
    const std::string path = folder + "/" + name;
    const bool is_plain = name.starts_with(plain) && !begins_with_hash(name.substr(plain.size()));
    const bool may_be = is_plain ? was_usual(facts, paths, files)
                                 : std::ranges::any_of(former, [&](const auto& prefix) {
                                     return name.starts_with(prefix);
                                   });
    const bool is_named = !is_usual && name.starts_with(own);
    if (is_named || (may_be && is_by_content(path))) out.push_back(path);
  }
  return out;
}

}  // namespace connect::store
