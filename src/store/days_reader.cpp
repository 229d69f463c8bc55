#include "store/days_reader.hpp"

#include "store/continuing.hpp"

namespace connect::store {
namespace {

/// The days as something that is kept; see store/continuing.hpp.
struct DaysWay {
  using Kept = CoveredDays;
  static constexpr std::string_view ending = days_ending;
  static constexpr bool is_large = true;

  std::optional<CoveredDays> unpacked(std::string_view bytes) const { return unpacked_days(bytes); }
  std::string packed(const CoveredDays& days) const { return store::packed(days); }
  bool may_continue(const CoveredDays&) const { return true; }
  Fold fold(const CoveredDays& days) const { return {going_on(days.chronicle), Notes::leave}; }
  bool leaves_settled(const CoveredDays& days, const Record& record) const {
    return store::leaves_settled(days, record);
  }
  bool add(CoveredDays& days, const Ledger& ledger) const {
    return connect::add(days.chronicle, ledger);
  }
};

}  // namespace

std::optional<CoveredDays> continued_days(Files& files, const std::string& path, CoveredDays days,
                                          const FileState& now) {
  return continued(files, path, std::move(days), now, DaysWay{});
}

Result<CoveredDays> whole_days(Files& files, const std::string& path) {
  return whole(files, path, DaysWay{});
}

Result<CoveredDays> read_days(Files& files, const std::string& path,
                              const std::string& cache_home) {
  return read_kept(files, path, cache_home, DaysWay{});
}

}  // namespace connect::store
