// Extracts one feeling's numbers from a history and builds its summary.
#include "domain/feelings/feelings.hpp"

#include "domain/feelings/feelings_parts.hpp"

namespace connect {
namespace {

std::optional<int> answer(const Feelings& feelings, FeelingItem item) {
  const int value = feelings.items[static_cast<std::size_t>(item)];
  return value < 0 ? std::nullopt : std::optional(value);
}

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

FeelingStage stage_of(std::size_t pairs) {
  if (pairs < early_pairs) return FeelingStage::none;
  return pairs < steady_pairs ? FeelingStage::early : FeelingStage::steady;
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
  summary.change = feeling_change(numbers);
  if (const auto start = corrected_change(numbers)) {
    summary.corrected = Estimate{start->value, t_interval(*start, feelings_confidence)};
  }
  summary.low_moments_lift = summary.change.has_value() && !summary.corrected.has_value();
  summary.day_after_act = day_after_act(numbers, history);
  summary.day_before_act = day_before_act(numbers, history);
  summary.trend = feeling_trend(numbers);
  return summary;
}

}  // namespace

FeelingNumbers feeling_numbers(const FeelingHistory& history, FeelingItem item) {
  FeelingNumbers numbers;
  DayMeans days;
  for (const auto& note : history.check_ins) {
    const auto value = answer(note.feelings, item);
    days.add(note.day, value);
    if (value) numbers.check_ins.push_back(*value);
  }
  for (const auto& note : history.usual)
    if (const auto value = answer(note.feelings, item)) numbers.usual.push_back(*value);
  numbers.answers = numbers.check_ins.size();
  for (const auto& pair : history.pairs) {
    const auto before = answer(pair.before, item), after = answer(pair.after, item);
    days.add(pair.day, before);
    numbers.answers +=
        static_cast<std::size_t>(before.has_value()) + static_cast<std::size_t>(after.has_value());
    if (!before || !after) continue;
    numbers.before.push_back(*before);
    numbers.after.push_back(*after);
  }
  numbers.by_day = days.means();
  return numbers;
}

FeelingsReport feelings_report(const FeelingHistory& history) {
  return {{feeling_summary(history, FeelingItem::contentment),
           feeling_summary(history, FeelingItem::trust),
           feeling_summary(history, FeelingItem::calm)}};
}

}  // namespace connect
