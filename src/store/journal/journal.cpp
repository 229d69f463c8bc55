#include "store/journal/journal.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "domain/text/counted.hpp"
#include "domain/text/utf8.hpp"
#include "store/format/codec.hpp"
#include "store/format/scanner.hpp"
#include "store/journal/undo_history.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {
namespace {

struct JournalLine : Kept {
  bool is_own = true;  // false: it may belong to another ledger
};
using JournalLines = std::vector<JournalLine>;

Status add_journal_lines(JournalLines& lines, Files& files, const std::string& path, bool is_own) {
  std::string text;
  Scanner scanner(
      [&](const Record& record) {
        if (!marks_change(record)) lines.push_back({{record, std::move(text)}, is_own});
      },
      [](const Problem&) {});
  scanner.on_text = [&](const Record&, std::string_view object, std::size_t, Shape) {
    text = object;
  };
  const auto found = files.read(path, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
  if (!found) return found.error();
  scanner.finish();
  return success();
}

/// By id: whether the latest correction of `removed` removed the record. A correction that was
/// itself removed does not count.
std::unordered_map<std::string, bool> last_removals(const JournalLines& lines) {
  std::unordered_map<std::string, bool> is_out;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const auto* said = correction_in(line->record);
    const auto own = is_out.find(line->record.id);
    if (said != nullptr && said->set.removed && (own == is_out.end() || !own->second))
      is_out.try_emplace(said->ref, *said->set.removed);
  }
  return is_out;
}

/// Leaves only the lines that should be in the ledger and are not, each once.
void keep_missing(JournalLines& lines,
                  const std::function<bool(const std::string&)>& is_in_ledger) {
  const auto is_out = last_removals(lines);
  std::unordered_set<std::string> offered;
  std::erase_if(lines, [&](const JournalLine& line) {
    const std::string& id = line.record.id;
    const auto removal = is_out.find(id);
    if ((removal != is_out.end() && removal->second) || is_in_ledger(id)) return true;
    const auto* said = correction_in(line.record);
    if (said != nullptr && !offered.contains(said->ref) && !is_in_ledger(said->ref)) return true;
    return !offered.insert(id).second;
  });
}

std::unordered_set<std::string> ids_in_files(Files& files,
                                             const std::vector<std::string>& ledgers) {
  std::unordered_set<std::string> ids;
  for (const auto& path : ledgers) {
    Scanner scanner([&](const Record& record) { ids.insert(record.id); }, [](const Problem&) {});
    static_cast<void>(files.read(path, 0, [&](std::string_view bytes) { scanner.feed(bytes); }));
    scanner.finish();
  }
  return ids;
}

/// Moves an older journal, which may have lines of several ledgers, to a file of its own and begins
/// a new one.
Status move_older_away(Files& files, const Facts& facts, const JournalPlace& place) {
  Rewriting how;
  how.make = [&](std::string_view old) -> Result<std::optional<std::string>> {
    // Another process may have done it already.
    if (old.starts_with(place.heading)) return std::optional<std::string>();
    return std::optional(place.heading + "\n");
  };
  how.backup = older_journal_path(facts);
  const auto done = files.rewrite(place.path, how);
  return done ? success() : Status(done.error());
}

}  // namespace

std::string without_verdict(std::string message) {
  if (message.starts_with(verdict)) message.erase(0, verdict.size());
  return message;
}

Status add_to_journal(Files& files, const Facts& facts, const std::string& ledger,
                      const std::string& text, Files::Care care) {
  const JournalPlace place = journal_place(files, facts, ledger);
  if (place.path.empty()) return success();
  std::string heading;
  if (!has_heading(files, place)) {
    const auto state = files.state(place.path);
    if (!state || state->size == 0) {
      heading = place.heading + "\n";
    } else if (care == Files::Care::best_effort) {
      return success();
    } else if (auto moved = move_older_away(files, facts, place); !moved) {
      return moved;
    }
  }
  const auto kept = files.append(place.path, heading + text, care, {});
  return kept ? success() : Status(kept.error());
}

void disown(Files& files, const Facts& facts, const std::string& ledger,
            const std::vector<std::string>& lines, Record mark) {
  Changes removal;
  removal.removed = true;
  Id id = id_from_text(mark.id);
  std::vector<std::string> marks;
  for (const auto& line : lines) {
    mark.body = Amended{decode(line).record.id, removal, true};
    marks.push_back(encode(mark));
    ++id.low;
    mark.id = uuid_text(id);
  }
  static_cast<void>(add_to_journal(files, facts, ledger, joined(marks), Files::Care::best_effort));
}

Result<MissingLines> missing_lines(Files& files, const Facts& facts, const std::string& ledger,
                                   const std::function<bool(const std::string&)>& is_in_ledger) {
  const Journals journals = journals_of(files, facts, ledger);
  JournalLines lines;
  for (const bool is_own : {false, true})
    for (const auto& path : is_own ? journals.own : journals.older)
      if (auto read = add_journal_lines(lines, files, path, is_own); !read) return read.error();
  keep_missing(lines, is_in_ledger);
  MissingLines missing;
  if (std::ranges::any_of(lines, [](const auto& line) { return !line.is_own; })) {
    const auto elsewhere = ids_in_files(files, former_sharers(files, facts, ledger));
    missing.doubtful = static_cast<std::size_t>(std::ranges::count_if(lines, [&](const auto& line) {
      return !line.is_own && !elsewhere.contains(line.record.id);
    }));
  }
  for (JournalLine& line : lines)
    if (line.is_own) missing.own.push_back(std::move(line));
  return missing;
}

std::string remembered(Files& files, const Facts& facts, const std::string& ledger) {
  const auto missing =
      missing_lines(files, facts, ledger, [](const std::string&) { return false; });
  // A journal that cannot be read counts as empty.
  if (missing && !missing->own.empty())
    return "this machine wrote " +
           (missing->own.size() == 1 ? "a line" : std::to_string(missing->own.size()) + " lines") +
           " to it";
  if (missing && missing->doubtful > 0)
    return "an earlier safety journal has " +
           counted(static_cast<std::int64_t>(missing->doubtful), "record") +
           " that may belong to it";
  const auto backups = backups_of(files, facts, ledger);
  return backups.empty() ? "" : "there is a backup: " + backups.back();
}

}  // namespace connect::store
