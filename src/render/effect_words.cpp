#include "render/effect_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "domain/text/counted.hpp"

namespace connect::render {
namespace {

/// "61" of 0.613.
long percent(double share) { return std::lround(100 * share); }

std::string how_to_begin() {
  return "To begin, type connect config edit and add the line experiment = true. The greeting of "
         "your shells is then held back on one day in three, drawn by lot. To end it, remove the "
         "line.";
}

std::vector<std::string> too_early(const EffectView& view) {
  const Effect& effect = view.effect;
  std::vector<std::string> out;
  if (effect.days < effect_days) {
    out.push_back(fmt::format("Too early: {} of {} days.", effect.days, effect_days));
  } else {
    const bool few_held = effect.held < effect_days_of_a_kind;
    out.push_back(fmt::format("Too early: {} of {} days had {} greeting, and {} are needed.",
                              few_held ? effect.held : effect.days - effect.held, effect.days,
                              few_held ? "no" : "a", effect_days_of_a_kind));
  }
  out.push_back(view.is_on ? "Today, rest days and days on which no shell was opened do not count."
                           : "The experiment is off now. It goes on with experiment = true in "
                             "config.toml.");
  return out;
}

/// "On greeted days you acted on 61 %, on held-back days on 49 %: 12 points more (90 % 1 to 23; 257
/// days)." The points are the difference of the shares that are shown.
std::string comparison(const Effect& effect) {
  const long greeted = percent(effect.greeted), held = percent(effect.held_back);
  const std::string points = greeted == held ? "no difference"
                                             : counted(std::abs(greeted - held), "point") +
                                                   (greeted > held ? " more" : " fewer");
  const std::string interval = effect.interval
                                   ? fmt::format("90 % {} to {}", percent(effect.interval->low),
                                                 percent(effect.interval->high))
                                   : "too regular for an interval";
  return fmt::format("On greeted days you acted on {} %, on held-back days on {} %: {} ({}; {}).",
                     greeted, held, points, interval,
                     counted(static_cast<std::int64_t>(effect.days), "day"));
}

}  // namespace

std::vector<std::string> effect_sentences(const EffectView& view) {
  const Effect& effect = view.effect;
  if (effect.days == 0 && !view.is_on && !view.period)
    return {"The experiment is off, so there is nothing to compare yet.", how_to_begin()};
  if (!effect.is_enough) return too_early(view);
  if (!effect.interval && effect.difference == 0)
    return {
        fmt::format("You acted on {} of the {}, with and without a greeting: there is no "
                    "difference to measure.",
                    effect.greeted > 0 ? "every one" : "none",
                    counted(static_cast<std::int64_t>(effect.days), "day"))};
  std::vector<std::string> out{comparison(effect)};
  if (effect.interval && percent(effect.interval->low) <= 0 && percent(effect.interval->high) >= 0)
    out.emplace_back("That could easily be chance: the interval includes 0.");
  out.emplace_back(
      "What a greeting does for the days after it makes the difference look too small.");
  return out;
}

std::string effect_markdown(const EffectView& view) {
  std::string out = "# Does the greeting help?\n";
  for (const auto& sentence : effect_sentences(view))
    out.append("\n").append(sentence).append("\n");
  return out;
}

}  // namespace connect::render
