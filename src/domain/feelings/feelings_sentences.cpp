// Formats a feelings report as sentences: the association and its uncertainty, never a cause.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "domain/feelings/feelings.hpp"

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

/// "90% interval -0.1 to 1.2"
std::string interval(const ConfidenceInterval& range) {
  const int decimals = decimals_for(range);
  return decimal(feelings_confidence * 100, 0) + "% interval " + decimal(range.low, decimals) +
         " to " + decimal(range.high, decimals);
}

/// The absolute value, with as many decimals as its interval.
std::string size_of(const Estimate& points) {
  return decimal(std::fabs(points.value), decimals_for(points.interval));
}

/// "about 0.6 higher than", or "about the same as" when it rounds to 0.
std::string comparison(const Estimate& points) {
  const auto size = size_of(points);
  if (size == decimal(0, decimals_for(points.interval))) return "about the same as";
  return "about " + size + (points.value > 0 ? " higher than" : " lower than");
}

std::string subject(const FeelingSummary& summary) {
  return "your " + std::string(name_of(summary.item)) + " was ";
}

std::string change_sentence(const FeelingSummary& summary) {
  const auto& points = summary.change->points;
  const auto start = summary.stage == FeelingStage::early ? "An early result: right" : "Right";
  const auto text = start + std::string(" after an act, ") + subject(summary) + comparison(points) +
                    " right before it (" + interval(points.interval) + "; " +
                    std::to_string(summary.pairs) + " acts)";
  if (!summary.corrected) return text + ".";
  return text + "; allowing for your usual level, " + comparison(*summary.corrected) + " before (" +
         interval(summary.corrected->interval) + "; " + std::to_string(summary.usual) +
         " ratings).";
}

/// A difference whose interval contains 0 is described as possibly due to chance.
std::string caveat(const ConfidenceInterval& range) {
  return range.excludes_zero()
             ? " The two go together in your ratings; that does not show that one causes the other."
             : " A difference like this could easily be chance.";
}

std::string link_sentence(const FeelingSummary& summary, const LoopLink& link,
                          std::string_view days) {
  return "On days " + std::string(days) + " an act, " + subject(summary) + comparison(link.points) +
         " on your other days (" + interval(link.points.interval) + "; " +
         std::to_string(link.pairs) + " days)." + caveat(link.points.interval);
}

/// The slope, multiplied by the number of weeks from the first to the last.
std::string trend_sentence(const FeelingSummary& summary, const FeelingTrend& trend) {
  const auto& [slope, range] = trend.points_a_week;
  const auto weeks = static_cast<double>(trend.span);
  const Estimate change{slope * weeks, {range.low * weeks, range.high * weeks}};
  const auto words = !range.excludes_zero()
                         ? std::string("showed no clear trend")
                         : (slope > 0 ? "rose by about " : "fell by about ") + size_of(change);
  return "Over " + std::to_string(trend.weeks) + " weeks with ratings, your " +
         std::string(name_of(summary.item)) + " " + words + " (" + interval(change.interval) + ").";
}

bool is_rated(const FeelingSummary& summary) { return summary.answers > 0; }

void add_item(std::vector<std::string>& sentences, const FeelingSummary& summary) {
  if (summary.change) sentences.push_back(change_sentence(summary));
  if (summary.day_after_act)
    sentences.push_back(link_sentence(summary, *summary.day_after_act, "after"));
  if (summary.day_before_act)
    sentences.push_back(link_sentence(summary, *summary.day_before_act, "before"));
  if (summary.trend) sentences.push_back(trend_sentence(summary, *summary.trend));
}

/// What a first result needs; the trend and the change are the first to have enough.
std::string too_few_sentence(const std::array<FeelingSummary, 3>& items) {
  const std::size_t pairs = std::ranges::max(items, {}, &FeelingSummary::pairs).pairs;
  return "Not enough ratings for a result: it takes " + std::to_string(early_pairs) +
         " acts rated before and after (there are " + std::to_string(pairs) + "), or ratings in " +
         std::to_string(trend_weeks) + " different weeks.";
}

}  // namespace

std::vector<std::string> feeling_sentences(const FeelingsReport& report) {
  std::vector<std::string> sentences;
  const auto& items = report.items;
  if (std::ranges::none_of(items, is_rated)) return sentences;
  for (const auto& summary : items) add_item(sentences, summary);
  if (sentences.empty()) return {too_few_sentence(items)};
  if (std::ranges::any_of(items, &FeelingSummary::low_moments_lift)) {
    sentences.emplace_back(
        "Low moods often lift by themselves; a change from before an act to after it includes "
        "that.");
  }
  if (sentences.size() > 1)
    sentences.emplace_back("About one interval in ten misses the true value by chance.");
  return sentences;
}

}  // namespace connect
