#include "store/journal.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "store/codec.hpp"
#include "store/ledger_file.hpp"
#include "store/own_changes.hpp"
#include "store/scanner.hpp"

namespace connect::store {
namespace {

const Amended* correction(const Kept& kept) { return std::get_if<Amended>(&kept.record.body); }

Result<std::vector<Kept>> journal_lines(Files& files, const std::string& journal) {
  std::vector<Kept> lines;
  if (journal.empty()) return lines;
  std::string text;
  Scanner scanner(
      [&](const Record& record) {
        if (!marks_group(record)) lines.push_back({record, std::move(text)});
      },
      [](const Problem&) {});
  scanner.on_text = [&](const Record&, std::string_view object, std::size_t, Shape) {
    text = object;
  };
  const auto found = files.read(journal, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
  if (!found) return found.error();
  scanner.finish();
  return lines;
}

/// Whether the last word on a record took it out. A correction that was itself taken out has none.
std::unordered_map<std::string, bool> last_removals(const std::vector<Kept>& lines) {
  std::unordered_map<std::string, bool> is_out;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const auto* said = correction(*line);
    const auto own = is_out.find(line->record.id);
    if (said != nullptr && said->set.removed && (own == is_out.end() || !own->second))
      is_out.try_emplace(said->ref, *said->set.removed);
  }
  return is_out;
}

std::string newest_backup(Files& files, const BackupPlace& place) {
  auto names = files.names_in(place.folder);
  std::erase_if(names, [&](const auto& name) { return !name.starts_with(place.prefix); });
  return names.empty() ? "" : place.folder + "/" + *std::ranges::max_element(names);
}

}  // namespace

std::string without_verdict(std::string message) {
  if (message.starts_with(verdict)) message.erase(0, verdict.size());
  return message;
}

Status keep_first(Files& files, const std::string& journal, const std::vector<std::string>& lines) {
  if (journal.empty()) return success();
  const auto kept = files.append(journal, journal_text(lines), Files::Care::ordered);
  return kept ? success() : Status(kept.error());
}

void disown(Files& files, const std::string& journal, const std::vector<std::string>& lines,
            Record mark) {
  if (journal.empty()) return;
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
  static_cast<void>(files.append(journal, joined(marks), Files::Care::passing));
}

Result<std::vector<Kept>> missing_lines(
    Files& files, const std::string& journal,
    const std::function<bool(const std::string&)>& is_in_ledger) {
  auto lines = journal_lines(files, journal);
  if (!lines) return lines.error();
  const auto is_out = last_removals(*lines);
  std::unordered_set<std::string> offered;
  std::erase_if(*lines, [&](const Kept& line) {
    const std::string& id = line.record.id;
    const auto removal = is_out.find(id);
    if ((removal != is_out.end() && removal->second) || is_in_ledger(id)) return true;
    const auto* said = correction(line);
    if (said != nullptr && !offered.contains(said->ref) && !is_in_ledger(said->ref)) return true;
    return !offered.insert(id).second;
  });
  return lines;
}

std::string remembered(Files& files, const Facts& facts, const std::string& ledger) {
  const std::string journal = journal_path(facts, ledger);
  const auto lines = missing_lines(files, journal, [](const std::string&) { return false; });
  // A journal that cannot be read knows nothing.
  if (const std::size_t count = lines ? lines->size() : 0; count > 0)
    return "this machine wrote " + (count == 1 ? "a line" : std::to_string(count) + " lines") +
           " to it";
  const std::string backup = newest_backup(files, backup_place(facts, ledger));
  return backup.empty() ? "" : "there is a backup: " + backup;
}

}  // namespace connect::store
