// The statistics of feelings in words: the association and its uncertainty, never a cause.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "domain/feelings/feelings.hpp"
#include "domain/text/counted.hpp"

namespace connect {
namespace {

constexpr std::string_view name_of(FeelingItem item) {
  return feeling_names[static_cast<std::size_t>(item)];
}

/// Fixed decimals, independent of the locale, without "-0.0".
std::string decimal(double value, int decimals) {
  std::array<char, 64> text{};
  const double step = std::pow(10.0, decimals);
  const double rounded = std::round(value * step) / step;
  const auto end = std::to_chars(text.data(), text.data() + text.size(),
                                 rounded == 0 ? 0.0 : rounded, std::chars_format::fixed, decimals);
  return {text.data(), end.ptr};
}

/// The fewest decimals, from 1 to 5, at which the bounds differ as printed and neither bound of an
/// interval that excludes 0 is printed as 0.
int decimals_for(const ConfidenceInterval& range) {
  const auto shows_as_it_is = [&](int decimals) {
    const auto low = decimal(range.low, decimals), high = decimal(range.high, decimals);
    const auto zero = decimal(0, decimals);
    return low != high && (!range.excludes_zero() || (low != zero && high != zero));
  };
  int decimals = 1;
  while (decimals < 5 && !shows_as_it_is(decimals)) ++decimals;
  return decimals;
}

std::string interval_words(const ConfidenceInterval& range) {
  const int decimals = decimals_for(range);
  return decimal(range.low, decimals) + " to " + decimal(range.high, decimals);
}

/// With as many decimals as the interval, and a sign unless it rounds to 0.
std::string signed_points(const Estimate& points) {
  const auto text = decimal(points.value, decimals_for(points.interval));
  return points.value > 0 && text != decimal(0, decimals_for(points.interval)) ? "+" + text : text;
}

/// "about 0.6 higher"
std::string comparison(const Estimate& points) {
  return "about " + decimal(std::fabs(points.value), decimals_for(points.interval)) +
         (points.value > 0 ? " higher" : " lower");
}

std::string counted_as(std::size_t number, std::string_view noun) {
  return counted(static_cast<std::int64_t>(number), noun);
}

/// The slope times the weeks from the first to the last.
Estimate over_span(const FeelingSummary& summary) {
  const auto& [slope, range] = summary.trend->points;
  const auto weeks = static_cast<double>(summary.trend_span);
  return {slope * weeks, {range.low * weeks, range.high * weeks}};
}

std::string reading_of(const FeelingComparison& made) {
  if (made.is_clear) return "clear";
  return made.points.interval.excludes_zero() ? "could still be chance" : "could easily be chance";
}

FeelingRow row_of(std::string what, const FeelingComparison& made, std::string basis) {
  return {std::move(what), signed_points(made.points), interval_words(made.points.interval),
          std::move(basis), reading_of(made)};
}

/// The comparisons that are counted, with the change as it is tested.
std::vector<const FeelingComparison*> tested_of(const FeelingSummary& summary) {
  std::vector<const FeelingComparison*> out;
  for (const auto* made : {summary.corrected ? &summary.corrected : &summary.change,
                           &summary.day_after_act, &summary.day_before_act, &summary.trend})
    if (*made) out.push_back(&**made);
  return out;
}

constexpr std::string_view doubts =
    "memory, the time of day and which moments you note can make such a difference, too";

std::string clear_words(const FeelingSummary& summary, const FeelingComparison& made,
                        const std::string& among) {
  const std::string feeling = "your " + std::string(name_of(summary.item));
  if (summary.corrected && &made == &*summary.corrected)
    return "Right after an act " + feeling + " was " + comparison(made.points) +
           " than you remember it before, allowing for your usual level" + among + "; but " +
           std::string(doubts) + '.';
  if (summary.trend && &made == &*summary.trend) {
    const Estimate change = over_span(summary);
    return "Over " + counted_as(summary.trend_span + 1, "week") + ' ' + feeling +
           (change.value > 0 ? " rose by about " : " fell by about ") +
           decimal(std::fabs(change.value), decimals_for(change.interval)) + among + '.';
  }
  const bool is_after = summary.day_after_act && &made == &*summary.day_after_act;
  return std::string("On days ") + (is_after ? "after" : "before") + " an act " + feeling +
         " was " + comparison(made.points) + " than on your other days" + among +
         ": the two go together, which does not show that one causes the other.";
}

/// What a first comparison needs.
std::string too_few_sentence(const std::array<FeelingSummary, 3>& items) {
  const std::size_t pairs = std::ranges::max(items, {}, &FeelingSummary::pairs).pairs;
  return "Not enough ratings to compare: it takes " + std::to_string(early_pairs) +
         " acts rated before and after (there are " + std::to_string(pairs) + "), or ratings in " +
         std::to_string(trend_weeks) + " different weeks.";
}

}  // namespace

std::vector<FeelingRow> feeling_rows(const FeelingStatistics& statistics, FeelingItem item) {
  const FeelingSummary& summary = statistics.items[static_cast<std::size_t>(item)];
  std::vector<FeelingRow> rows;
  if (summary.change) {
    rows.push_back(
        row_of("right after an act", *summary.change, counted_as(summary.change->count, "act")));
    rows.back().reading = summary.corrected ? "" : "usual level not known";
  }
  if (summary.corrected)
    rows.push_back(
        row_of("allowing for usual", *summary.corrected, counted_as(summary.usual, "rating")));
  if (summary.day_after_act)
    rows.push_back(row_of("day after an act", *summary.day_after_act,
                          counted_as(summary.day_after_act->count, "day")));
  if (summary.day_before_act)
    rows.push_back(row_of("day before an act", *summary.day_before_act,
                          counted_as(summary.day_before_act->count, "day")));
  if (summary.trend) {
    FeelingComparison whole = *summary.trend;
    whole.points = over_span(summary);
    rows.push_back(row_of("first to last week", whole, counted_as(summary.trend->count, "week")));
  }
  return rows;
}

std::string feeling_table_title(const FeelingStatistics& statistics) {
  return counted_as(statistics.comparisons, "comparison") + ", " +
         decimal(feelings_confidence * 100, 0) + " % intervals";
}

std::string feeling_sentence(const FeelingStatistics& statistics) {
  const FeelingSummary* of = nullptr;
  const FeelingComparison* clearest = nullptr;
  std::size_t excluding = 0;
  for (const FeelingSummary& summary : statistics.items)
    for (const FeelingComparison* made : tested_of(summary)) {
      if (made->points.interval.excludes_zero()) ++excluding;
      if (!made->is_clear || (clearest != nullptr && clearest->p <= made->p)) continue;
      of = &summary;
      clearest = made;
    }
  const std::string all = counted_as(statistics.comparisons, "comparison");
  if (statistics.comparisons == 0) return too_few_sentence(statistics.items);
  if (clearest != nullptr)
    return clear_words(*of, *clearest,
                       statistics.comparisons == 1 ? "" : " (the clearest of " + all + ")");
  if (excluding == 0)
    return statistics.comparisons == 1 ? "The difference could easily be chance."
                                       : "Each of the " + all + " could easily be chance.";
  return "Of " + all + ", " + std::to_string(excluding) +
         (excluding == 1 ? " has an interval" : " have an interval") +
         " without 0, as one in ten has by chance alone; " +
         (excluding == 1 ? "it" : "each of them") + " could easily be chance.";
}

std::string feeling_doubt(const FeelingStatistics& statistics) {
  const auto& items = statistics.items;
  const auto is_changed = [](const FeelingSummary& summary) { return summary.change.has_value(); };
  if (std::ranges::none_of(items, is_changed)) return "";
  std::string out = "Right after an act: than you remember it before; " + std::string(doubts) + '.';
  if (std::ranges::any_of(items, [&](const FeelingSummary& summary) {
        return is_changed(summary) && !summary.corrected;
      }))
    out +=
        " Low moods often lift by themselves: that is allowed for once you have rated how you "
        "feel " +
        std::to_string(baseline_check_ins) + " times with connect feel.";
  return out;
}

}  // namespace connect
