#include "store/past_reader.hpp"

#include <algorithm>

namespace connect::store {
namespace {

/// Whether the index begins a file that is still the same, as far as can be seen from outside.
bool may_begin(const Index& index, const FileState& now) {
  const FileState& then = index.file;
  if (then.path != now.path || then.device != now.device || then.inode != now.inode) return false;
  return then.size < now.size || (then.size == now.size && then.modified == now.modified);
}

/// Whether a record leaves all that the index has settled as it is.
bool is_placeable(const Record& record, const Index& index) {
  if (std::holds_alternative<Foreign>(record.body)) return true;
  const Id id = id_from_text(record.id);
  if (!is_dated(record.id) || id <= index.marks.newest) return false;
  const Stamp stamp{record.at.seconds, id};
  const Day base = *index.past.base_day;
  if (const auto* said = std::get_if<Logged>(&record.body)) return said->day >= base;
  if (const auto* said = std::get_if<Prompted>(&record.body)) return said->day >= base;
  if (const auto* said = std::get_if<Amended>(&record.body))
    return said->set.day.value_or(base) >= base;
  if (const auto* said = std::get_if<Rested>(&record.body))
    return stamp > index.marks.rest && said->days.since >= index.past.earlier->until;
  if (const auto* said = std::get_if<PersonSet>(&record.body))
    return stamp > index.marks.person && !said->renamed;
  return true;
}

/// Every entry of this day can be listed.
bool lists_day(const Past& past, Day day) {
  const auto acts = std::ranges::lower_bound(past.days, day, {}, &DayActs::day);
  const auto known = acts != past.days.end() && acts->day == day ? acts->total() : 0;
  return std::ranges::count(past.recent, day, &RecentEntry::day) == known;
}

void end_at(Index& index, const FileState& now, const Intake& intake) {
  index.file = now;
  index.ending = ending_hash(intake.ending());
  const bool whole = intake.is_resumable() && intake.end().byte == now.size;
  index.next_line = whole ? intake.end().line : 0;
}

std::optional<Index> stored_index(Files& files, const std::string& path) {
  std::string bytes;
  const auto found = files.read(path, 0, [&](std::string_view piece) { bytes.append(piece); });
  return found && *found ? unpacked(bytes) : std::nullopt;
}

void store(Files& files, const std::string& path, Index index, const Question& question) {
  if (index.next_line == 0) return;
  index.past = abridged(index.past, question.today, question.rules);
  files.store_cache(path, packed(index));
}

}  // namespace

std::optional<Index> continued_index(Files& files, const std::string& path, Index index,
                                     const FileState& now, const Question& question) {
  if (!may_begin(index, now) || !lists_enough(index.past, question.today, question.rules))
    return std::nullopt;
  Fold fold(index.past, Notes::leave);
  Intake intake(fold, index.account);
  Marks marks = index.marks;
  bool fits = true;
  intake.on_record = [&](const Record& record) {
    fits = fits && is_placeable(record, index);
    raise(marks, record);
  };
  const auto found = intake.read(files, path, {index.file.size, index.next_line});
  if (!found || !*found || !fits || ending_hash(intake.before()) != index.ending)
    return std::nullopt;
  const Ledger tail = std::move(fold).settled();
  if (tail.oddities().orphans > 0) return std::nullopt;
  add(index.past, tail, question.today);
  if (!lists_day(index.past, question.today)) return std::nullopt;
  index.account.newer += tail.oddities().newer;
  index.marks = marks;
  end_at(index, now, intake);
  return index;
}

Result<Index> whole_index(Files& files, const std::string& path, Day today) {
  Index index;
  const auto before = files.state(path);
  Fold fold(Notes::leave);
  Intake intake(fold, index.account);
  intake.on_record = [&](const Record& record) { raise(index.marks, record); };
  if (const auto found = read_into(fold, index.account, files, path, intake); !found)
    return found.error();
  const Ledger ledger = std::move(fold).settled();
  index.account.newer = ledger.oddities().newer;
  add(index.past, ledger, today);
  const bool is_alone = index.account.copies.empty() && intake.records() > 0;
  if (is_alone && before && before == files.state(path)) end_at(index, *before, intake);
  return index;
}

Result<PastReading> read_past(Files& files, const std::string& path, const std::string& cache_home,
                              const Question& question) {
  const auto now = cache_home.empty() ? std::nullopt : files.state(path);
  const bool is_indexed = now && now->size > indexed_size;
  const std::string cache = is_indexed ? index_path(cache_home, now->path) : "";
  if (is_indexed && conflict_copies(files, path).empty())
    if (auto stored = stored_index(files, cache)) {
      const std::uint64_t covered = stored->file.size;
      if (auto index = continued_index(files, path, *std::move(stored), *now, question)) {
        if (now->size - covered > longest_tail && files.state(path) == now)
          store(files, cache, *index, question);
        return PastReading{std::move(index->account), std::move(index->past)};
      }
    }
  auto index = whole_index(files, path, question.today);
  if (!index) return index.error();
  if (is_indexed) store(files, cache, *index, question);
  return PastReading{std::move(index->account), std::move(index->past)};
}

}  // namespace connect::store
