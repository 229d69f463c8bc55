#include "store/cache/summary_cache.hpp"

#include "store/cache/packing.hpp"
#include "store/reading/conflict_copies.hpp"

namespace connect::store {
namespace {

/// Bytes read at first; most sections that hold these parts are shorter.
constexpr std::size_t usual_size(Parts parts) {
  return std::size_t{parts == Parts::days ? 8U : 24U} * 1024;
}

/// One read of a summary through its cache files.
class SummaryCache {
 public:
  SummaryCache(Files& files, const std::string& ledger, const std::string& cache_home,
               const FileState& now, const Question& question)
      : files_(files), ledger_(ledger), home_(cache_home), now_(now), question_(question) {}

  Result<CachedSummary> read() {
    if (auto cached = from_cache()) return *std::move(cached);
    auto whole = whole_summary(files_, ledger_, question_.today);
    if (whole) store(*whole, true);
    return whole;
  }

 private:
  std::string path(std::string_view ending) const { return cache_path(home_, now_.path, ending); }

  /// The stored summary, if it is of this ledger and covers the question.
  std::optional<CachedSummary> stored(Parts parts) {
    const std::string file = path(summary_ending);
    std::optional<CachedSummary> cached;
    if (parts != Parts::details) cached = unpacked(beginning(file, parts), parts);
    if (!cached) {
      const auto state = files_.state(file);
      const auto bytes = files_.whole_if_readable(file, state ? state->size : 0);
      if (bytes) cached = unpacked(*bytes, parts);
    }
    const bool fits = cached && cached->path == now_.path && covers(cached->summary, question_);
    return fits ? std::move(cached) : std::nullopt;
  }

  /// At least the first sections of a file. They are from one version of it, also if it is replaced
  /// meanwhile, so all are read again if the first bytes were not enough.
  std::string beginning(const std::string& file, Parts parts) const {
    std::string bytes = files_.bytes_at(file, 0, usual_size(parts));
    const auto size = size_of_sections(bytes, sections_of(parts));
    if (!size || *size <= bytes.size()) return bytes;
    // A damaged header must not exhaust memory.
    const auto state = files_.state(file);
    return state && *size <= state->size ? files_.bytes_at(file, 0, *size) : bytes;
  }

  std::optional<CachedSummary> from_cache() {
    if (!conflict_copies(files_, ledger_).empty()) return std::nullopt;
    auto cached = stored(question_.parts());
    // Only appends by other processes of this program need another small file.
    const bool is_same = cached && cached->standing.state == number_of(now_);
    appends_ = is_same ? Appends{cached->standing.origin, cached->standing.state}
                       : known_appends(files_, home_, now_.path);
    // Another process may have appended since the state was read.
    if (!is_same && appends_.last != number_of(now_)) now_ = files_.state(ledger_).value_or(now_);
    if (!cached || now_.size < cached->bytes.size()) return std::nullopt;
    const bool is_long = now_.size - cached->bytes.size() > longest_tail;
    const bool is_known = is_as_left(cached->standing, now_, appends_);
    // All sections are written together, so all are read together.
    if ((is_long || !is_known) && !cached->summary.details) cached = stored(Parts::details);
    if (!cached || (!is_known && !has_covered_bytes(files_, ledger_, *cached))) return std::nullopt;
    auto more = extended(files_, ledger_, *std::move(cached), now_, question_);
    if (!more) return std::nullopt;
    const bool writes = more->summary.details && (is_long || !is_known);
    const bool needs_older = lacks_older_days(more->summary, question_) ||
                             (writes && is_split_due(more->summary, question_.today));
    if (needs_older &&
        !rejoin_older(*more, files_.whole_if_readable(path(older_ending)).value_or("")))
      return std::nullopt;
    if (writes) store(*more, is_long);
    return more;
  }

  /// Writes the files, unless the ledger was changed while it was read. `is_asked_for`: even if a
  /// later command cannot know that the covered bytes are unchanged without their checksum.
  void store(const CachedSummary& cached, bool is_asked_for) {
    const auto after = files_.state(ledger_);
    const Standing standing =
        standing_of(now_, appends_, after, known_appends(files_, home_, now_.path));
    if (cached.next_line == 0 || !after || !has_only_grown(now_, *after) ||
        (!is_asked_for && standing.state == 0))
      return;
    CachedSummary saved = cached;
    saved.standing = standing;
    move_checkpoint(saved.summary, question_.today, question_.rules);
    if (const auto older = split_older_days(saved.summary, question_.today))
      files_.store_cache(path(older_ending), packed_older(*older, saved.older));
    files_.store_cache(path(summary_ending), packed(saved));
    for (const auto ending : former_endings) static_cast<void>(files_.remove(path(ending)));
  }

