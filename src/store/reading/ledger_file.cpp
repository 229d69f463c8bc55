#include "store/reading/ledger_file.hpp"

#include <algorithm>

#include "store/format/codec.hpp"
#include "store/reading/conflict_copies.hpp"
#include "store/reading/ledger_reader.hpp"

namespace connect::store {
namespace {

constexpr std::uint64_t shortest_entry = 120;  // bytes of a short line, roughly; to reserve memory

}  // namespace

Result<std::string> ledger_path(const std::string& flag, const Facts& facts) {
  if (!flag.empty()) return flag;
  if (!facts.ledger.empty()) return facts.ledger;
  if (!facts.data_home.empty()) return facts.data_home + "/connect/ledger.jsonl";
  return Error{ErrorKind::not_saved, "there is no home directory to keep the ledger in",
               "set HOME to its full path, or choose a file: --ledger FILE"};
}

std::string rejected_path(const std::string& ledger) {
  const auto slash = ledger.rfind('/');
  const auto dot = ledger.rfind('.');
  const bool has_ending = dot != ledger.npos && (slash == ledger.npos || dot > slash + 1);
  const std::string stem = has_ending ? ledger.substr(0, dot) : ledger;
  return stem + ".rejected.jsonl";
}

std::pair<std::string, std::string> folder_and_name(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == path.npos) return {".", path};
  return {path.substr(0, std::max<std::size_t>(slash, 1)), path.substr(slash + 1)};
}

Result<bool> read_into(Fold& fold, ReadReport& report, Files& files, const std::string& path,
                       LedgerReader& reader) {
  if (const auto state = files.state(path)) fold.expect(state->size / shortest_entry);
  const auto found = reader.read(files, path);
  if (!found) return found;
  report.exists = *found;
  report.is_empty = reader.end().byte == 0;
  report.is_ledger = !reader.is_foreign();
  for (auto& other : conflict_paths(files, path)) {
    ReadReport apart;  // problems of a copy are reported separately
    LedgerReader copy(fold, apart);
    copy.keeps_places = false;
    copy.passes_over = reader.passes_over;
    copy.on_record = reader.on_record;
    if (!copy.read(files, other)) continue;
    report.copies.push_back(other);
    if (apart.bad_lines > 0)
      report.skipped_in_copies.push_back(
          {std::move(other), apart.bad_lines, std::move(apart.problems)});
  }
  return found;
}

Result<Reading> read_ledger(Files& files, const std::string& path, Notes notes,
                            const ReadHooks& hooks) {
  Reading reading;
  Fold fold(notes, hooks.is_looked_for);
  LedgerReader reader(fold, reading);
  reader.on_record = hooks.on_record;
  if (const auto found = read_into(fold, reading, files, path, reader); !found)
    return found.error();
  reading.ledger = std::move(fold).settled();
  reading.newer = reading.ledger.oddities().newer;
  return reading;
}

Result<std::vector<std::string>> lines_of(const std::vector<Record>& records) {
  std::vector<std::string> lines;
  for (const Record& record : records) {
    lines.push_back(encode(record));
    if (lines.back().size() > longest_record)
      return usage_error("this entry would be longer than 64 KiB; nothing was saved",
                         "shorten the note, or name fewer people and tags");
    // A line that cannot be parsed again would be lost: the clock may say year 10000.
    if (decode(lines.back()).kind != LineKind::record)
      return Error{ErrorKind::not_saved,
                   "NOT SAVED: a ledger cannot hold this date; its last year is 9999",
                   "set the clock, then run the same command again"};
  }
  return lines;
}

std::string retry_of(const std::vector<Record>& records) {
  if (records.size() == 1 && std::holds_alternative<Logged>(records.front().body))
    return "run the same command again with --id " + records.front().id +
           "; then it is saved only once";
  return "look for it with connect export; if it is not there, run the same command again";
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out.append(out.empty() ? "" : "\n").append(line);
  return out;
}

}  // namespace connect::store
