// Extracts one feeling's numbers from a history, builds its summary, and tells which comparisons
// are clear.
#include "domain/feelings/feelings.hpp"

#include <algorithm>

#include "domain/feelings/feelings_parts.hpp"

namespace connect {
namespace {

/// Sums and counts by day, from which it computes means. Integers, so the order of addition does
/// not matter.
class DayMeans {
 public:
  void add(std::int32_t day, std::optional<int> value) {
    if (!value) return;
    auto& [sum, count] = days_[day];
    sum += *value;
    ++count;
  }

  std::map<std::int32_t, double> means() const {
    std::map<std::int32_t, double> result;
    for (const auto& [day, total] : days_)
      result[day] = static_cast<double>(total.sum) / static_cast<double>(total.count);
    return result;
  }

 private:
  struct Total {
    std::int64_t sum = 0, count = 0;
  };
  std::map<std::int32_t, Total> days_;
};

/// In the order of days.
template <class Rated>
std::vector<Rated> by_day_of(std::vector<Rated> rated) {
  std::ranges::stable_sort(rated, {}, &Rated::day);
  return rated;
}

FeelingStage stage_of(std::size_t pairs) {
  if (pairs < early_pairs) return FeelingStage::none;
  return pairs < steady_pairs ? FeelingStage::early : FeelingStage::steady;
}

FeelingComparison comparison_of(const Coefficient& points, std::size_t count) {
  return {{points.value, t_interval(points, feelings_confidence)}, t_test_p(points), count};
}

FeelingSummary feeling_summary(const FeelingHistory& history, FeelingItem item) {
  const auto numbers = feeling_numbers(history, item);
  FeelingSummary summary;
  summary.item = item;
  summary.answers = numbers.answers;
  summary.pairs = numbers.before.size();
  summary.check_ins = numbers.check_ins.size();
  summary.usual = numbers.usual.size();
  summary.stage = stage_of(summary.pairs);
  if (const auto change = feeling_change(numbers))
    summary.change = comparison_of(*change, summary.pairs);
  if (const auto start = corrected_change(numbers))
    summary.corrected = comparison_of(*start, summary.pairs);
  if (const auto link = day_after_act(numbers, history))
    summary.day_after_act = comparison_of(link->points, link->pairs);
  if (const auto link = day_before_act(numbers, history))
    summary.day_before_act = comparison_of(link->points, link->pairs);
  if (const auto trend = feeling_trend(numbers)) {
    summary.trend = comparison_of(trend->points_a_week, trend->weeks);
    summary.trend_span = trend->span;
  }
  return summary;
}

/// Moods that last wander off and back within a season, which a shorter trend cannot tell from one.
constexpr std::size_t clear_trend_weeks = 20;

/// Counts the comparisons and marks the clear ones. A change that could not be corrected is
/// counted, but with a p of 1, because low moods that lift by themselves are not chance; so is a
/// short trend.
void correct_for_many(FeelingStatistics& statistics) {
  std::vector<FeelingComparison*> tested;
  std::vector<double> p;
  for (FeelingSummary& summary : statistics.items) {
    auto& change = summary.corrected ? summary.corrected : summary.change;
    for (auto* made : {&change, &summary.day_after_act, &summary.day_before_act, &summary.trend}) {
      if (!*made) continue;
      tested.push_back(&**made);
      const bool is_short = made == &summary.trend && summary.trend_span < clear_trend_weeks;
      p.push_back(made == &summary.change || is_short ? 1 : (*made)->p);
    }
  }
  const auto rejected = holm_rejections(p, feelings_clear_level);
  for (std::size_t i = 0; i < tested.size(); ++i) tested[i]->is_clear = rejected[i];
  statistics.comparisons = tested.size();
}

}  // namespace

std::optional<int> answer_of(const Feelings& feelings, FeelingItem item) {
  const int value = feelings.items[static_cast<std::size_t>(item)];
  return value < 0 ? std::nullopt : std::optional(value);
}

FeelingNumbers feeling_numbers(const FeelingHistory& history, FeelingItem item) {
  FeelingNumbers numbers;
  DayMeans days;
  for (const auto& note : history.check_ins) {
    const auto value = answer_of(note.feelings, item);
    days.add(note.day, value);
    if (value) numbers.check_ins.push_back(*value);
  }
  for (const auto& note : by_day_of(history.usual)) {
    const auto value = answer_of(note.feelings, item);
    if (!value) continue;
    numbers.usual.push_back(*value);
    numbers.usual_days.push_back(note.day);
  }
  numbers.answers = numbers.check_ins.size();
  for (const auto& pair : by_day_of(history.pairs)) {
    const auto before = answer_of(pair.before, item), after = answer_of(pair.after, item);
    days.add(pair.day, before);
    numbers.answers +=
        static_cast<std::size_t>(before.has_value()) + static_cast<std::size_t>(after.has_value());
    if (!before || !after) continue;
    numbers.before.push_back(*before);
    numbers.after.push_back(*after);
    numbers.pair_days.push_back(pair.day);
  }
  numbers.by_day = days.means();
  numbers.weeks = rated_weeks(history.check_ins).means[static_cast<std::size_t>(item)];
  return numbers;
}

FeelingStatistics feeling_statistics(const FeelingHistory& history) {
  FeelingStatistics statistics{{feeling_summary(history, FeelingItem::contentment),
                                feeling_summary(history, FeelingItem::trust),
                                feeling_summary(history, FeelingItem::calm)}};
  correct_for_many(statistics);
  return statistics;
}

}  // namespace connect
