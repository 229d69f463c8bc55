// Weekly means of the ratings made with `feel`, and the trend through them.
#include <algorithm>
#include <iterator>

#include "domain/feelings/feelings_parts.hpp"

namespace connect {
namespace {

/// The Monday of the week; 1970-01-01, day 0, was a Thursday.
std::int32_t monday_of(std::int32_t day) {
  const std::int32_t since_monday = (day + 3) % 7;
  return day - (since_monday < 0 ? since_monday + 7 : since_monday);
}

/// Sum and number of answers.
struct AnswerTotal {
  std::int64_t sum = 0, count = 0;

  void add(const Feelings& feelings, FeelingItem item) {
    const auto value = answer_of(feelings, item);
    if (!value) return;
    sum += *value;
    ++count;
  }
  std::optional<double> mean() const {
    if (count == 0) return std::nullopt;
    return static_cast<double>(sum) / static_cast<double>(count);
  }
};

std::optional<double> mean_of(std::span<const CheckIn> ratings, FeelingItem item) {
  AnswerTotal total;
  for (const CheckIn& rating : ratings) total.add(rating.feelings, item);
  return total.mean();
}

}  // namespace

FeelingWeeks feeling_weeks(std::span<const CheckIn> ratings, DayRange days) {
  const std::int32_t first = monday_of(days.since.number), last = monday_of(days.until.number);
  const auto count = static_cast<std::size_t>((last - first) / 7 + 1);
  FeelingWeeks weeks{Day{first}, {}};
  for (std::size_t i = 0; i < weeks.means.size(); ++i) {
    std::vector<AnswerTotal> totals(count);
    for (const CheckIn& rating : ratings) {
      const std::int32_t monday = monday_of(rating.day);
      if (monday < first || monday > last) continue;
      totals[static_cast<std::size_t>(monday - first) / 7].add(rating.feelings,
                                                               static_cast<FeelingItem>(i));
    }
    std::ranges::transform(totals, std::back_inserter(weeks.means[i]), &AnswerTotal::mean);
  }
  return weeks;
}

FeelingWeeks rated_weeks(std::span<const CheckIn> ratings) {
  if (ratings.empty()) return {};
  const auto [first, last] = std::ranges::minmax(ratings, {}, &CheckIn::day);
  return feeling_weeks(ratings, {Day{first.day}, Day{last.day}});
}

FeelingsReport feelings_report(const FeelingHistory& history, bool with_statistics) {
  FeelingsReport report{rated_weeks(history.check_ins), {}, {}};
  for (std::size_t i = 0; i < report.levels.size(); ++i)
    report.levels[i] = {mean_of(history.check_ins, static_cast<FeelingItem>(i)),
                        mean_of(history.usual, static_cast<FeelingItem>(i))};
  if (with_statistics) report.statistics = feeling_statistics(history);
  return report;
}

std::optional<FeelingTrend> feeling_trend(const FeelingNumbers& numbers) {
  std::vector<double> when, means;
  for (std::size_t week = 0; week < numbers.weeks.size(); ++week) {
    if (!numbers.weeks[week]) continue;
    when.push_back(static_cast<double>(week));
    means.push_back(*numbers.weeks[week]);
  }
  if (when.size() < trend_weeks) return std::nullopt;
  // A mean of seven rounded answers has a seventh of the rounding variance.
  constexpr double days_in_week = 7;
  const auto slope = trend_slope(when, means, rounding_variance / days_in_week);
  if (!slope) return std::nullopt;
  return FeelingTrend{*slope, when.size(), static_cast<std::size_t>(when.back() - when.front())};
}

}  // namespace connect
