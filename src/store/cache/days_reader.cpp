#include "store/cache/days_reader.hpp"

#include "store/cache/continuing.hpp"

namespace connect::store {
namespace {

/// The policy for cached per-day totals; see store/cache/continuing.hpp.
struct DaysWay {
  using Kept = CoveredDays;
  static constexpr bool is_large = true;
  Question asked;
  bool is_recent;  // the days before the last year are left out

  std::string_view ending() const { return is_recent ? recent_ending : days_ending; }

  std::optional<CoveredDays> unpacked(std::string_view bytes) const { return unpacked_days(bytes); }
  std::string packed(CoveredDays& days) const {
    sum_up_earlier(days.chronicle, asked.today, asked.rules);
    if (is_recent) leave_out_earlier(days.chronicle);
    return store::packed(days);
  }
  bool may_continue(const CoveredDays& days) const {
    return tells_enough(days.chronicle, asked.today, asked.rules);
  }
  Fold fold(const CoveredDays& days) const { return {going_on(days.chronicle), Notes::leave}; }
  bool leaves_settled(const CoveredDays& days, const Record& record) const {
    const auto* rested = std::get_if<Rested>(&record.body);
    return store::leaves_settled(days, record) &&
           (rested == nullptr || rested->days.since >= days.chronicle.earlier->streaks.until);
  }
  bool add(CoveredDays& days, const Ledger& ledger) const {
    return connect::add(days.chronicle, ledger);
  }
};

}  // namespace

std::optional<CoveredDays> continued_days(Files& files, const std::string& path, CoveredDays days,
                                          const FileState& now, const Question& question) {
  if (days.path != now.path || !has_covered_bytes(files, path, days)) return std::nullopt;
  return continued(files, path, std::move(days), now, DaysWay{question, false});
}

Result<CoveredDays> whole_days(Files& files, const std::string& path) {
  return whole(files, path, DaysWay{{}, false});
}

Result<CoveredDays> read_days(Files& files, const std::string& path, const std::string& cache_home,
                              const Question& question, std::optional<Day> since) {
  const bool is_recent = since && *since >= recent_since(question.today);
  return read_kept(files, path, cache_home, DaysWay{question, is_recent});
}

}  // namespace connect::store
