#include "store/ledger_file.hpp"

#include <algorithm>

#include "store/codec.hpp"

namespace connect::store {
namespace {

constexpr std::size_t problems_kept = 50;

/// Reads one file into the fold and keeps account of what was odd about it.
class Intake {
 public:
  Intake(Fold& fold, Reading& reading) : fold_(fold), reading_(reading) {}

  Result<bool> read(Files& files, const std::string& path) {
    Scanner scanner([&](const Record& record) { take(record); },
                    [&](const Problem& problem) { note(problem); });
    auto found = files.read(path, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
    scanner.finish();
    return found;
  }

  /// Nothing in it was a record, yet something was there besides our own unfinished line.
  bool is_foreign() const { return records_ == 0 && strangers_ > 0; }

 private:
  void take(const Record& record) {
    ++records_;
    fold_.add(record);
  }

  void note(const Problem& problem) {
    if (problem.damage == Damage::bad_line || problem.damage == Damage::foreign)
      ++reading_.bad_lines;
    if (problem.damage != Damage::marker && problem.reason != "unfinished") ++strangers_;
    if (reading_.problems.size() < problems_kept) reading_.problems.push_back(problem);
  }

  Fold& fold_;
  Reading& reading_;
  std::size_t records_ = 0;
  std::size_t strangers_ = 0;
};

std::pair<std::string, std::string> folder_and_name(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == path.npos) return {".", path};
  return {path.substr(0, std::max<std::size_t>(slash, 1)), path.substr(slash + 1)};
}

}  // namespace

Result<std::string> ledger_path(const std::string& flag, const Facts& facts) {
  if (!flag.empty()) return flag;
  if (!facts.ledger.empty()) return facts.ledger;
  if (!facts.data_home.empty()) return facts.data_home + "/connect/ledger.jsonl";
  return Error{ErrorKind::not_saved, "there is no home directory to keep the ledger in",
               "set HOME, or name a file: --ledger FILE"};
}

std::string journal_path(const Facts& facts) {
  return facts.state_home.empty() ? "" : facts.state_home + "/connect/journal.jsonl";
}

bool is_conflict_copy(std::string_view name, std::string_view of) {
  const auto dot = of.rfind('.');
  const std::string_view stem = of.substr(0, dot);
  const std::string_view ending = dot == of.npos ? "" : of.substr(dot);
  return name != of && name.starts_with(stem) && name.ends_with(ending) &&
         (name.find(".sync-conflict-") != name.npos || name.find("conflicted copy") != name.npos);
}

Result<Reading> read_ledger(Files& files, const std::string& path, Notes notes) {
  Reading reading;
  Fold fold(notes);
  Intake intake(fold, reading);
  const auto found = intake.read(files, path);
  if (!found) return found.error();
  reading.exists = *found;
  reading.is_ledger = !intake.is_foreign();
  const auto [folder, name] = folder_and_name(path);
  for (const auto& other : files.names_in(folder)) {
    if (!is_conflict_copy(other, name)) continue;
    if (Intake(fold, reading).read(files, folder + "/" + other)) reading.copies.push_back(other);
  }
  reading.ledger = std::move(fold).settled();
  return reading;
}

Result<Appended> append_record(Files& files, const std::string& path, const Record& record,
                               Files::Care care) {
  const std::string line = encode(record);
  if (line.size() > longest_record)
    return usage_error("this entry would be longer than 64 KiB; nothing was saved",
                       "shorten the note or name fewer people and tags");
  auto appended = files.append(path, line, care);
  if (appended || appended.error().kind != ErrorKind::not_saved) return appended;
  // Whoever has to repeat the command can do so safely only under the id of this very record.
  Error error = appended.error();
  if (const auto place = error.hint.find("--id ID"); place != error.hint.npos)
    error.hint.replace(place, 7, "--id " + record.id);
  return error;
}

}  // namespace connect::store
