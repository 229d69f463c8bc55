#include "store/days_reader.hpp"

#include "store/past_reader.hpp"

namespace connect::store {
namespace {

std::optional<CoveredDays> stored_days(Files& files, const std::string& path) {
  std::string bytes;
  if (const auto state = files.state(path)) bytes.reserve(state->size);
  const auto found = files.read(path, 0, [&](std::string_view piece) { bytes.append(piece); });
  return found && *found ? unpacked_days(bytes) : std::nullopt;
}

void store(Files& files, const std::string& path, const CoveredDays& days) {
  if (days.next_line != 0) files.store_cache(path, packed(days));
}

}  // namespace

std::optional<CoveredDays> continued_days(Files& files, const std::string& path, CoveredDays days,
                                          const FileState& now) {
  if (!may_continue(days, now)) return std::nullopt;
  Fold fold(going_on(days.chronicle), Notes::leave);
  Intake intake(fold, days.account);
  Marks marks = days.marks;
  bool fits = true;
  intake.on_record = [&](const Record& record) {
    fits = fits && leaves_settled(days, record);
    raise(marks, record);
  };
  const auto found = intake.read(files, path, {days.file.size, days.next_line});
  if (!found || !*found || !fits || ending_hash(intake.before()) != days.ending)
    return std::nullopt;
  const Ledger tail = std::move(fold).settled();
  if (tail.oddities().orphans > 0 || !add(days.chronicle, tail)) return std::nullopt;
  days.account.newer += tail.oddities().newer;
  days.marks = marks;
  end_at(days, now, intake);
  return days;
}

Result<CoveredDays> whole_days(Files& files, const std::string& path) {
  CoveredDays days;
  const auto before = files.state(path);
  Fold fold(Notes::leave);
  Intake intake(fold, days.account);
  intake.on_record = [&](const Record& record) { raise(days.marks, record); };
  if (const auto found = read_into(fold, days.account, files, path, intake); !found)
    return found.error();
  const Ledger ledger = std::move(fold).settled();
  days.account.newer = ledger.oddities().newer;
  add(days.chronicle, ledger);
  const bool is_alone = days.account.copies.empty() && intake.records() > 0;
  if (is_alone && before && before == files.state(path)) end_at(days, *before, intake);
  return days;
}

Result<CoveredDays> read_days(Files& files, const std::string& path,
                              const std::string& cache_home) {
  const auto now = cache_home.empty() ? std::nullopt : files.state(path);
  const bool is_kept = now && now->size > indexed_size;
  const std::string cache = is_kept ? days_path(cache_home, now->path) : "";
  if (is_kept && conflict_copies(files, path).empty())
    if (auto stored = stored_days(files, cache)) {
      const std::uint64_t covered = stored->file.size;
      if (auto days = continued_days(files, path, *std::move(stored), *now)) {
        if (now->size - covered > longest_tail && files.state(path) == now)
          store(files, cache, *days);
        return *std::move(days);
      }
    }
  auto days = whole_days(files, path);
  if (days && is_kept) store(files, cache, *days);
  return days;
}

}  // namespace connect::store
