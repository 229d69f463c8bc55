#include "domain/suggest/labels.hpp"

namespace connect {
namespace {

constexpr std::int64_t unit = 1 << 16;      // 1 in Q16
constexpr std::int64_t label_fading = 500;  // counts lose 1/500 with each suggestion
constexpr std::int64_t label_prior = 20;    // suggestions; the weight of the mean in a rate

std::array<std::size_t, 4> labels_of(const Suggestion& item, bool names_person) {
  return {static_cast<std::size_t>(item.effort), 2 + static_cast<std::size_t>(item.place),
          5 + static_cast<std::size_t>(item.setting), names_person ? std::size_t{9} : 8};
}

/// How often suggestions are taken up at all: each has one label of the two efforts. Begins at
/// 2/5, with the weight of eight suggestions.
std::int64_t mean_rate(const LabelCounts& counts) {
  const std::int64_t shown = counts.shown[0] + counts.shown[1] + 8 * unit;
  const std::int64_t taken = counts.taken[0] + counts.taken[1] + 16 * unit / 5;
  return taken * unit / shown;
}

}  // namespace

void observe(LabelCounts& counts, const Suggestion& item, bool names_person, bool taken) {
  for (auto* all : {&counts.shown, &counts.taken})
    for (auto& count : *all) count -= count / label_fading;
  for (const std::size_t label : labels_of(item, names_person)) {
    counts.shown[label] += unit;
    counts.taken[label] += taken ? unit : 0;
  }
}

std::int64_t label_score(const LabelCounts& counts, const Suggestion& item, bool names_person) {
  const std::int64_t mean = mean_rate(counts);
  std::int64_t score = 0;
  for (const std::size_t label : labels_of(item, names_person))
    score += (counts.taken[label] + label_prior * mean) * unit /
             (counts.shown[label] + label_prior * unit);
  return score;
}

}  // namespace connect