  Files& files_;
  const std::string& ledger_;
  const std::string& home_;
  FileState now_;  // of the ledger, before it was read
  const Question& question_;
  Appends appends_;
};

}  // namespace

std::string cache_path(const std::string& cache_home, const std::string& ledger,
                       std::string_view ending) {
  return cache_home + "/connect/" + hex_of(hash_of(ledger)) + std::string(ending);
}

std::optional<CachedSummary> extended(Files& files, const std::string& path, CachedSummary cached,
                                      const FileState& now, const Question& question) {
  // Mostly there is nothing to add, and nothing to continue from is copied.
  const bool is_whole = now.size == cached.bytes.size();
  Fold fold = is_whole ? Fold(Notes::leave) : Fold(cached.summary, Notes::leave);
  ReadReport report = cached.report;
  LedgerReader reader(fold, report);
  Marks marks = cached.marks;
  Checksum bytes = cached.bytes;
  bool fits = true;
  reader.on_record = [&](const Record& record) {
    fits = fits && leaves_settled(cached, record) && is_settled_before(cached.summary, record);
    raise(marks, record);
  };
  reader.on_bytes = [&](std::string_view more) { bytes.add(more); };
  const auto found = reader.read(files, path, {cached.bytes.size(), cached.next_line});
  if (!found || !*found || !fits || checksum(reader.before()) != cached.ending) return std::nullopt;
  if (is_whole && reader.records() > 0) {  // lines have come since `now`
    const auto later = files.state(path);
    const bool is_longer = later && later->size > cached.bytes.size();
    return is_longer ? extended(files, path, std::move(cached), *later, question) : std::nullopt;
  }
  cached.report = std::move(report);
  if (is_whole) return cached;
  const Ledger tail = std::move(fold).settled();
  if (tail.oddities().orphans > 0) return std::nullopt;
  if (!add(cached.summary, tail, question.today)) {
    // Of many writers, some append later than others that began after them. That is no reason for
    // each to read everything: only the details, which reports need, are not extended.
    if (question.details_since || now.size - cached.bytes.size() > cached_size) return std::nullopt;
    cached.summary.details.reset();
  }
  cached.report.newer += tail.oddities().newer;
  cached.set_marks(marks);
  end_at(cached, bytes, reader, now.size);
  if (!cached.summary.details) cached.next_line = 0;  // not to be cached
  return cached;
}

Result<CachedSummary> whole_summary(Files& files, const std::string& path, Day today,
                                    bool with_details) {
  CachedSummary cached;
  const auto before = files.state(path);
  Fold fold(Notes::leave);
  LedgerReader reader(fold, cached.report);
  Checksum bytes;
  Marks marks;
  reader.on_record = [&](const Record& record) { raise(marks, record); };
  reader.on_bytes = [&](std::string_view more) { bytes.add(more); };
  if (const auto found = read_into(fold, cached.report, files, path, reader); !found)
    return found.error();
  const Ledger ledger = std::move(fold).settled();
  cached.report.newer = ledger.oddities().newer;
  if (with_details) cached.summary.details.emplace();
  static_cast<void>(add(cached.summary, ledger, today));  // fits into an empty summary
  cached.set_marks(marks);
  if (!before || !cached.report.copies.empty() || reader.records() == 0) return cached;
  cached.path = before->path;
  end_at(cached, bytes, reader, before->size);
  return cached;
}

Result<CachedSummary> read_summary(Files& files, const std::string& path,
                                   const std::string& cache_home, const Question& question) {
  const auto now = cache_home.empty() ? std::nullopt : files.state(path);
  if (!now || now->size <= cached_size)  // not to be cached, so details are for reports only
    return whole_summary(files, path, question.today, question.details_since.has_value());
  return SummaryCache(files, path, cache_home, *now, question).read();
}

}  // namespace connect::store
